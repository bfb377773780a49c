import { answererOf, stepOf } from '../decision/steps.ts';
import { named, type Scene } from './letter.ts';

type Answered = Scene & { happening: { stepId: string } };

/** Whoever answered the step of an event, by name and title, also where a clerk entered what came another way. */
export const whoAnswered = ({ decision, by, happening }: Answered): string => {
  const step = stepOf(decision, happening.stepId);
  return step ? named({ name: answererOf(step), title: step.title }) : by.name;
};

/** That a clerk entered an answer, as the end of a paragraph; nothing of one that was given by its link. */
export const enteredBy = ({ by }: Scene): string => (by.kind === 'clerk' ? ` ${by.name} entered the answer, which came another way.` : '');
