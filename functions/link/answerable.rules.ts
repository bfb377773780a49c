import type { Decision, OpenStep, Stage, Step } from '../decision/decision.ts';
import type { Actor } from '../decision/events.ts';
import { actsOnOwn, isOrWasTheirs } from '../decision/holder.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { answererOf, answering, stepOf } from '../decision/steps.ts';
import { inWords, londonDate, londonTime } from '../rules/local-date.ts';

const source = 'Council approval procedure';

type Answer = { stepId: string; issue: number; by: Actor; address?: string | undefined };

const when = (at: string) => `on ${inWords(londonDate(at))} at ${londonTime(at)}`;

const verbs: Record<string, string> = {
  approve: 'approved',
  return: 'returned it',
  decline: 'declined it',
  support: 'answered in support',
  object: 'objected',
  comment: 'commented',
  amend: 'proposed an amendment',
  agree: 'agreed',
  refuse: 'did not agree',
};

/** Refuses what names a step that the decision does not have. */
export const noSuchStep = (words = 'This decision has no such step.'): Refused => refuse('no-such-step', source, words);

/** Why a step wants no answer now: who answered it and when, or what made it void. The step as it stands is the evidence. */
export const spent = (step: Step): Refused => {
  const name = answererOf(step);
  if (step.state === 'void')
    return refuse('step-void', source, `This is no longer asked: ${step.words} (${when(step.closedAt)}).`, {
      closedAt: step.closedAt,
    });
  if (step.state === 'silent')
    return refuse(
      'consultation-closed',
      'Council consultation rules',
      `Consultation has closed (${when(step.closedAt)}). No answer had come by then, and none is taken as consent.`,
      { closedAt: step.closedAt },
    );
  if (step.state === 'undeliverable')
    return refuse(
      'step-undeliverable',
      source,
      'An email to this address did not arrive, so this link no longer counts. If an answer is still wanted, the clerk can send a fresh one.',
    );
  if (step.state === 'waiting' || step.state === 'open')
    return refuse('step-not-open', source, 'This is not asked yet: somebody else answers first.');
  const entered = step.override === undefined ? '' : ', as the clerk entered';
  return refuse('already-answered', source, `${name} ${verbs[step.response] ?? 'answered'}${entered} ${when(step.actedAt)}.`, {
    answeredBy: name,
    answeredAt: step.actedAt,
    response: step.response,
  });
};

// By link the answerer is the person asked; a clerk who records somebody's answer acts under their own name.
const isOwn = (decision: Decision, step: Step, answer: Answer): boolean =>
  isOrWasTheirs(decision, answering(step).email) || actsOnOwn(decision, answer);

/** The open step that an answer is for; or why it cannot be answered: superseded link, answered, void, or the answerer's own proposal. */
export const answerable = (decision: Decision, answer: Answer, stage: Stage): { ok: true; step: OpenStep } | Refused => {
  const { stepId, issue } = answer;
  const step = stepOf(decision, stepId);
  if (!step || step.stage !== stage) return noSuchStep('This link belongs to no step of this decision.');
  if (step.state !== 'open') return spent(step);
  if (step.issue !== issue)
    return refuse('link-superseded', source, 'A newer email has replaced this link. Use the link in the newest one.');
  if (stage !== 'consultation' && isOwn(decision, step, answer))
    return refuse(
      'own-proposal',
      'Council scheme of delegation',
      `${decision.heldBefore ? 'This proposal is or was yours' : 'You submitted this proposal'}, so somebody else must clear or decide it. Ask the clerk to arrange cover.`,
    );
  return { ok: true, step };
};
