import { expect } from 'vitest';
import type { Council } from '../../functions/council/council.schema.ts';
import { holderOf } from '../../functions/council/directory.rules.ts';
import { consulted } from '../../functions/consultation/consultees.rules.ts';
import { decide } from '../../functions/decision/decide.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { isOrWasTheirs } from '../../functions/decision/holder.ts';
import { isOpen } from '../../functions/decision/steps.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { personOf } from '../../functions/email/letter.ts';
import { trialCommand } from '../../functions/link/answer-command.ts';
import { leftOpen } from '../../functions/link/in-post.rules.ts';
import { notOvertaken } from '../../functions/link/overtaken.rules.ts';
import { plainAddress } from '../../functions/rules/alike.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Told } from './model.checks.ts';
import { after, londonDay } from './model.law.ts';
import type { Loose, Story } from './story.ts';

/** Whoever is asked can answer where the proposal stands: a link that is open leads to a form, but for a chair's while it is deferred. */
export const linksAnswer = ({ decision, given }: Story): void => {
  const { status, steps } = decision as Decision;
  for (const step of steps.filter(isOpen).filter(({ stage }) => status !== 'deferred' || stage !== 'agreement')) {
    const outcome = decide(decision, trialCommand({ step, issue: step.issue }), given);
    expect(outcome.ok ? 'heard' : outcome.refusal.rule, `${step.id} while ${status}`).not.toBe('stage');
  }
};

/**
 * Whoever is sent a fresh link can answer by it, and in the moment of one command nobody is mailed the same request twice: a fresh link and
 * a reminder of it, say.
 */
export const askedOnce = (was: Decision, command: Loose, { decision, events, council }: Story, since: number): void => {
  if (command.type === 'reissue-link' || command.type === 'delegate-step')
    expect(decision?.steps.find(({ id }) => id === command.stepId)?.state, command.type).toBe('open');
  let state: Decision | null = was;
  const asked = events.slice(since).flatMap((event) => {
    state = evolve(state, event);
    return lettersFor(event, state, council).flatMap(({ kind, to, stepId }) => (stepId ? [{ kind, to: `${stepId} ${to.email}` }] : []));
  });
  const twice = [...Map.groupBy(asked, ({ to }) => to)].filter(([, letters]) => letters.length > 1);
  expect(twice.map(([to, letters]) => `${to}: ${letters.map(({ kind }) => kind)}`)).toEqual([]);
};

const stillToAnswer = (decision: Decision, council: Council, today: string): Set<string> =>
  new Set(
    notOvertaken(decision)
      .filter((step) => leftOpen(decision, step, council, today) === null)
      .filter((step) => step.stage === 'consultation' || !isOrWasTheirs(decision, personOf(step).email))
      .filter(({ stage, dueOn }) => (stage === 'consultation' ? dueOn === null || dueOn >= today : decision.status !== 'deferred'))
      .map((step) => plainAddress(personOf(step).email)),
  );

/** No letter to somebody who has an answer to give says that nothing is asked of them. */
export const toldTruly = (told: Told, council: Council): void => {
  for (const { event, state } of told) {
    const asked = stillToAnswer(state, council, londonDay(event.at));
    const untrue = lettersFor(event, state, council).filter(
      ({ to, stepId, whatHappensNext }) =>
        !stepId && asked.has(plainAddress(to.email)) && whatHappensNext.includes('Nothing is asked of you'),
    );
    expect(
      untrue.map(({ kind, to }) => `${kind} to ${to.email}`),
      event.happening.type,
    ).toEqual([]);
  }
};

/**
 * What the public reads in a notice is what the proposal is: its subject and maker, the last of its gates, a day after consultation closes,
 * and key where that is; and whoever is named to be consulted was asked, by the day on which it closes.
 */
export const noticedTruly = ({ decision, council, now }: Story): void => {
  if (decision?.status !== 'notice-published' && decision?.status !== 'awaiting-decision') return;
  const { notice, steps, keyDecision } = decision;
  const content: Proposal = decision.content;
  const { gates, earliestDecisionDate, consultationClosesOn: closes } = notice.timetable;
  expect([notice.subject, notice.maker.post]).toEqual([content.subject, content.decisionMaker]);
  expect(notice.isKey || !keyDecision.isKey, 'key, and noticed as not').toBe(true);
  expect(earliestDecisionDate).toBe(
    gates
      .map(({ date }) => date)
      .sort()
      .at(-1),
  );
  expect(new Set(gates.map(({ rule }) => rule)).size, 'each gate once').toBe(gates.length);
  if (closes !== null && notice.route !== 'special-urgency') expect(earliestDecisionDate >= after(closes)).toBe(true);
  const asked = steps.filter(({ stage, state }) => stage === 'consultation' && state !== 'void');
  for (const { post, email } of consulted(content, council, londonDay(now)))
    expect(
      asked.some((step) => step.email === email || (post !== null && step.post === post)),
      `${email} was asked`,
    ).toBe(true);
  const open = asked.filter(isOpen).filter(() => decision.status === 'notice-published');
  expect(open.filter(({ dueOn }) => dueOn !== closes)).toEqual([]);
};

/** Whoever signed held the post on the day of the decision, and whoever covered did so while its holder was away; a body has met. */
export const signedInPost = (told: Told, council: Council): void => {
  for (const { event, state } of told) {
    if (event.happening.type !== 'decision-made') continue;
    const { decidedOn, meeting } = event.happening.determination;
    const signed = state.steps.filter((step) => step.stage === 'determination' && step.state === 'approved');
    for (const { post, name, cover } of meeting ? [] : signed) {
      expect(holderOf(council, post ?? '', decidedOn)?.name).toBe(name);
      const away = council.absences?.filter((absence) => absence.post === post && absence.scheme === cover?.scheme) ?? [];
      expect(away.every(({ from, to }) => from <= decidedOn && decidedOn <= to)).toBe(true);
    }
  }
};

/** A chair who said that it is not urgent, and is in post, is not got round: nobody else is asked for the same, whatever became of it since. */
export const noStands = (told: Told, council: Council): void => {
  for (const [at, { event, state }] of told.entries()) {
    const { happening } = event;
    const asked = happening.type === 'notice-published' || happening.type === 'private-meeting-consent-asked' ? happening.steps : [];
    for (const { post, purpose } of asked.filter(({ stage }) => stage === 'agreement')) {
      const refusals = told.slice(0, at).flatMap(({ event: { happening: was } }) => (was.type === 'agreement-refused' ? [was.stepId] : []));
      const standing = state.steps.filter((step) => refusals.includes(step.id) && step.purpose === purpose && step.post !== post);
      expect(standing.filter((step) => holderOf(council, step.post ?? '', londonDay(event.at))?.name === step.name)).toEqual([]);
    }
  }
};
