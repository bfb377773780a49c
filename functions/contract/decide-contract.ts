import { invalid, refuse } from '../decision/refusal.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { acknowledgeAlert, dailyCheck, giveUpInHand, snoozeAlerts, takeDecisionInHand } from '../alert/alert-answer.rules.ts';
import { markContactUndeliverable } from '../alert/contacts.rules.ts';
import { amendContract, noteDecision } from './amendment.rules.ts';
import {
  type ContractCommand,
  type ContractCommandOf,
  type ContractCommandType,
  type ContractGiven,
  contractHappened,
  type ContractOutcome,
} from './contract-commands.ts';
import type { Contract, ContractIn } from './contract.schema.ts';
import { beforeEntered, effectiveEnd } from './contract-dates.rules.ts';
import { approvedBy, approvedValue } from './contract-value.rules.ts';
import { exerciseOption } from './option.rules.ts';
import { unknownNames } from './names-known.rules.ts';
import { referenceInUse } from './reference.rules.ts';
import { type contractTransitions, isHeardOf } from './contract-transitions.ts';
import { particularsOf } from './particulars.rules.ts';

type Transitions = typeof contractTransitions;
type Hearing<T extends ContractCommandType> = { [S in keyof Transitions]: T extends Transitions[S][number] ? S : never }[keyof Transitions];
type Existing = Exclude<ContractCommandType, 'propose-contract'>;
type Rules = {
  [T in Existing]: (contract: ContractIn<Hearing<T>>, command: ContractCommandOf<T>, given: ContractGiven) => ContractOutcome;
};

const register = (
  { reference, ocid, terms }: ContractCommandOf<'register-contract'>,
  approvedPence = approvedValue(terms),
): ContractOutcome => contractHappened({ type: 'contract-registered', reference, ocid, terms, approvedPence });

/**
 * A contract from a decision gets its own dates, and keeps beside them those that the decision proposed. It serves where the decision
 * said, and is approved at what the decision said, unless it is told otherwise.
 */
const confirm = (
  { reference, ocid, proposed, particulars: { divisionsAffected } }: ContractIn<'proposed'>,
  command: ContractCommandOf<'register-contract'>,
): ContractOutcome => {
  const terms = { ...(divisionsAffected ? { divisionsAffected } : {}), ...command.terms };
  return register({ ...command, reference, ocid, terms }, terms.approvedPence ?? approvedBy(proposed, terms) ?? approvedValue(terms));
};

const recordValue = (
  contract: ContractIn<'registered' | 'ended'>,
  { toDatePence, on }: ContractCommandOf<'record-value'>,
  { now }: ContractGiven,
): ContractOutcome => {
  if (on > londonDate(now)) return invalid([{ path: 'on', message: 'This day is still to come' }]);
  if (contract.toDate && on < contract.toDate.on)
    return invalid([{ path: 'on', message: `The value on ${inWords(contract.toDate.on)} is recorded already` }]);
  return contract.toDate?.pence === toDatePence && contract.toDate.on === on
    ? contractHappened()
    : contractHappened({ type: 'value-recorded', toDatePence, on });
};

// Each publication answers for one change or one year, so the same one must not be counted twice.
const recordNotice = (
  { notices }: ContractIn<'registered' | 'ended'>,
  { notice, publishedOn, reference }: ContractCommandOf<'record-notice'>,
  { now }: ContractGiven,
): ContractOutcome => {
  if (publishedOn > londonDate(now)) return invalid([{ path: 'publishedOn', message: 'This day is still to come' }]);
  const isKnown = notices.some((each) => each.notice === notice && each.publishedOn === publishedOn && each.reference === reference);
  return isKnown
    ? contractHappened()
    : contractHappened({ type: 'contract-notice-recorded', published: { notice, publishedOn, reference } });
};

const linkSuccessor = (contract: Contract, { successor }: ContractCommandOf<'link-successor'>): ContractOutcome => {
  if (successor.id === contract.id) return invalid([{ path: 'successor', message: 'A contract cannot follow itself' }]);
  const same = contract.successor?.id === successor.id && contract.successor.start === successor.start;
  return same ? contractHappened() : contractHappened({ type: 'successor-linked', successor });
};

const unlinkSuccessor = ({ successor }: Contract, { id }: ContractCommandOf<'unlink-successor'>): ContractOutcome =>
  successor?.id === id ? contractHappened({ type: 'successor-lost', id }) : contractHappened();

const endContract = (
  contract: ContractIn<'registered'>,
  { on, how, words }: ContractCommandOf<'end-contract'>,
  { now }: ContractGiven,
): ContractOutcome => {
  const end = effectiveEnd(contract);
  const tooEarly = beforeEntered(contract.terms, on);
  const faults = [
    ...(on > londonDate(now) ? [{ path: 'on', message: 'This day is still to come' }] : []),
    ...(tooEarly ? [{ path: 'on', message: tooEarly }] : []),
    ...(how === 'expired' && on !== end ? [{ path: 'on', message: `The contract expires on ${inWords(end)}` }] : []),
    ...(how === 'terminated' && !words.trim() ? [{ path: 'words', message: 'Say why the contract was terminated' }] : []),
  ];
  if (faults.length > 0) return invalid(faults);
  return on > end
    ? refuse('contract-expired', 'The contract’s own terms', `The contract ended on ${inWords(end)}, and cannot end later than that.`, {
        effectiveEnd: end,
      })
    : contractHappened({ type: 'contract-ended', ended: { on, how, words } });
};

const closeContract = (
  contract: ContractIn<'proposed'>,
  { words }: ContractCommandOf<'close-contract'>,
  { now }: ContractGiven,
): ContractOutcome =>
  words.trim()
    ? contractHappened({ type: 'contract-closed', on: londonDate(now), words })
    : invalid([{ path: 'words', message: `Say why "${contract.particulars.title}" will not be registered` }]);

const rules: Rules = {
  'register-contract': confirm,
  'amend-contract': amendContract,
  'note-decision': noteDecision,
  'exercise-option': exerciseOption,
  'record-value': recordValue,
  'link-successor': linkSuccessor,
  'unlink-successor': unlinkSuccessor,
  'plan-exit': ({ exit }, { how, decision, words }) =>
    exit?.how === how && exit.decision === decision
      ? contractHappened()
      : contractHappened({ type: 'exit-planned', exit: { how, decision, words } }),
  'record-notice': recordNotice,
  'acknowledge-alert': acknowledgeAlert,
  'snooze-alerts': snoozeAlerts,
  'take-decision-in-hand': takeDecisionInHand,
  'give-up-decision-in-hand': giveUpInHand,
  'mark-contact-undeliverable': markContactUndeliverable,
  'run-daily-check': dailyCheck,
  'end-contract': endContract,
  'close-contract': closeContract,
};

const begin = (command: ContractCommand): ContractOutcome => {
  if (command.type === 'register-contract') return register(command);
  if (command.type !== 'propose-contract') return refuse('no-such-contract', 'API', 'There is no such contract.');
  const { reference, ocid, particulars, proposed, decision } = command;
  return contractHappened({ type: 'contract-proposed', reference, ocid, particulars, proposed, decision });
};

const statusInWords = {
  proposed: 'is still only proposed',
  registered: 'is in the register',
  ended: 'has ended',
  closed: 'was closed without being registered',
} as const;

/**
 * What a command does to a contract at a moment: the events that then happened, or a refusal naming the rule, its source and
 * what would change the answer. Pure and total. No events is an answer too: what is asked has happened already.
 */
export const decideContract = (contract: Contract | null, command: ContractCommand, given: ContractGiven): ContractOutcome => {
  const outcome = decided(contract, command, given);
  if (!outcome.ok || !('terms' in command)) return outcome;
  const faults = unknownNames(command.terms, given.council, contract ? particularsOf(contract) : undefined);
  return faults.length > 0 ? invalid(faults) : outcome;
};

const decided = (contract: Contract | null, command: ContractCommand, given: ContractGiven): ContractOutcome => {
  if (contract === null) return begin(command);
  if (command.type === 'propose-contract') return contractHappened();
  if (command.type === 'register-contract' && contract.status !== 'proposed') return referenceInUse(contract);
  if (!isHeardOf(contract.status, command.type))
    return refuse(
      'not-in-this-status',
      'Council contract procedure',
      `This cannot be done: the contract ${statusInWords[contract.status]}.`,
      { status: contract.status },
    );
  const rule = rules[command.type] as (contract: Contract, command: ContractCommand, given: ContractGiven) => ContractOutcome;
  return rule(contract, command, given);
};
