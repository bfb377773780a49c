import type { Refusal } from '../api-call.ts';
import { mostItems, type PlanItem, readForwardPlan } from './forward-plan.ts';
import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import type { Saved } from './import-parts.tsx';
import { drawnImport, importProblem } from './import-shown.ts';
import { councilOf, type Visit } from '../visit.ts';

const inWordsOf = ({ words, problems }: Refusal): string =>
  problems.length > 0 ? problems.map(({ path, message }) => `${path}: ${message}`).join('. ') : words;

// Each under a key of its own, so that what is sent again after a silence is not saved twice.
const saveAll = async ({ api, request }: Visit, items: PlanItem[]): Promise<Saved[]> => {
  const saved: Saved[] = [];
  for (const [index, { subject, draft, findings }] of items.entries()) {
    const answered = await api.draft(draft, `${request.form.get('key') ?? ''}-${index}`);
    const looked = findings.length > 0 ? ` To look at: ${findings.join(' ')}` : '';
    saved.push(
      answered.ok
        ? { subject, path: `/desk/proposals/${answered.body.id}`, words: `Saved as a draft.${looked}` }
        : { subject, path: null, words: `Not saved. ${inWordsOf(answered.refusal)}` },
    );
  }
  return saved;
};

/** Reads a forward plan and lists its findings, or saves its items as drafts. */
export const takePlan = async (visit: Visit): Promise<DeskAnswer> => {
  const items = readForwardPlan(await councilOf(visit), visit.request.form.get('plan') ?? '');
  if (items.length === 0) return importProblem(visit, [{ path: 'plan', message: 'Paste at least one item' }]);
  if (items.length > mostItems)
    return importProblem(visit, [{ path: 'plan', message: `There are ${items.length} items: paste ${mostItems} at a time` }]);
  if (visit.staleForm || visit.request.form.get('do') !== 'save') return htmlAnswer(200, await drawnImport(visit, { items }));
  return htmlAnswer(200, await drawnImport(visit, { saved: await saveAll(visit, items), form: new URLSearchParams() }));
};
