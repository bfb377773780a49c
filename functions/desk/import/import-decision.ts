import { type DeskAnswer, goTo, htmlAnswer } from '../frame.tsx';
import { drawnImport, importProblem } from './import-shown.ts';
import type { Visit } from '../visit.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Brings in a decision that was taken elsewhere, or shows it again with every fault that the API finds in it. */
export const takeDecision = async (visit: Visit): Promise<DeskAnswer> => {
  const decision = parsed(visit.request.form.get('decision') ?? '');
  if (decision === undefined)
    return importProblem(visit, [
      { path: 'decision', message: 'This is not JSON. Paste the whole of it, from its first brace to its last' },
    ]);
  if (visit.staleForm) return htmlAnswer(200, await drawnImport(visit));
  const answered = await visit.api.importDecision(decision, visit.request.form.get('key') || visit.freshKey());
  if (answered.ok) return goTo(`/desk/proposals/${answered.body.id}?done=imported`);
  const { refusal } = answered;
  const problems = refusal.problems.map(({ path, message }) => ({ path: 'decision', message: `${path}: ${message}` }));
  return htmlAnswer(
    refusal.status === 400 ? 422 : refusal.status,
    await drawnImport(visit, { refusal, problems, ...(refusal.status >= 500 ? { key: visit.request.form.get('key') ?? '' } : {}) }),
  );
};
