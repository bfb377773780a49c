import type { Contract } from '../contract.schema.ts';
import type { ContractEvent } from '../contract-events.ts';
import { type Judged, planGiven } from '../store/contract-items.ts';
import type { ContractResponse } from './contract-responses.schema.ts';
import { contractView } from './contract.view.ts';
import { regimeOf } from '../../procurement/regime.rules.ts';

/** A contract as the private routes answer it at a moment: flat, as it was sent, with what follows from it beside. */
export const contractAnswer = (contract: Contract, judged: Judged): ContractResponse => {
  const view = contractView(contract, planGiven(judged));
  if ('terms' in view) {
    const { terms, regime, ...rest } = view;
    const stated = { regime: terms.regime, successor: terms.successor };
    return { ...terms, ...rest, stated, regime: regimeOf(terms), regimeInWords: regime };
  }
  const {
    particulars: { supplier, ...known },
    ...rest
  } = view;
  return {
    ...known,
    ...rest,
    supplier: supplier === undefined ? null : { name: supplier },
    start: rest.proposed.start ?? null,
    end: rest.proposed.end ?? null,
  };
};

/** An event of a contract as the history shows it. */
export const contractHistoryLine = ({ happening: { type, ...what }, ...rest }: ContractEvent) => ({ ...rest, type, what });
