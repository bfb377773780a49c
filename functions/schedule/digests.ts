import type { Council } from '../council/council.schema.ts';
import type { Decision, Status } from '../decision/decision.ts';
import { withinCover } from '../decision/within-cover.ts';
import { emailKey } from '../email/email-item.ts';
import { type Sending, sendLetter } from '../email/send-letters.ts';
import { linkFor } from '../link/links.ts';
import { concurrently } from '../platform/concurrently.ts';
import { isWorkingDay } from '../rules/clear-days.ts';
import { londonDate } from '../rules/local-date.ts';
import { type Burdened, burdened, type Waiting } from './digest.rules.ts';
import { digestLetter } from './digest.emails.ts';

const asking: Status[] = ['in-clearance', 'notice-published', 'awaiting-decision'];
const aPage = 100;
const atOnce = 5;

// What is open at once is bounded by what people can do; what is stored is not, and none of it is read.
const allIn = async ({ store }: Sending, status: Status): Promise<Decision[]> => {
  const found: Decision[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list({ status, cursor, limit: aPage });
    if (!page.ok) throw new Error(page.refusal.words);
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

const send = async (sending: Sending, council: Council, person: Burdened): Promise<void> => {
  const secrets = await sending.loadLinkSecrets();
  const addressOf = ({ decision, step }: Waiting): string => new URL(linkFor({ decisionId: decision.id, stepId: step.id, issue: step.issue }, secrets), sending.publicUrl).href;
  const letter = digestLetter(person, addressOf);
  // Of no decision: its partition is its day, so that the claim makes it one a day however often the check runs.
  const email = { decisionId: `digest-${londonDate(sending.now())}`, key: emailKey(0, letter), to: { name: person.name, email: person.email }, kind: letter.kind, subject: letter.subject, sequence: 0 };
  await sendLetter(sending, { letter, council, email });
};

/**
 * Sends everybody with more than three open steps one list of them, on working days only and once a day. Throws at the end when any
 * was not sent; sent again, only those go.
 */
export const sendDigests = async (sending: Sending): Promise<void> => {
  if (withinCover(() => isWorkingDay(londonDate(sending.now()))) !== true) return;
  const council = await sending.loadCouncil();
  const decisions = (await Promise.all(asking.map((status) => allIn(sending, status)))).flat();
  const { failed } = await concurrently(burdened(decisions), atOnce, (person) => send(sending, council, person));
  if (failed.length > 0) throw new AggregateError(failed.map(({ fault }) => fault), `${failed.length} digests were not sent`);
};
