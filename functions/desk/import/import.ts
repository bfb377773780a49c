import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import { takeDecision } from './import-decision.ts';
import { takePlan } from './import-plan.ts';
import { takeRegister } from './import-register.ts';
import { drawnImport } from './import-shown.ts';
import type { Visit } from '../visit.ts';

/** The page on which a plan, a past decision or a register is brought in. */
export const showImport = async (visit: Visit): Promise<DeskAnswer> => htmlAnswer(200, await drawnImport(visit));

/**
 * Takes what was pasted by the button that was pressed: a plan is read or saved, a past decision brought in, a register checked or brought
 * in.
 */
export const takeImport = (visit: Visit): Promise<DeskAnswer> => {
  switch (visit.request.form.get('do')) {
    case 'import':
      return takeDecision(visit);
    case 'check-register':
    case 'bring-register':
      return takeRegister(visit);
    default:
      return takePlan(visit);
  }
};
