import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { draftSchema } from '../../proposal/proposal.schema.ts';
import { parseWhole } from '../../platform/http/issues.ts';
import { doneWords } from '../action/actions.ts';
import type { Assessment, Proposal } from '../desk-api.ts';
import { editPage, type Editing } from './edit.page.tsx';
import type { Form } from '../form/field.ts';
import { forCheck, onlyMissing } from './for-check.ts';
import { type Redrawn, refusedForm, sendForm, type Sending, takeForm } from '../form/form-round.ts';
import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import { newProposal, proposalFields } from './proposal-form.ts';
import { besides, readForm } from '../form/read-form.ts';
import { sinceVersion } from '../form/stale-edit.tsx';
import { councilOf, must, type Visit, visitorOf } from '../visit.ts';
import { writeForm } from '../form/write-form.ts';
import type { Fault } from '../../rules/fault.ts';

type Opened = { visit: Visit; council: CouncilResponse; proposal: Proposal | null };
type Drawn = Redrawn & Partial<Pick<Editing, 'assessment' | 'done'>>;

const open = async (visit: Visit): Promise<Opened> => {
  const { id } = visit.request.params;
  const [council, answered] = await Promise.all([councilOf(visit), id ? visit.api.proposal(id) : null]);
  return { visit, council, proposal: answered && must(answered) };
};

const drawn = ({ visit, council, proposal }: Opened, of: Drawn): string =>
  editPage({
    problems: [],
    refusal: null,
    assessment: null,
    since: null,
    key: visit.freshKey(),
    version: of.form.get('version') ?? undefined,
    added: null,
    done: null,
    ...of,
    visitor: visitorOf(visit, council),
    council,
    proposal,
    stale: visit.staleForm,
  });

/** Its faults stand under the proposal that was checked; the form's fields do not. */
const ofTheForm = (problems: Fault[]): Fault[] =>
  problems.map(({ path, message }) => ({ path: path.replace(/^proposal\.?/, ''), message }));

/** What the form says, and everything in it that the API's own schema would not take; nothing is sent for that. */
const readProposal = ({ council }: Opened, form: Form): { content: Record<string, unknown>; problems: Fault[] } => {
  const { value, problems } = readForm(proposalFields(council), form);
  const parsed = parseWhole(draftSchema, value);
  return { content: value, problems: [...problems, ...(parsed.ok ? [] : besides(problems, parsed.faults))] };
};

const withRows = (form: Form): Form => {
  for (const [name, rows] of newProposal()) if (!form.has(name) && rows === '0') form.append(name, rows);
  return form;
};

/** What a link from a contract asks the form to begin with; null for a form that begins empty. */
const fromContract = async ({ api, request: { query } }: Visit): Promise<Record<string, unknown> | null> => {
  const [contract, intent] = [query.get('contract'), query.get('intent')];
  return contract && intent ? must(await api.draftFrom(contract, intent)) : null;
};

/** A proposal form: empty, or filled in from a contract where a link of its alerts asks for that. Nothing is saved by looking. */
export const showNew = async (visit: Visit): Promise<DeskAnswer> => {
  const [opened, content] = await Promise.all([open(visit), fromContract(visit)]);
  return htmlAnswer(200, drawn(opened, { form: content ? withRows(writeForm(proposalFields(opened.council), content)) : newProposal() }));
};

/** The form of a proposal as it is saved, with what the rules make of it. */
export const showEdit = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  const form = withRows(writeForm(proposalFields(opened.council), opened.proposal ?? {}));
  const { content, problems } = readProposal(opened, form);
  const assessment = problems.length > 0 ? null : await visit.api.check(content);
  return htmlAnswer(
    200,
    drawn(opened, {
      form,
      version: String(opened.proposal?.version ?? ''),
      assessment: assessment?.ok ? assessment.body : null,
      done: doneWords(visit.request.query.get('done')),
    }),
  );
};

// What is only begun is named as missing beside the form, and does not keep the rest from being judged.
const withBegun = (assessment: Assessment, begun: Fault[]): Assessment => {
  const others = assessment.missing.filter(({ path }) => !begun.some((part) => part.path.split('.')[0] === path));
  return begun.length === 0 ? assessment : { ...assessment, complete: false, missing: [...others, ...begun] };
};

const checked = async (opened: Opened, form: Form, content: Record<string, unknown>, problems: Fault[]): Promise<DeskAnswer> => {
  const { begun, wrong } = onlyMissing(content, problems);
  const enough = forCheck(content, begun);
  if (wrong.length > 0 || !parseWhole(draftSchema, enough).ok) return htmlAnswer(422, drawn(opened, { form, problems }));
  const answered = await opened.visit.api.check(enough);
  if (answered.ok) return htmlAnswer(200, drawn(opened, { form, assessment: withBegun(answered.body, begun) }));
  return refusedForm((of) => drawn(opened, of), form, { ...answered.refusal, problems: ofTheForm(answered.refusal.problems) });
};

const saving = ({ visit: { api }, council, proposal }: Opened): Sending => ({
  send: (content, form, key) => (proposal ? api.replace(proposal.id, content, key, form.get('version') ?? '0') : api.draft(content, key)),
  after: ({ body }) => `/desk/proposals/${(body as Proposal).id}?done=${proposal ? 'saved' : 'drafted'}`,
  overtaken: async (form, content) => {
    const history = must(await api.history(proposal?.id ?? '')).items;
    return {
      since: proposal && sinceVersion(Number(form.get('version')), history, proposalFields(council), proposal, content),
      version: String(proposal?.version ?? ''),
    };
  },
});

/** Checks or saves what was typed, or shows it again with every row and fault. Nothing typed is ever lost by it. */
export const takeEdit = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  const draw = (of: Redrawn) => drawn(opened, of);
  return takeForm(visit, draw, (form) => {
    const { content, problems } = readProposal(opened, form);
    if (form.get('do') !== 'save') return checked(opened, form, content, problems);
    return problems.length > 0 ? htmlAnswer(422, draw({ form, problems })) : sendForm(visit, draw, form, content, saving(opened));
  });
};
