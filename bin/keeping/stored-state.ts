import { type Contract, contractSchema } from '../../functions/contract/contract.schema.ts';
import { type Decision, decisionSchema } from '../../functions/decision/decision.ts';
import { contractIdOf, decisionIdOf } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { Shelves } from './shelves.ts';

const stateOf = (item: Item): unknown => unpack(packedSchema.parse(item.state));

const current = ({ all }: Shelves, isOne: (pk: string) => boolean): Item[] => all.filter(({ pk, sk }) => sk === 'CURRENT' && isOne(pk));

const { compare } = new Intl.Collator('en-GB', { numeric: true });
const by =
  <T>(nameOf: (one: T) => string) =>
  (a: T, b: T): number =>
    compare(nameOf(a), nameOf(b));

/** Every decision of a table, by number, and what has none by id. Throws for one whose state does not parse: what cannot be read is not removed. */
export const decisionsOf = (shelves: Shelves): Decision[] =>
  current(shelves, (pk) => decisionIdOf(pk) !== null)
    .map((item) => decisionSchema.parse(stateOf(item)))
    .sort(by(({ number, id }) => number ?? id));

/** Every contract of a table, by reference. Throws for one whose state does not parse. */
export const contractsOf = (shelves: Shelves): Contract[] =>
  current(shelves, (pk) => contractIdOf(pk) !== null)
    .map((item) => contractSchema.parse(stateOf(item)))
    .sort(by(({ reference }) => reference));

/** Every text that stands anywhere in a value. */
export const textsIn = (value: unknown): Set<string> => {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part === 'string') found.add(part);
    else if (part !== null && typeof part === 'object') Object.values(part).forEach(look);
  };
  look(value);
  return found;
};

/** Whether a proposal names a contract: by its id or, where one begun from a contract only varies it, by its reference among the words. */
export const naming = ({ content }: Decision): ((contract: Pick<Contract, 'id' | 'reference'>) => boolean) => {
  const texts = textsIn(content);
  const words = [...texts].join('\n');
  return ({ id, reference }) => texts.has(id) || texts.has(reference) || words.includes(`(${reference})`);
};
