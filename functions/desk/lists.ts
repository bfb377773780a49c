import { londonDate } from '../rules/local-date.ts';
import { toReport } from './clerks-day.ts';
import type { Email, Proposal } from './desk-api.ts';
import { deskHome } from './desk.page.tsx';
import { type DeskAnswer, htmlAnswer } from './frame.tsx';
import { isUndelivered } from './in-words.ts';
import { listPage, undeliveredPage } from './list.page.tsx';
import { councilOf, must, type Visit, visitorOf } from './visit.ts';

type Found = { items: Proposal[]; unreadable: number; more: boolean };

// A thousand proposals of one status are more than any council has under way; beyond them the desk says that it stopped.
const mostPages = 20;
const inEach = '50';

const allOf = async ({ api }: Visit, query: Record<string, string>): Promise<Found> => {
  const items: Proposal[] = [];
  let unreadable = 0;
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const read: { items: Proposal[]; unreadable: number; next: string | null } = must(
      await api.proposals({ ...query, limit: inEach, ...(cursor ? { cursor } : {}) }),
    );
    items.push(...read.items);
    unreadable += read.unreadable;
    cursor = read.next;
    if (cursor === null) return { items, unreadable, more: false };
  }
  return { items, unreadable, more: true };
};

const underWay = ['in-clearance', 'cleared', 'notice-published', 'awaiting-decision', 'decided', 'called-in', 'deferred'];
const forScrutiny = ['notice-published', 'awaiting-decision', 'decided', 'called-in'];

const statusesFor = ({ session: { who } }: Visit): string[] =>
  who.roles.includes('clerk') ? underWay : who.roles.includes('scrutiny') ? forScrutiny : [];

const everyOne = async (visit: Visit, statuses: string[]): Promise<Found> => {
  const found = await Promise.all(statuses.map((status) => allOf(visit, { status })));
  return {
    items: found.flatMap(({ items }) => items),
    unreadable: found.reduce((sum, each) => sum + each.unreadable, 0),
    more: found.some(({ more }) => more),
  };
};

// What scrutiny requires of a decision is a change of it, mostly long after it took effect: those changed latest come first.
const owingReport = async ({ api, session: { who } }: Visit): Promise<Proposal[]> =>
  who.roles.includes('clerk') ? must(await api.proposals({ status: 'effective', limit: inEach })).items.filter(toReport) : [];

/** The first page of whoever is signed in. */
export const showDesk = async (visit: Visit): Promise<DeskAnswer> => {
  const isOfficer = visit.session.who.roles.includes('officer');
  const [council, mine, others, owing] = await Promise.all([
    councilOf(visit),
    isOfficer ? allOf(visit, { mine: 'true' }) : { items: [], unreadable: 0, more: false },
    everyOne(visit, statusesFor(visit)),
    owingReport(visit),
  ]);
  return htmlAnswer(
    200,
    deskHome({
      visitor: visitorOf(visit, council),
      today: londonDate(visit.now),
      mine: mine.items,
      underWay: [...others.items, ...owing],
      unreadable: mine.unreadable + others.unreadable,
      more: mine.more || others.more,
    }),
  );
};

/** Every proposal, the newest change first, a page at a time; of one status where one is asked for. */
export const showList = async (visit: Visit): Promise<DeskAnswer> => {
  const asked = ['status', 'cursor'].flatMap((name) =>
    visit.request.query.get(name) ? [[name, visit.request.query.get(name) ?? '']] : [],
  );
  const [council, found] = await Promise.all([councilOf(visit), visit.api.proposals({ limit: '25', ...Object.fromEntries(asked) })]);
  return htmlAnswer(200, listPage({ visitor: visitorOf(visit, council), ...must(found), status: visit.request.query.get('status') ?? '' }));
};

const atOnce = 6;

// One call a proposal, a few at a time: it is asked for, not done at each look at the desk.
const emailsOf = async (visit: Visit, proposals: Proposal[]): Promise<{ proposal: Proposal; emails: Email[] }[]> => {
  const found: { proposal: Proposal; emails: Email[] }[] = [];
  for (let from = 0; from < proposals.length; from += atOnce) {
    const some = proposals.slice(from, from + atOnce);
    found.push(
      ...(await Promise.all(
        some.map(async (proposal) => ({ proposal, emails: must(await visit.api.emails(proposal.id)).items.filter(isUndelivered) })),
      )),
    );
  }
  return found.filter(({ emails }) => emails.length > 0);
};

/** Every email of a proposal under way that its reader has not got. */
export const showUndelivered = async (visit: Visit): Promise<DeskAnswer> => {
  const [council, { items, unreadable }] = await Promise.all([councilOf(visit), everyOne(visit, underWay)]);
  return htmlAnswer(200, undeliveredPage({ visitor: visitorOf(visit, council), unreadable, found: await emailsOf(visit, items) }));
};
