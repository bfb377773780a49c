import { digestUndeliverable } from '../alert/send-digest.ts';
import { deployedContracts } from '../contract/contract-deployed.ts';
import { deployed } from '../platform/deployed.ts';
import type { EmailItem } from './email-item.ts';
import { markUndeliverable } from './undeliverable.ts';

/** Marks as deployed that an email never arrived, on the step or the contract that it was about. It takes every rule of both to do so, which a report of SES seldom needs. */
export const undelivered = (email: EmailItem, words: string): Promise<void> => {
  const around = { ...deployedContracts(), ...deployed() };
  return markUndeliverable({ ...around, digestUndeliverable: digestUndeliverable(around) }, email, words);
};
