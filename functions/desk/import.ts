import type { Refusal } from './desk-api.ts';
import type { Problem } from './field.ts';
import { mostItems, type PlanItem, readForwardPlan } from './forward-plan.ts';
import { type DeskAnswer, goTo, htmlAnswer } from './frame.tsx';
import { type Importing, importPage, type Saved } from './import.page.tsx';
import { councilOf, type Visit, visitorOf } from './visit.ts';

const drawn = async (visit: Visit, more: Partial<Importing> = {}): Promise<string> => {
  const council = await councilOf(visit);
  return importPage({ visitor: visitorOf(visit, council), form: visit.request.form, key: visit.freshKey(), stale: visit.staleForm, ...more });
};

const problem = async (visit: Visit, problems: Problem[]): Promise<DeskAnswer> => htmlAnswer(422, await drawn(visit, { problems }));

/** The page on which a plan or a past decision is brought in. */
export const showImport = async (visit: Visit): Promise<DeskAnswer> => htmlAnswer(200, await drawn(visit));

const inWordsOf = ({ words, problems }: Refusal): string => (problems.length > 0 ? problems.map(({ path, message }) => `${path}: ${message}`).join('. ') : words);

// Each under a key of its own, so that what is sent again after a silence is not saved twice.
const saveAll = async ({ api, request }: Visit, items: PlanItem[]): Promise<Saved[]> => {
  const saved: Saved[] = [];
  for (const [index, { subject, draft, findings }] of items.entries()) {
    const answered = await api.draft(draft, `${request.form.get('key') ?? ''}-${index}`);
    const looked = findings.length > 0 ? ` To look at: ${findings.join(' ')}` : '';
    saved.push(answered.ok ? { subject, path: `/desk/proposals/${answered.body.id}`, words: `Saved as a draft.${looked}` } : { subject, path: null, words: `Not saved. ${inWordsOf(answered.refusal)}` });
  }
  return saved;
};

const takePlan = async (visit: Visit): Promise<DeskAnswer> => {
  const items = readForwardPlan(await councilOf(visit), visit.request.form.get('plan') ?? '');
  if (items.length === 0) return problem(visit, [{ path: 'plan', message: 'Paste at least one item' }]);
  if (items.length > mostItems) return problem(visit, [{ path: 'plan', message: `There are ${items.length} items: paste ${mostItems} at a time` }]);
  if (visit.staleForm || visit.request.form.get('do') !== 'save') return htmlAnswer(200, await drawn(visit, { items }));
  return htmlAnswer(200, await drawn(visit, { saved: await saveAll(visit, items), form: new URLSearchParams() }));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const takeDecision = async (visit: Visit): Promise<DeskAnswer> => {
  const decision = parsed(visit.request.form.get('decision') ?? '');
  if (decision === undefined) return problem(visit, [{ path: 'decision', message: 'This is not JSON. Paste the whole of it, from its first brace to its last' }]);
  if (visit.staleForm) return htmlAnswer(200, await drawn(visit));
  const answered = await visit.api.importDecision(decision, visit.request.form.get('key') || visit.freshKey());
  if (answered.ok) return goTo(`/desk/proposals/${answered.body.id}?done=imported`);
  const { refusal } = answered;
  const problems = refusal.problems.map(({ path, message }) => ({ path: 'decision', message: `${path}: ${message}` }));
  return htmlAnswer(refusal.status === 400 ? 422 : refusal.status, await drawn(visit, { refusal, problems, ...(refusal.status >= 500 ? { key: visit.request.form.get('key') ?? '' } : {}) }));
};

/** Reads a plan and lists its findings, saves it as drafts, or brings a past decision in. */
export const takeImport = (visit: Visit): Promise<DeskAnswer> => (visit.request.form.get('do') === 'import' ? takeDecision(visit) : takePlan(visit));
