import type * as z from 'zod/mini';
import type { Command } from '../decision/commands.ts';
import type { Interest, Stage, Step } from '../decision/decision.ts';
import type { Actor } from '../decision/events.ts';
import { answererOf } from '../decision/steps.ts';
import {
  agreementAnswer,
  answerSchemas,
  clearanceAnswer,
  consultationAnswer,
  determinationAnswer,
  type Fields,
  missingBeside,
} from './answer.schema.ts';
import type { Fault } from '../rules/fault.ts';

/** Whoever answers, as the history will name them: `X for Y` under a scheme where X covers for Y. */
const actorOf = (step: Step): Actor => ({
  kind: step.post ? 'post' : 'consultee',
  id: step.post ?? step.email,
  name: answererOf(step),
  capacity: step.cover ? `${step.title}, under ${step.cover.scheme}` : step.title,
  link: `${step.id}#${step.issue}`,
});

type Declared = z.infer<typeof determinationAnswer>;

const interestOf = ({ interest, interestKind: kind, interestDetail: detail, dispensation }: Declared): Interest =>
  interest === 'none' ? { interest } : { interest, kind, detail, dispensation };

// What may be left empty is often filled in to say so.
const saysNone = /^(no|none|nil|nothing|n\/?a|not applicable)\.?$/i;

const firstOfEach = (problems: Fault[]): Fault[] =>
  problems.filter(({ path }, at) => problems.findIndex((other) => other.path === path) === at);

const problemsIn = (stage: Stage, fields: Fields): Fault[] => {
  const { error } = answerSchemas[stage].safeParse(fields);
  const faults = (error?.issues ?? []).map(({ path, message }) => ({ path: String(path[0] ?? 'response'), message }));
  return firstOfEach([...faults, ...missingBeside(fields)]);
};

type Linked = { step: Step; issue: number };

const commandFor = ({ step, issue }: Linked, fields: Fields): Command => {
  const base = { by: actorOf(step), stepId: step.id, issue };
  switch (step.stage) {
    case 'clearance': {
      const { response, words = '' } = clearanceAnswer.parse(fields);
      return { ...base, type: 'give-clearance', response, words };
    }
    case 'consultation': {
      const { response, words = '', interestDetail: detail, dispensation } = consultationAnswer.parse(fields);
      const interest = detail && !saysNone.test(detail) ? { interest: { interest: 'declared' as const, detail, dispensation } } : {};
      return { ...base, type: 'answer-consultation', response, words, ...interest };
    }
    case 'agreement': {
      const { response, words = '' } = agreementAnswer.parse(fields);
      return { ...base, type: 'give-agreement', response, words };
    }
    case 'determination': {
      const answer = determinationAnswer.parse(fields);
      return {
        ...base,
        type: 'determine',
        response: answer.response,
        words: answer.words ?? '',
        interest: interestOf(answer),
        fingerprint: answer.fingerprint,
      };
    }
    default:
      return step.stage satisfies never;
  }
};

/** The command that a posted form stands for, or every problem in it. */
export const commandOf = (linked: Linked, fields: Fields): { ok: true; command: Command } | { ok: false; problems: Fault[] } => {
  const problems = problemsIn(linked.step.stage, fields);
  return problems.length === 0 ? { ok: true, command: commandFor(linked, fields) } : { ok: false, problems };
};

const plainest: Record<Stage, Fields> = {
  clearance: { response: 'approve' },
  consultation: { response: 'support' },
  agreement: { response: 'agree' },
  determination: { response: 'return', interest: 'none', words: '-' },
};

/** The least that could be answered: what `decide` is tried with, to learn whether any answer is wanted. Never carried out. */
export const trialCommand = (linked: Linked): Command => commandFor(linked, plainest[linked.step.stage]);
