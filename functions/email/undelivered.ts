import { digestUndeliverable } from '../alert/digest-undeliverable.ts';
import { deployedContracts } from '../contract/store/contract-deployed.ts';
import { deployed } from '../platform/deployed.ts';
import { markUndeliverable, type Undelivered } from './undeliverable.ts';
import { unreached } from './unreached.ts';

/**
 * Marks as deployed that an email never arrived, on the step or the contract that it was about. It takes every rule of both to do so, which
 * few emails need.
 */
export const undelivered: Undelivered = (email, words) => {
  const around = { ...deployedContracts(), ...deployed() };
  const telling = {
    ...around,
    unreached: unreached.bind(null, around.table),
    digestUndeliverable: digestUndeliverable(around),
  };
  return markUndeliverable(telling, email, words);
};
