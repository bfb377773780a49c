import { type Action, none } from './action.ts';
import type { Field } from '../form/field.ts';

const deferFields = (): Field[] => [
  { as: 'words', name: 'reason', label: 'Why', rows: 4 },
  { as: 'date', name: 'until', label: 'Until (optional)', hint: 'A date to come.' },
];

const withdrawFields = (): Field[] => [
  { as: 'words', name: 'reason', label: 'Why', hint: 'Kept in the history, and published where the notice is.', rows: 4 },
];

const handOverFields = (): Field[] => [
  {
    as: 'group',
    name: 'to',
    label: 'The officer who holds it from now on',
    fields: [
      { as: 'line', name: 'name', label: 'Name' },
      { as: 'line', name: 'email', label: 'Email address', hint: 'The one with which they sign in.' },
    ],
  },
  { as: 'words', name: 'reason', label: 'Why', hint: 'Kept in the history, and told to both officers and the lead director.', rows: 4 },
];

/** Putting a proposal off, taking it up again, handing it over, and giving it up. */
export const stoppingActions: readonly Action[] = [
  {
    name: 'resume',
    title: 'Take it up again',
    button: 'Take up again',
    does: 'It goes on from where it was put off.',
    done: 'Taken up again.',
    command: 'resume-proposal',
    roles: ['officer', 'clerk'],
    fields: none,
  },
  {
    name: 'defer',
    title: 'Defer it',
    button: 'Defer',
    does: 'It waits. Consultation goes on and the notice stays public.',
    done: 'Deferred.',
    command: 'defer-proposal',
    roles: ['officer', 'clerk'],
    fields: deferFields,
  },
  {
    name: 'hand-over',
    title: 'Hand it over to another officer',
    button: 'Hand over',
    does: 'The proposal is theirs from now on, and no longer the officer’s who held it. Neither of them can clear or decide it.',
    done: 'Handed over. Both officers are told.',
    command: 'hand-over-proposal',
    roles: ['clerk'],
    fields: handOverFields,
  },
  {
    name: 'withdraw',
    title: 'Withdraw it',
    button: 'Withdraw',
    does: 'It goes no further, for good. Its number is never used again, and everyone asked is told.',
    done: 'Withdrawn.',
    command: 'withdraw-proposal',
    roles: ['officer', 'clerk'],
    fields: withdrawFields,
    grave: true,
  },
];
