import { refuse, type Refused, invalid } from '../decision/refusal.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { type ContractCommandOf, type ContractGiven, contractHappened, type ContractOutcome } from './contract-commands.ts';
import { optionChange } from './contract-change.rules.ts';
import type { ContractIn } from './contract.schema.ts';
import { beforeEntered, effectiveEnd, type OptionAhead, optionsAhead } from './contract-dates.rules.ts';
import { spentOrBound, valueFinding } from './contract-value.rules.ts';
import { exitLifted, exitStands } from './exit.rules.ts';

type Registered = ContractIn<'registered'>;
type Exercise = ContractCommandOf<'exercise-option'>;

const terms = 'The contract’s own terms';

const inTime = (contract: Registered, command: Exercise, option: OptionAhead, today: LocalDate): Refused | null => {
  const end = effectiveEnd(contract);
  const gone = `The contract ended on ${inWords(end)}, and an option cannot be exercised after expiry. A new decision is needed.`;
  const wrong = command.on > today ? 'This day is still to come' : beforeEntered(contract.terms, command.on);
  if (wrong) return invalid([{ path: 'on', message: wrong }]);
  if (command.on > end) return refuse('option-after-expiry', terms, gone, { effectiveEnd: end });
  const said = command.late?.trim();
  if (today > end && !said)
    return refuse(
      'option-recorded-after-expiry',
      terms,
      `The contract ended on ${inWords(end)}. Say how it is known that the option was exercised by then.`,
      { effectiveEnd: end },
    );
  if (command.on <= option.noticeBy || said) return null;
  return refuse(
    'option-notice-late',
    terms,
    `Notice of this option was due by ${inWords(option.noticeBy)}. Say why it can still be exercised: the supplier must have agreed.`,
    { noticeBy: option.noticeBy },
  );
};

const authorised = (contract: Registered, command: Exercise, option: OptionAhead, given: ContractGiven): Refused | null => {
  const standing = exitStands(contract, command.decision);
  if (standing) return standing;
  const found = valueFinding(
    command.approvedPence ?? contract.approvedPence,
    spentOrBound(contract) + option.amountPence,
    given.council,
    londonDate(given.now),
  );
  const raised = command.approvedPence !== undefined && !command.decision;
  if (raised) return invalid([{ path: 'decision', message: 'Name the decision that approved this value' }]);
  return found.needsDecision ? refuse('value-over-approved', 'SI 2012/2089 reg 8; Council constitution', found.words, { ...found }) : null;
};

// Sent twice, it would prolong the contract twice.
const sentAgain = ({ exercised }: Registered, { on, isSeen }: Exercise, next: OptionAhead): Refused | null => {
  const last = exercised.at(-1);
  return last?.on === on && isSeen === false
    ? refuse(
        'option-taken-up-that-day',
        'API',
        `Option ${last.option} is recorded as taken up on ${inWords(on)}. For option ${next.option} to be taken up on that day too, send If-Match with the contract as it stands.`,
        { option: last.option },
      )
    : null;
};

/**
 * Takes up the next extension option. Refused after expiry; after its notice deadline, unless somebody says why it can still
 * be done; over the value approved, unless a new decision approves the new total; and on the day of the one before, unless that was seen.
 */
export const exerciseOption = (contract: Registered, command: Exercise, given: ContractGiven): ContractOutcome => {
  const option = optionsAhead(contract)[0];
  if (!option) return refuse('no-option-left', terms, 'The contract has no extension option left. A new decision is needed to go on.');
  const refused =
    sentAgain(contract, command, option) ??
    inTime(contract, command, option, londonDate(given.now)) ??
    authorised(contract, command, option, given);
  if (refused) return refused;
  const { months, amountPence, endsOn } = option;
  const exercised = { option: option.option, months, amountPence, on: command.on, endsOn, decision: command.decision, late: command.late };
  const { approvedPence, decision } = command;
  const known = contract.decisions.find(({ number, outcome }) => number === decision && outcome === 'extend');
  const approval =
    approvedPence !== undefined && decision
      ? [{ type: 'decision-noted' as const, decision: known ?? { number: decision, outcome: 'extend' as const }, approvedPence }]
      : [];
  return contractHappened(...approval, ...exitLifted(contract, decision), {
    type: 'option-exercised',
    exercised,
    change: optionChange(contract, option.option, command.on),
  });
};
