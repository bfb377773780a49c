import type { Council } from '../council/council.schema.ts';
import type { Decision, Status } from '../decision/decision.ts';
import { withinCover } from '../decision/within-cover.ts';
import { numberOf, subjectOf } from '../email/letter.ts';
import { concurrently } from '../platform/concurrently.ts';
import { listDecisions } from '../platform/store/decision-list.ts';
import type { Table } from '../platform/table/table.ts';
import { isWorkingDay } from '../rules/clear-days.ts';
import { type Instant, type LocalDate, londonDate } from '../rules/local-date.ts';
import { type Burdened, burdened } from './digest.rules.ts';
import type { OpenStepsKept } from './open-steps.schema.ts';
import type { OpenStepsStore } from './open-steps-store.ts';
import { isUntold } from './untold.rules.ts';

export type Digesting = {
  table: Table;
  openSteps: Pick<OpenStepsStore, 'keep'>;
  loadCouncil: () => Promise<Council>;
  now: () => Instant;
};

const asking: Status[] = ['in-clearance', 'notice-published', 'awaiting-decision'];
const aPage = 100;
const atOnce = 5;

// What is open at once is bounded by what people can do; what is stored is not, and none of it is read.
const allIn = async ({ table }: Digesting, status: Status): Promise<Decision[]> => {
  const found: Decision[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDecisions(table, { status, cursor, limit: aPage });
    if (!page.ok) throw new Error(page.refusal.words);
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

// Of each step its name and no link: what signs for somebody is never stored.
const listOf = ({ name, email, external, waiting }: Burdened, day: LocalDate): OpenStepsKept => ({
  day,
  to: { name, email, external },
  waiting: waiting.map(({ decision, step }) => ({
    decisionId: decision.id,
    number: numberOf(decision),
    subject: subjectOf(decision, { external }),
    stepId: step.id,
    issue: step.issue,
    stage: step.stage,
    purpose: step.purpose,
    dueOn: step.dueOn,
  })),
});

/**
 * Has everybody with more than three open steps mailed one list of them, on working days only and once a day. Throws at the end when any
 * was not kept; done again, only those are. Answers the ids of the decisions of which there is something to tell though no day of theirs
 * has come on which they would be looked at.
 */
export const keepDigests = async (digesting: Digesting): Promise<string[]> => {
  const at = digesting.now();
  const day = londonDate(at);
  if (withinCover(() => isWorkingDay(day)) !== true) return [];
  const decisions = (await Promise.all(asking.map((status) => allIn(digesting, status)))).flat();
  const council = await digesting.loadCouncil();
  const people = burdened(decisions, council, day);
  const { failed } = await concurrently(people, atOnce, (person) => digesting.openSteps.keep(listOf(person, day), at));
  if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ fault }) => fault),
      `${failed.length} digests were not kept`,
    );
  return decisions.filter((decision) => isUntold(decision, council, day)).map(({ id }) => id);
};
