import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { type ContractCommandOf, type ContractGiven, contractHappened, type ContractOutcome } from './contract-commands.ts';
import { changeNotice } from './contract-change.rules.ts';
import type { Contract, ContractIn } from './contract.schema.ts';
import type { NotedDecision } from './contract-noted.schema.ts';
import type { Terms } from './contract-terms.schema.ts';
import { effectiveEnd, maximumEnd } from './contract-dates.rules.ts';
import { approvedValue, committedValue, valueFinding } from './contract-value.rules.ts';
import { exitLifted, exitStands } from './exit.rules.ts';

type Registered = ContractIn<'registered'>;
type Amend = ContractCommandOf<'amend-contract'>;

const keepsExercised = ({ exercised }: Registered, terms: Terms): Refused | null => {
  const changed = exercised.some(
    ({ months, amountPence }, index) =>
      terms.extensionOptions[index]?.months !== months || terms.extensionOptions[index]?.amountPence !== amountPence,
  );
  return changed
    ? refuse(
        'option-already-exercised',
        'The contract’s own terms',
        'An extension option that has been exercised cannot be changed or taken away.',
      )
    : null;
};

const withinTerm = (contract: Registered, { terms, decision }: Amend, given: ContractGiven): Refused | null => {
  if (decision !== undefined) return null;
  const [before, after, today] = [effectiveEnd(contract), effectiveEnd({ ...contract, terms }), londonDate(given.now)];
  const expired = `The contract ended on ${inWords(before)}, and what has ended cannot be prolonged. Name the decision, if this puts a mistyped date right.`;
  if (before < today && after > before) return refuse('contract-expired', 'The contract’s own terms', expired, { effectiveEnd: before });
  // Its options are counted with its term: prolonged within them and left with them all, it could be prolonged again and again.
  const [most, further] = [maximumEnd(contract), maximumEnd({ ...contract, terms })];
  const longer = `The contract can run until ${inWords(most)} at most, with every option. Name the decision that lets it run until ${inWords(further)}.`;
  return further > most
    ? refuse(
        'term-over-approved',
        'Council constitution; Procurement Act 2023, s 74, or Public Contracts Regulations 2015, reg 72',
        longer,
        {
          maximumEnd: most,
        },
      )
    : null;
};

const approvalAfter = (contract: Registered, { terms, decision }: Amend): number =>
  decision === undefined ? contract.approvedPence : approvedValue(terms);

/**
 * Replaces the particulars of a registered contract. A value over what was approved, an end later than the contract allows with every
 * option, or a later one where a decision lets it end, needs the decision that approves it; an option once exercised stays as it was.
 */
export const amendContract = (contract: Registered, command: Amend, given: ContractGiven): ContractOutcome => {
  const { terms, words, decision } = command;
  const approvedPence = approvalAfter(contract, command);
  const found = valueFinding(approvedPence, committedValue({ ...contract, terms }), given.council, londonDate(given.now));
  const isProlonged = effectiveEnd({ ...contract, terms }) > effectiveEnd(contract);
  const refused =
    keepsExercised(contract, terms) ??
    withinTerm(contract, command, given) ??
    (isProlonged ? exitStands(contract, decision) : null) ??
    (found.needsDecision ? refuse('value-over-approved', 'SI 2012/2089 reg 8; Council constitution', found.words, { ...found }) : null);
  if (refused) return refused;
  const lifted = isProlonged ? exitLifted(contract, decision) : [];
  return words.trim()
    ? contractHappened(...lifted, {
        type: 'contract-amended',
        terms,
        approvedPence,
        words,
        decision,
        change: { ...changeNotice(contract, terms, londonDate(given.now)), ...(isProlonged ? { prolongs: true } : {}) },
      })
    : invalid([{ path: 'words', message: 'Say what changed and why' }]);
};

/** Whether this very decision is on the contract already, so that hearing of it twice changes nothing. */
const isNoted = (contract: { decisions: NotedDecision[] }, { number, outcome }: NotedDecision): boolean =>
  contract.decisions.some((noted) => noted.number === number && noted.outcome === outcome);

/** Whether a contract was last awarded by another decision than the one of a number, and than those whose place that takes. */
export const hasAnotherAward = ({ decisions }: Pick<Contract, 'decisions'>, ofNumber: string, inPlaceOf: string[] = []): boolean => {
  const last = decisions.findLast(({ outcome }) => outcome === 'award');
  return last !== undefined && ![ofNumber, ...inPlaceOf].includes(last.number);
};

/**
 * Puts a decision on the contract that it bears on: what it awarded, extended or approved. Heard twice, it counts once; one that extends
 * takes back another that let the contract end. What was awarded otherwise is not awarded again: that is a contract of its own.
 */
export const noteDecision = (
  contract: Contract,
  { decision, proposed, approvedPence, inPlaceOf }: ContractCommandOf<'note-decision'>,
): ContractOutcome => {
  if (isNoted(contract, decision)) return contractHappened();
  if (proposed && hasAnotherAward(contract, decision.number, inPlaceOf))
    return refuse('awarded-otherwise', 'Council contract procedure', 'Another decision has awarded this contract.');
  const lifted =
    contract.status !== 'ended' && decision.outcome === 'extend' ? exitLifted(contract, decision.number, decision.effectiveFrom) : [];
  return contractHappened({ type: 'decision-noted', decision, proposed, approvedPence }, ...lifted);
};
