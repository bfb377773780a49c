import { expect } from 'vitest';
import * as z from 'zod/mini';
import { type Decision, decisionSchema, type Step } from '../../functions/decision/decision.ts';
import { type DecisionEvent, eventSchema } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { firstBreak } from '../../functions/decision/history.ts';
import { nextDueOn } from '../../functions/decision/due.ts';
import { reachable } from '../../functions/decision/transitions.ts';
import { nextReminderOn } from '../../functions/schedule/reminders.rules.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { after, agreedBefore, clearedBy, effectAfter, hadNotice, isKey, londonDay, metLawfully, worked } from './model.law.ts';
import type { Loose, Story } from './story.ts';

export type Told = { event: DecisionEvent; state: Decision }[];

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * What is stored comes back as it was, field for field: nothing is lost in parsing and nothing is over. Of each life one moment, and its
 * end.
 */
export const storesWhole = (told: Told, nth: number): void => {
  for (const { event, state } of [told[nth % told.length], told.at(-1)] as Told) {
    expect(stored(decisionSchema.parse(stored(state)))).toEqual(stored(state));
    expect(stored(eventSchema.parse(stored(event)))).toEqual(stored(event));
  }
};

/** The history is whole, gives the decision when replayed, and shows any change of one character. */
export const historyHolds = (events: DecisionEvent[], decision: Decision, nth: number): void => {
  expect(firstBreak(events)).toBeNull();
  const again = stored(events) as DecisionEvent[];
  expect(stored(again.reduce<Decision | null>(evolve, null))).toEqual(stored(decision));
  expect([decision.version, decision.head]).toEqual([events.length, events.at(-1)?.hash]);
  const text = JSON.stringify(events);
  const at = nth % text.length;
  const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
  const read = (() => {
    try {
      return z.array(eventSchema).safeParse(JSON.parse(changed));
    } catch {
      return null;
    }
  })();
  if (read?.success) expect(firstBreak(read.data), `changed at ${at}: ${changed.slice(at - 20, at + 20)}`).not.toBeNull();
};

/** A command that was heard led where the table says, kept the number, and left nothing undone that only time could do. */
export const movedLawfully = (was: Decision, command: Loose, story: Story): void => {
  const now = story.decision as Decision;
  expect(reachable(was.status, command.type), `${command.type} from ${was.status}`).toContain(now.status);
  if (was.number !== null) expect(now.number).toBe(was.number);
  expect(now.version).toBe(story.events.length);
  const due = nextDueOn(now, story.council.reminders);
  // Nobody is reminded on a day that is not a working day, so a reminder alone may wait for the next.
  const waits = !worked(londonDay(story.now)) && due === nextReminderOn(now, story.council.reminders);
  // Whoever is asked afresh after the last day of consultation is looked at again the next morning.
  const afresh = command.type === 'reissue-link' || command.type === 'delegate-step';
  if (due !== null) expect(due > londonDay(story.now) || waits || afresh, `due on ${due} in ${now.status}`).toBe(true);
};

/** Of nobody whom no email reached was it said in these events that they did not answer. */
export const blamedNobodyUnasked = ({ events, unreached }: Story, since: number): void => {
  const said = events.slice(since).flatMap(({ happening }) => {
    if (happening.type === 'step-reminded')
      return happening.escalate && !happening.reminder.startsWith('undeliverable') ? [happening.stepId] : [];
    return happening.type === 'consultation-closed' || happening.type === 'decision-made' ? (happening.silent ?? []) : [];
  });
  expect(said.filter((id) => unreached.includes(id))).toEqual([]);
};

const comesLate = ({ state, dueOn }: Step, now: string) =>
  state === 'silent' || (state === 'undeliverable' && dueOn !== null && dueOn < londonDay(now));

const wanted = (step: Step | undefined, command: { type: string; issue: number }, now: string) =>
  step && step.issue === command.issue && (step.state === 'open' || (command.type === 'answer-consultation' && comesLate(step, now)));

/** Only a link that is open and newest is ever answered, and never by the officer whose proposal it is. */
export const linkWasGood = (was: Decision, command: Loose, now: string): void => {
  if (!('issue' in command)) return;
  const step = was.steps.find(({ id }) => id === command.stepId);
  expect(wanted(step, command, now), `${command.type} on ${step?.state}`).toBe(true);
  const email = step?.cover?.email ?? step?.email ?? '';
  if (command.type !== 'answer-consultation')
    expect([was.submittedBy, ...(was.heldBefore ?? [])].map((officer) => officer.email.toLowerCase())).not.toContain(email.toLowerCase());
};

const secondsAfter = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString();

const made = (told: Told, at: number): void => {
  const { event, state } = told[at] as Told[number];
  const before = (told[at - 1] as Told[number]).state;
  if (event.happening.type !== 'decision-made' || before.status !== 'awaiting-decision')
    throw new Error('A decision is made by whoever was asked');
  const { determination, record } = event.happening;
  const content = before.content as Proposal;
  const past = told.slice(0, at);
  expect(hadNotice(past, content, determination.decidedOn), `decided on ${determination.decidedOn}`).toBe(true);
  const noticed = past.findLast((each) => each.event.happening.type === 'notice-published');
  expect(determination.decidedOn >= londonDay(noticed?.event.at ?? ''), 'before the notice of what was decided').toBe(true);
  if (before.notice.route === 'special-urgency') expect(agreedBefore(past, determination.decidedOn)).toBe(true);
  expect(metLawfully(past, content, determination.decidedOn), 'in private without notice').toBe(true);
  expect(clearedBy(past)).toBe(3);
  expect(determination.contentHash).toBe(fingerprint(content));
  expect(determination.decidedOn <= londonDay(secondsAfter(event.at, 120)), 'by a clock that is seconds behind at most').toBe(true);
  const target = content.targetDecisionDate;
  if (target && before.notice.route !== 'special-urgency')
    expect(determination.decidedOn >= target || target <= before.notice.publishedOn, 'before the published date').toBe(true);
  expect(determination.interests.length).toBeGreaterThanOrEqual(content.jointWith ? 2 : 1);
  expect(new Set(determination.interests.map(({ name }) => name.split(' for ')[0])).size).toBe(determination.interests.length);
  expect('keyDecision' in state && state.keyDecision.isKey).toBe(isKey(content));
  expect(record.publishedOn).toBe([londonDay(event.at), determination.decidedOn].sort().at(-1));
};

// Who may decide in consultation with somebody may not without: each was asked, and no email came back unmended.
const consultedAll = ({ event, state }: Told[number]): void => {
  const { inConsultationWith = [] } = state.content as Proposal;
  for (const post of inConsultationWith)
    expect(
      state.steps.some((step) => step.post === post && (step.state === 'responded' || step.state === 'silent')),
      `${event.happening.type} with nobody as ${post} asked`,
    ).toBe(true);
};

const tookAgain = ({ event, state }: Told[number]): void => {
  if (event.happening.type !== 'decision-reconsidered' || state.status !== 'decided') throw new Error('It is decided again');
  const { callIn, record } = state;
  const today = londonDay(event.at);
  expect(event.happening.on >= (callIn?.outcomeOn ?? '') && event.happening.on <= today).toBe(true);
  expect(record.effectiveFrom >= today, 'in effect before it was told').toBe(true);
};

const tookEffect = (told: Told, at: number): void => {
  const { event } = told[at] as Told[number];
  const before = (told[at - 1] as Told[number]).state;
  if (before.status !== 'decided') throw new Error(`In effect from ${before.status}`);
  const decidedAt = told.findIndex(({ event: { happening } }) => happening.type === 'decision-made');
  const waived = agreedBefore(told.slice(0, decidedAt), before.determination.decidedOn, 'call-in-waiver');
  expect(before.record.waiver !== undefined).toBe(waived);
  if (!waived) expect(londonDay(event.at) >= effectAfter(londonDay(before.determination.decidedAt)), 'before call-in closed').toBe(true);
  const { outcome, reconsidered } = before.callIn ?? {};
  if (before.callIn)
    expect(outcome === 'not-valid' || outcome === 'no-comment' || outcome === 'comments' || reconsidered !== undefined).toBe(true);
};

/** Every decision that was made and every effect that was had came on a lawful day, by people who could. */
export const lawful = (told: Told): void => {
  for (const [at, { event }] of told.entries()) {
    if (event.happening.type === 'decision-made') {
      made(told, at);
      consultedAll(told[at] as Told[number]);
    }
    if (event.happening.type === 'decision-reconsidered') tookAgain(told[at] as Told[number]);
    if (event.happening.type === 'decision-effective') tookEffect(told, at);
  }
  const calledIn = told.filter(
    ({ event }, at) => event.happening.type === 'decision-called-in' && told[at - 1]?.state.status === 'decided',
  ).length;
  const notValid = told.filter(({ event }) => event.happening.type === 'call-in-validated' && event.happening.valid === false).length;
  expect(calledIn - notValid).toBeLessThanOrEqual(1);
};

/** Nobody is asked on a weekend for a day that has gone: every answer is asked by a day not before the asking. */
export const asksInTime = (told: Told): void => {
  for (const { event, state } of told) {
    const asked = state.steps.filter((step) => step.state === 'open' && step.openedAt === event.at && step.dueOn !== null);
    expect(
      asked.every(({ dueOn }) => (dueOn ?? '') >= londonDay(event.at)),
      `${event.happening.type} asks by ${asked.map(({ dueOn }) => dueOn)} on ${after(londonDay(event.at), 0)}`,
    ).toBe(true);
  }
};
