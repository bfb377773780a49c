import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import { drawnImport, importProblem } from './import-shown.ts';
import { readPasted, type RegisterTold, sendRegister } from './register-parts.ts';
import type { Visit } from '../visit.ts';

// What did not come in stands in the field again, to be put right.
const isAllIn = ({ imported, stopped, faults, refused }: RegisterTold): boolean =>
  imported && stopped === null && faults.length === 0 && refused.length === 0;

const statusOf = ({ stopped }: RegisterTold): number => (stopped === null || stopped === 'time' ? 200 : stopped.status);

/** Says what would become of each row of a register that was pasted, or brings in those that are good. */
export const takeRegister = async (visit: Visit): Promise<DeskAnswer> => {
  const pasted = readPasted(visit.request.form.get('register') ?? '');
  if (typeof pasted === 'string') return importProblem(visit, [{ path: 'register', message: pasted }]);
  if (visit.staleForm) return htmlAnswer(200, await drawnImport(visit));
  const imported = visit.request.form.get('do') === 'bring-register';
  const register = await sendRegister(pasted, imported, (csv, firstLine) => visit.api.contracts.importAll(csv, firstLine, imported));
  const refusal = register.stopped === 'time' ? null : register.stopped;
  return htmlAnswer(
    statusOf(register),
    await drawnImport(visit, { register, refusal, ...(isAllIn(register) ? { form: new URLSearchParams() } : {}) }),
  );
};
