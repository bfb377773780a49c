import { type Action, none } from './action.ts';
import type { Field } from '../form/field.ts';

const deferFields = (): Field[] => [
  { as: 'words', name: 'reason', label: 'Why', rows: 4 },
  { as: 'date', name: 'until', label: 'Until (optional)', hint: 'A date to come.' },
];

const withdrawFields = (): Field[] => [
  { as: 'words', name: 'reason', label: 'Why', hint: 'Kept in the history, and published where the notice is.', rows: 4 },
];

/** Putting a proposal off, taking it up again, and giving it up. */
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
