import type { Role } from '../../platform/http/caller.ts';
import type { Contract } from './contract-api.ts';
import type { Field } from '../form/field.ts';

/** Something that may be done to a contract by one form: a page of the desk, a command of the API. */
export type ContractAction = {
  name: string;
  title: string;
  button: string;
  does: string;
  done: string;
  roles: readonly Role[];
  when: (contract: Contract) => boolean;
  fields: (contract: Contract) => Field[];
  /** What is sent, where not all that the form holds. */
  sends?: (value: Record<string, unknown>) => Record<string, unknown>;
  grave?: boolean;
  /** Whether it is done to the contract as it was shown and no other: what the form stands for is another thing once more has happened. */
  asShown?: true;
};
