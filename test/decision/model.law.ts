import type { Decision } from '../../functions/decision/decision.ts';
import type { DecisionEvent, HappeningOf } from '../../functions/decision/events.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';

// The law again, from first principles and by other means than the code under test: days are counted one by one.

const holidays = new Set([
  '2023-04-07',
  '2023-04-10',
  '2023-05-01',
  '2023-05-08',
  '2023-05-29',
  '2023-08-28',
  '2023-12-25',
  '2023-12-26',
  '2024-01-01',
  '2024-03-29',
  '2024-04-01',
  '2024-05-06',
  '2024-05-27',
  '2024-08-26',
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-05-26',
  '2025-08-25',
  '2025-12-25',
  '2025-12-26',
]);

export const after = (date: string, days = 1): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

export const worked = (date: string): boolean => !holidays.has(date) && ![0, 6].includes(new Date(date).getUTCDay());

/** The day after so many whole days, neither end counted, each of which is counted or not by its own date. */
const dayAfterClear = (from: string, days: number, counts: (date: string) => boolean): string => {
  let date = after(from);
  for (let left = days; left > 0; date = after(date)) if (counts(date)) left -= 1;
  return date;
};
const everyDay = () => true;

/** The day on London's clocks, by the rule that summer time runs from the last Sunday of March to that of October, 01:00 UTC. */
export const londonDay = (instant: string): string => {
  const lastSunday = (month: number) => {
    const end = new Date(Date.UTC(Number(instant.slice(0, 4)), month + 1, 0, 1));
    return end.setUTCDate(end.getUTCDate() - end.getUTCDay());
  };
  const at = Date.parse(instant);
  const summer = at >= lastSunday(2) && at < lastSunday(9);
  return new Date(at + (summer ? 3_600_000 : 0)).toISOString().slice(0, 10);
};

/** Kent's test by its own words: more than £1,000,000 at its highest, spent or saved, or more than two divisions, or declared. */
export const isKey = ({ financialImplications: money, divisionsAffected, declaredKey }: Proposal): boolean => {
  const most = (lines: { amountPence: number; upToPence?: number | undefined }[]) =>
    lines.reduce((total, line) => total + (line.upToPence ?? line.amountPence), 0);
  const wide = divisionsAffected === 'all' || divisionsAffected.length > 2;
  return most(money.expenditure) > 100_000_000 || most(money.savings) > 100_000_000 || wide || declaredKey === true;
};

type Noticed = { on: string; event: HappeningOf<'notice-published'>; content: Proposal; isLost: boolean };
type Told = { event: DecisionEvent; state: Decision };

/** Whether the written notice of regulation 10 is known not to have reached somebody, to whom nobody gave it before the next. */
const isLostSince = (told: Told[], at: number): boolean => {
  const since = told.slice(at + 1).map(({ event }) => event.happening);
  const next = since.findIndex(({ type }) => type === 'notice-published');
  const meanwhile = next < 0 ? since : since.slice(0, next);
  const given = new Set(meanwhile.flatMap((happening) => (happening.type === 'written-notice-given' ? [happening.name] : [])));
  return meanwhile.some((happening) => happening.type === 'notice-undeliverable' && !given.has(happening.name));
};

const noticesIn = (told: Told[]): Noticed[] =>
  told.flatMap(({ event, state }, at) =>
    event.happening.type === 'notice-published'
      ? [{ on: londonDay(event.at), event: event.happening, content: state.content as Proposal, isLost: isLostSince(told, at) }]
      : [],
  );

const same = (a: Noticed, content: Proposal) =>
  a.content.subject === content.subject &&
  a.content.decisionMaker === content.decisionMaker &&
  a.content.jointWith === content.jointWith &&
  (isKey(a.content) || !isKey(content));

const clearOf = ({ event, on }: Noticed, route: string): string | null => {
  if (route === 'ordinary') return event.notice.route === 'ordinary' ? dayAfterClear(on, 28, everyDay) : null;
  return event.notice.route === 'special-urgency' ? null : dayAfterClear(on, 5, worked);
};

/** Whether everybody whom the last notice of regulation 10 did not reach by email was given it, five clear working days before this day. */
const wereInformed = (told: Told[], decidedOn: string): boolean => {
  const since = told
    .slice(told.findLastIndex(({ event }) => event.happening.type === 'notice-published'))
    .map(({ event }) => event.happening);
  const given = since.filter((happening) => happening.type === 'written-notice-given');
  return since
    .filter((happening) => happening.type === 'notice-undeliverable')
    .every(({ name }) => {
      const last = given.findLast((each) => each.name === name);
      return last !== undefined && decidedOn >= dayAfterClear(last.on, 5, worked);
    });
};

/**
 * Whether a decision on this content on this day had the notice that the law wants: 28 clear days, 5 clear working days, or an agreement.
 */
export const hadNotice = (told: Told[], content: Proposal, decidedOn: string): boolean => {
  const notices = noticesIn(told);
  const last = notices.at(-1);
  if (!last) return false;
  if (!isKey(content)) return decidedOn >= last.on;
  const { route } = last.event.notice;
  if (route === 'special-urgency') return agreedBefore(told, decidedOn);
  if (route === 'general-exception' && !wereInformed(told, decidedOn)) return false;
  const broken = notices.findLastIndex((notice) => !same(notice, content) || (notice.isLost && notice !== last));
  const standing = notices.slice(broken + 1);
  return standing.some((notice, index) => {
    const clear = clearOf(notice, route);
    const promised = standing
      .slice(index)
      .every(({ content: then }) => then.targetDecisionDate === undefined || decidedOn >= then.targetDecisionDate);
    return clear !== null && decidedOn >= clear && (promised || notice === last);
  });
};

/** The last time that a decision was taken up again on a later day than it was put off: what was urgent then was not. */
const lastPutOff = (told: Told[]): number => {
  const deferredOn = (at: number) =>
    londonDay(told.slice(0, at).findLast(({ event }) => event.happening.type === 'proposal-deferred')?.event.at ?? '');
  return told.findLastIndex(({ event }, at) => event.happening.type === 'proposal-resumed' && londonDay(event.at) > deferredOn(at));
};

/** Whether agreement to special urgency came after the last notice, and the last putting off to a later day, and not after the decision. */
export const agreedBefore = (told: Told[], decidedOn: string, to = 'special-urgency'): boolean => {
  const types = told.map(({ event }) => event.happening.type);
  const agreed = told.findLastIndex(
    ({ event: { happening }, state }) =>
      happening.type === 'agreement-given' && (state.steps.find(({ id }) => id === happening.stepId)?.purpose ?? 'special-urgency') === to,
  );
  // By nobody's wish it comes later where its days are only counted from a later one.
  const movedByItsOfficer = told.findLastIndex(
    ({ event: { happening, by } }) => happening.type === 'decision-date-moved' && by.kind === 'officer',
  );
  return (
    agreed > types.lastIndexOf('notice-published') &&
    agreed > types.lastIndexOf('proposal-changed') &&
    agreed > movedByItsOfficer &&
    agreed > lastPutOff(told) &&
    londonDay(told[agreed]?.event.at ?? '') <= decidedOn
  );
};

/**
 * Whether a body that decided in private had both notices of that, on the grounds on which it did, 28 clear days and five clear working days
 * before, or consent (reg 5).
 */
export const metLawfully = (told: Told[], content: Proposal, decidedOn: string): boolean => {
  if (content.decisionMaker !== 'cabinet' || content.publicAccess.kind === 'open' || agreedBefore(told, decidedOn, 'private-meeting'))
    return true;
  const notices = noticesIn(told);
  const { paragraphs } = content.publicAccess;
  const states = ({ content: { publicAccess } }: Noticed) =>
    publicAccess.kind !== 'open' && paragraphs.every((each) => publicAccess.paragraphs.includes(each));
  const open = notices.findLastIndex((notice) => !same(notice, content) || !states(notice));
  const first = notices[open + 1];
  const last = told.findLastIndex(({ event }) => event.happening.type === 'notice-published');
  const second = told.slice(last).find(({ event }) => event.happening.type === 'private-meeting-notice-published');
  return (
    first !== undefined &&
    second !== undefined &&
    decidedOn >= dayAfterClear(first.on, 28, everyDay) &&
    decidedOn >= dayAfterClear(londonDay(second.event.at), 5, worked)
  );
};

/** How many people have cleared the content since it was last submitted or materially changed. */
export const clearedBy = (told: Told[]): number => {
  const types = told.map(({ event }) => event.happening.type);
  const since = Math.max(types.lastIndexOf('proposal-submitted'), types.lastIndexOf('proposal-changed'));
  const cleared = told.slice(since).flatMap(({ event: { happening } }) => (happening.type === 'clearance-given' ? [happening.stepId] : []));
  return new Set(cleared).size;
};

/** The first day on which a record published on this day can be in effect: after five clear working days. */
export const effectAfter = (publishedOn: string): string => dayAfterClear(publishedOn, 5, worked);
