import { addMonths, inWords, latest } from '../../rules/local-date.ts';
import { anchorsOf } from '../../alert/alert-anchors.rules.ts';
import { atOnce } from '../../alert/rung.rules.ts';
import { nextAlertOn, putOffOn } from '../../alert/alerts-due.rules.ts';
import { rungsOf } from '../../alert/alert-ladder.rules.ts';
import { continuity } from '../continuity.rules.ts';
import type { Contract, ContractIn } from '../contract.schema.ts';
import { effectiveEnd, endOf, furthestEnd, maximumEnd, optionsAhead } from '../contract-dates.rules.ts';
import { committedValue, valueStanding } from '../contract-value.rules.ts';
import { type ContractView, contractViewSchema } from './contract-view.schema.ts';
import { nextRouteOf, type PlanGiven, safeStartFor } from '../../procurement/next-path.rules.ts';
import { noticesAhead } from '../../procurement/notices-ahead.rules.ts';
import { noticesOf } from '../../procurement/notices-due.rules.ts';
import { regimeInWords } from '../../procurement/regime.rules.ts';

type Warning = ContractView['warnings'][number];

const pastReorganisation = (contract: Contract, { settings }: PlanGiven): Warning[] => {
  const change = settings.reorganisation;
  const most = 'terms' in contract ? furthestEnd(contract) : endOf(contract);
  return change && most !== null && most >= change.on
    ? [{ code: 'past-reorganisation', words: `The contract can run until ${inWords(most)}, past ${inWords(change.on)}. ${change.words}` }]
    : [];
};

const following = (contract: Contract): Warning[] => {
  const end = endOf(contract);
  if (contract.successor === null || end === null) return [];
  const { kind, words } = continuity(end, contract.successor.start);
  return kind === 'continuous' ? [] : [{ code: kind, words }];
};

const signedTooSoon = (contract: Contract): Warning[] => {
  const signedOn = 'terms' in contract ? contract.terms.signedOn : undefined;
  const decision = contract.decisions.findLast(
    ({ effectiveFrom, outcome }) => effectiveFrom !== undefined && (outcome === 'award' || outcome === 'procure'),
  );
  const from = decision?.effectiveFrom;
  if (signedOn === undefined || from === undefined || signedOn >= from) return [];
  return [
    {
      code: 'signed-before-effective',
      words: `The contract was signed on ${inWords(signedOn)}. Decision ${decision?.number} took effect only on ${inWords(from)}.`,
    },
  ];
};

/**
 * What a reader must know before relying on a contract's entry: a gap or overlap, a signature before the decision had effect, a
 * term past the council's own end, dates only proposed.
 */
const warningsOf = (contract: Contract, given: PlanGiven): Warning[] => [
  ...(contract.status === 'proposed'
    ? [
        {
          code: 'proposed-dates',
          words: 'These dates are proposed in a decision. They are not contract dates until the contract is registered.',
        },
      ]
    : []),
  ...following(contract),
  ...signedTooSoon(contract),
  ...pastReorganisation(contract, given),
];

// As far ahead as a year after today or the end, whichever is later, so that the whole ladder can be seen.
const alertsOf = (contract: Contract, given: PlanGiven) => {
  const anchors = anchorsOf(contract, given);
  const horizon = addMonths(latest(given.on, anchors.end ?? given.on), 12);
  const told = new Map(contract.alerted.map(({ id, on }) => [id, on]));
  const rungs = rungsOf(contract, anchors, horizon).map(({ id, code, date, to, words }) => {
    const toldOn = told.get(id) ?? null;
    return { id, code, date: date === atOnce ? (toldOn ?? given.on) : date, to, words, toldOn };
  });
  const next = nextAlertOn(contract, anchors);
  return { nextAlertOn: next && latest(next, given.on), alerts: rungs.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
};

const datedPart = (contract: ContractIn<'registered' | 'ended'>, given: PlanGiven) => {
  const { terms, proposed, exercised, notices: published, toDate } = contract;
  const plan = safeStartFor(contract, given);
  const ahead = plan
    ? noticesAhead({ terms, route: nextRouteOf(contract), plan, spendsOver100mAYear: given.settings.spendsOver100mAYear, today: given.on })
    : [];
  const { newTotalPence: _, ...value } = valueStanding(contract, given.council, given.on);
  return {
    terms,
    proposed,
    exercised,
    regime: regimeInWords(terms),
    effectiveEnd: effectiveEnd(contract),
    maximumEnd: maximumEnd(contract),
    optionsAhead: contract.status === 'registered' ? optionsAhead(contract) : [],
    value: { ...value, committedPence: committedValue(contract), toDate },
    latestSafeStart: plan,
    notices: { ...noticesOf(contract), ahead, published },
  };
};

/** A contract as the council sees it on a Europe/London day, everything worked out; checked before it is given. */
export const contractView = (contract: Contract, given: PlanGiven): ContractView => {
  const { id, reference, ocid, version, decisions, successor, exit, inHand } = contract;
  const common = {
    id,
    reference,
    ocid,
    version,
    decisions,
    successor,
    exit,
    decisionInHand: inHand,
    snoozedUntil: putOffOn(contract, given.on),
    ...alertsOf(contract, given),
    warnings: warningsOf(contract, given),
  };
  if (contract.status === 'registered') return contractViewSchema.parse({ ...common, ...datedPart(contract, given), status: 'registered' });
  if (contract.status === 'ended')
    return contractViewSchema.parse({ ...common, ...datedPart(contract, given), status: 'ended', ended: contract.ended });
  return contractViewSchema.parse({ ...common, ...contract });
};
