import { inWords } from '../../rules/local-date.ts';
import type { Contract } from './contract-api.ts';
import { radios, words } from '../form/common-fields.ts';
import type { ContractAction } from './contract-action.ts';
import type { Field } from '../form/field.ts';
import { noticeOptions } from './notice-names.ts';
import type { Session } from '../sign-in/session.ts';

const isRegistered = ({ status }: Contract): boolean => status === 'registered';
const isLive = ({ status }: Contract): boolean => status === 'registered' || status === 'proposed';
const hasTerm = ({ status }: Contract): boolean => status === 'registered' || status === 'ended';
const nextOption = (contract: Contract) => (contract.status === 'registered' ? contract.optionsAhead[0] : undefined);

const extendFields = (contract: Contract): Field[] => {
  const next = nextOption(contract);
  return [
    {
      as: 'date',
      name: 'on',
      label: 'The supplier was told on',
      ...(next ? { hint: `To be told by ${inWords(next.noticeBy)}; the contract then ends on ${inWords(next.endsOn)}.` } : {}),
    },
    {
      as: 'line',
      name: 'decision',
      label: 'Decision behind it (optional)',
      hint: 'Its number. It must be in effect. Needed where the option goes over the value approved.',
      width: 10,
    },
    { as: 'pounds', name: 'approvedPence', label: 'Value that the decision approved (optional)' },
    {
      as: 'words',
      name: 'late',
      label: 'Why it still counts',
      hint: 'Only where the supplier was told after the last day for notice, or this is recorded after the end.',
      rows: 3,
    },
  ];
};

const draftFields = (contract: Contract): Field[] => [
  radios('intent', 'What is the proposal to do?', {
    're-procure': 'Procure it again',
    ...(nextOption(contract) ? { extend: 'Extend it by its next option' } : {}),
    vary: 'Vary it',
    'let-lapse': 'Let it lapse',
  }),
];

const answerFields = (): Field[] => [
  radios('response', 'What is being done?', {
    acknowledge: 'It is seen and being acted on',
    snooze: 'It is put off to a day',
    'in-hand': 'A decision on what follows is in hand',
    'not-in-hand': 'The decision in hand will not be taken',
  }),
  { as: 'date', name: 'until', label: 'Put off until', hint: 'Only to put it off.' },
  { as: 'line', name: 'number', label: 'Number of the decision in hand', hint: 'Only where one is.', width: 10 },
  words('Why', 3, 'Needed to put it off, and where a decision is given up.'),
];

const ofAnswer: Record<string, string[]> = {
  acknowledge: ['words'],
  snooze: ['until', 'words'],
  'in-hand': ['number'],
  'not-in-hand': ['words'],
};

// What was typed for another answer than the one chosen is no part of it.
const chosenAnswer = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name === 'response' || ofAnswer[String(value.response)]?.includes(name)));

const noticeFields = (): Field[] => [
  { as: 'select', name: 'notice', label: 'Which notice', options: noticeOptions },
  { as: 'date', name: 'publishedOn', label: 'Published on' },
  { as: 'line', name: 'reference', label: 'Its number on Find a Tender (optional)', width: 20 },
];

const endFields = (): Field[] => [
  { as: 'date', name: 'on', label: 'Its last day' },
  radios('how', 'How did it end?', {
    expired: 'It expired',
    terminated: 'It was terminated',
    'brought-in-house': 'The service was brought in-house',
    replaced: 'It was replaced',
  }),
  words('Why', 3, 'Needed where it was terminated.'),
];

/** Everything that can be done to a contract by a form of its own, in the order in which it is wanted. */
export const contractActions: readonly ContractAction[] = [
  {
    name: 'draft-proposal',
    title: 'Open a draft proposal',
    button: 'Open the draft',
    does: 'A draft is begun with the contract’s value, divisions, decision maker and department carried over. It is yours to finish.',
    done: '',
    roles: ['officer', 'contracts'],
    when: isRegistered,
    fields: draftFields,
  },
  {
    name: 'extend',
    title: 'Record an option taken up',
    button: 'Record',
    does: 'The contract’s end moves, and every date that hangs on it. An option cannot be taken up after the contract has ended.',
    done: 'The option is recorded.',
    roles: ['contracts'],
    when: (contract) => nextOption(contract) !== undefined,
    fields: extendFields,
    asShown: true,
  },
  {
    name: 'alerts',
    title: 'Answer its alerts',
    button: 'Record',
    does: 'An alert that is answered is not sent again; the next one comes when it is due.',
    done: 'The answer is recorded.',
    roles: ['contracts'],
    when: isLive,
    fields: answerFields,
    sends: chosenAnswer,
    asShown: true,
  },
  {
    name: 'notices',
    title: 'Record a notice published',
    button: 'Record',
    does: 'A notice on record is not asked for again.',
    done: 'The notice is recorded.',
    roles: ['contracts'],
    when: hasTerm,
    fields: noticeFields,
  },
  {
    name: 'value',
    title: 'Record the value to date',
    button: 'Record',
    does: 'It is held against the value approved: over it, a new decision is asked for.',
    done: 'The value is recorded.',
    roles: ['contracts'],
    when: hasTerm,
    fields: () => [
      { as: 'pounds', name: 'toDatePence', label: 'Paid to date' },
      { as: 'date', name: 'on', label: 'As on' },
    ],
  },
  {
    name: 'end',
    title: 'Record its end',
    button: 'Record the end',
    does: 'It leaves the list of contracts that run. A termination notice that it owes is still asked for.',
    done: 'The end is recorded.',
    roles: ['contracts'],
    when: isRegistered,
    fields: endFields,
    grave: true,
  },
  {
    name: 'close',
    title: 'Close it unregistered',
    button: 'Close it',
    does: 'For a contract that was proposed and never came about. Was a tender or transparency notice published for it? Then publish a termination notice too (UK12), as soon as you reasonably can (Procurement Act 2023, s 55).',
    done: 'It is closed.',
    roles: ['contracts'],
    when: ({ status }) => status === 'proposed',
    fields: () => [words('Why', 3)],
    grave: true,
  },
];

/** Whether somebody may do this now, as far as the desk can tell; the API has the last word. */
export const isContractActionOpen = (action: ContractAction, contract: Contract, { roles }: Session['who']): boolean =>
  action.roles.some((role) => roles.includes(role)) && action.when(contract);

/** Whether somebody may change what the register says of a contract, or give one that is only proposed its real terms. */
export const mayAmend = (contract: Contract, { roles }: Session['who']): boolean => roles.includes('contracts') && isLive(contract);

const saved: Record<string, string> = { registered: 'The contract is in the register.', amended: 'The change is saved.' };

/** What was just done to a contract, to say so on its page; null for words that are none of ours. */
export const contractDoneWords = (name: string | null): string | null =>
  (contractActions.find((action) => action.name === name)?.done || saved[name ?? '']) ?? null;
