import type { Step } from '../decision/decision.ts';
import { nameFacts } from '../email/facts.ts';
import { type Letter, letterTo, personOf, type Scene } from '../email/letter.ts';
import { codeMinutes } from './code.rules.ts';

/** The six-digit code that signs a decision of high value, on its own: this letter carries no link. */
export const signingCode = (scene: Scene, step: Step, code: string): Letter =>
  letterTo(personOf(step), scene, {
    kind: 'signing-code',
    about: 'your code to sign',
    heading: `Your code is ${code.slice(0, 3)} ${code.slice(3)}`,
    paragraphs: [
      `Type it on the page that you opened. It works for ${codeMinutes} minutes, and only the newest code works.`,
      'If you did not ask for it, somebody else may have your link. Do not pass this code on, and tell the clerk.',
    ],
    facts: nameFacts(scene, personOf(step)),
    whatHappensNext: 'Nothing is decided until you sign on that page.',
  });
