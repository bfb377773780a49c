import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { londonDate } from '../../rules/local-date.ts';
import { contractActions } from './contract-actions.ts';
import type { Contract } from './contract-api.ts';
import { contractParts } from './contract-fields.ts';
import { type ContractForm, contractFormPage } from './contract-form.page.tsx';
import { contractPage } from './contract.page.tsx';
import { contractsPage } from './contracts.page.tsx';
import type { Field } from '../form/field.ts';
import { begun, type Redrawn, type Sending, takeAndSend } from '../form/form-round.ts';
import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import { sinceVersion } from '../form/stale-edit.tsx';
import { councilOf, must, nothingHere, type Visit, visitorOf } from '../visit.ts';

const listQuery = (visit: Visit): Record<string, string> =>
  Object.fromEntries(
    ['owner', 'over', 'cursor'].flatMap((name) => (visit.request.query.get(name) ? [[name, visit.request.query.get(name) ?? '']] : [])),
  );

/** Contracts by the day on which each needs something; of one owner, or those that are over, where asked. */
export const showContracts = async (visit: Visit): Promise<DeskAnswer> => {
  const query = listQuery(visit);
  const [council, found] = await Promise.all([councilOf(visit), visit.api.contracts.list({ limit: '25', ...query })]);
  return htmlAnswer(
    200,
    contractsPage({
      visitor: visitorOf(visit, council),
      today: londonDate(visit.now),
      ...must(found),
      owner: query.owner ?? '',
      over: query.over === 'true',
    }),
  );
};

/** One contract, with what falls due and what may be done. */
export const showContract = async (visit: Visit): Promise<DeskAnswer> => {
  const [council, found] = await Promise.all([councilOf(visit), visit.api.contracts.one(visit.request.params.id ?? '')]);
  return htmlAnswer(
    200,
    contractPage({
      visitor: visitorOf(visit, council),
      today: londonDate(visit.now),
      contract: must(found),
      done: visit.request.query.get('done'),
    }),
  );
};

/** One form about contracts: what it shows, what it begins with, and what sending it does. */
type Doing = Pick<ContractForm, 'title' | 'does' | 'button' | 'grave' | 'parts'> & Sending & { begins: object };

type Opened = { visit: Visit; council: CouncilResponse; contract: Contract | null; doing: Doing };

const page = (id: string, done: string): string => `/desk/contracts/${encodeURIComponent(id)}?done=${done}`;

const registering = (visit: Visit, council: CouncilResponse): Doing => ({
  title: 'Register a contract',
  does: 'It is watched from tomorrow’s check on, and public at once but for what you withhold.',
  button: 'Register',
  grave: false,
  parts: contractParts(council),
  begins: { subject: 'services', serviceClass: 'standard', route: 'open' },
  send: (value, _, key) => visit.api.contracts.register(value, key),
  after: ({ body }) => page((body as Contract).id, 'registered'),
});

const whyFields: Field[] = [
  { as: 'words', name: 'words', label: 'What changed and why', hint: 'Kept in the history.', rows: 3 },
  {
    as: 'line',
    name: 'approvedBy',
    label: 'Decision that allows it (optional)',
    hint: 'Its number. It must be in effect. Needed for a value over what was approved, or an end later than the contract allows.',
    width: 10,
  },
];

// A charity's own number has no field here, and must not be lost by saving the form.
const withCharity = ({ vcse, ...value }: Record<string, unknown>, contract: Contract): Record<string, unknown> => {
  const known = 'vcse' in contract ? contract.vcse : undefined;
  return vcse === undefined ? value : { ...value, vcse: vcse === true && typeof known === 'object' ? known : vcse };
};

const said = (contract: object): object => Object.fromEntries(Object.entries(contract).filter(([, value]) => value !== null));

// What follows from the facts under these names is not its officers’ word until they say it. Where the API does not tell what they said,
// all of it is kept: the law is the same said or worked out, and what follows would be lost.
const statedIn = (contract: Contract): object => {
  const unsaid = { regime: undefined, successor: undefined };
  if (!('effectiveEnd' in contract)) return unsaid;
  const { stated = { regime: contract.regime, successor: contract.successor?.id } } = contract;
  return { ...unsaid, ...stated };
};

const amending = (visit: Visit, council: CouncilResponse, contract: Contract): Doing => {
  const isProposed = contract.status === 'proposed';
  const parts = contractParts(council);
  const begins = {
    subject: 'services',
    serviceClass: 'standard',
    ...said(contract),
    ...statedIn(contract),
    ...('vcse' in contract && typeof contract.vcse === 'object' ? { vcse: true } : {}),
  };
  return {
    title: isProposed ? 'Register its real dates' : 'Change its particulars',
    button: 'Save',
    grave: false,
    parts: isProposed ? parts : [...parts, { id: 'part-why', title: 'Why it changes', fields: whyFields }],
    does: isProposed
      ? 'The dates of the decision are kept beside the contract’s own.'
      : 'A value over what was approved, or an end later than the contract allows, needs the decision that approves it.',
    begins,
    send: (value, form, key) => visit.api.contracts.amend(contract.id, withCharity(value, contract), key, form.get('version') ?? '0'),
    after: () => page(contract.id, isProposed ? 'registered' : 'amended'),
    overtaken: async (form, value) => {
      const history = must(await visit.api.contractHistory(contract.id)).items;
      return {
        since: sinceVersion(
          Number(form.get('version')),
          history,
          parts.flatMap(({ fields }) => fields),
          begins,
          value,
        ),
        version: String(contract.version),
      };
    },
  };
};

const acting = (visit: Visit, contract: Contract): Doing | null => {
  const action = contractActions.find(({ name }) => name === visit.request.params.action);
  if (!action) return null;
  const { name, grave = false, title, does, button, asShown, sends } = action;
  return {
    title,
    does,
    button,
    grave,
    parts: [{ id: 'part-action', title, fields: action.fields(contract) }],
    begins: {},
    ...(sends && { sends }),
    send: (value, form, key) => visit.api.actOnContract(contract.id, name, value, key, (asShown && form.get('version')) || undefined),
    after: ({ location }) =>
      name === 'draft-proposal' && location ? `/desk${location.replace(/^.*\/api/, '')}?done=drafted` : page(contract.id, name),
    overtaken: async () => ({ since: null, version: String(contract.version) }),
  };
};

const open = async (visit: Visit): Promise<Opened> => {
  const { id, action } = visit.request.params;
  const [council, found] = await Promise.all([councilOf(visit), id ? visit.api.contracts.one(id) : null]);
  const contract = found && must(found);
  const doing = contract ? (action === 'edit' ? amending(visit, council, contract) : acting(visit, contract)) : registering(visit, council);
  if (!doing) throw nothingHere();
  return { visit, council, contract, doing };
};

const fieldsOf = ({ doing }: Opened): Field[] => doing.parts.flatMap(({ fields }) => fields);

const drawn = (
  { visit, council, contract, doing: { begins: _, send: __, after: ___, overtaken: ____, ...doing } }: Opened,
  of: Redrawn,
): string =>
  contractFormPage({
    problems: [],
    refusal: null,
    added: null,
    since: null,
    key: visit.freshKey(),
    version: of.form.get('version') ?? undefined,
    ...of,
    ...doing,
    visitor: visitorOf(visit, council),
    contract,
    path: visit.request.path,
    stale: visit.staleForm,
  });

/** The form for one thing that can be done to a contract, or for a new one. */
export const showContractForm = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  const form = begun(fieldsOf(opened), opened.doing.begins);
  if (opened.contract) form.set('version', String(opened.contract.version));
  return htmlAnswer(200, drawn(opened, { form }));
};

/** Carries out what a form about a contract asks, or shows it again with every row, fault and refusal. */
export const takeContractForm = async (visit: Visit): Promise<DeskAnswer> => {
  const opened = await open(visit);
  return takeAndSend(visit, fieldsOf(opened), (of) => drawn(opened, of), opened.doing);
};
