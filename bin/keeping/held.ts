import * as z from 'zod/mini';
import { type Hold, holdInWords, holdSchema, isInForce } from '../../functions/keeping/hold.rules.ts';
import { contractIdOf, decisionIdOf, keys } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import { type Item, readItem } from '../../functions/platform/table/stored-item.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import type { Shelves } from './shelves.ts';

/** Whether an item is a hold, in force or lifted. */
export const isHold = ({ sk }: Item): boolean => sk.startsWith(keys.prefixes.hold);

/** The hold that an item is. Throws `StoredItemUnreadable` where it does not parse: what cannot be read is not removed. */
export const readHold = (item: Item): Hold => readItem(item, holdSchema);

/** Every hold on what stands in a partition, lifted ones too, the oldest first. */
export const holdsOn = ({ of }: Pick<Shelves, 'of'>, pk: string): Hold[] =>
  of(pk)
    .filter(isHold)
    .map(readHold)
    .toSorted((a, b) => a.number - b.number);

/** Why what stands in a partition may not go, of each hold on it that is in force: “it is held: …” in the words of `name`. */
export const heldWords = (shelves: Shelves, pk: string, name = 'it'): string[] =>
  holdsOn(shelves, pk)
    .filter(isInForce)
    .map((hold) => `${name} is held: ${holdInWords(hold)}`);

const lastSchema = z.object({ number: z.int() });

/**
 * The number of the last hold ever set in a table, 0 before the first. Whoever removes anything asks before looking at what is held, and
 * again as it writes.
 */
export const lastHold = async (table: Table): Promise<number> => {
  const [item] = await getAll(table, [keys.lastHold]);
  return item ? readItem(item, lastSchema).number : 0;
};

/** The condition that no hold was set since the one of that number. */
export const noHoldSince = (last: number) =>
  last === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#number = :last',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':last': last },
      };

// No more of a state than its name: a hold must be possible while something else of it cannot be read.
const namedSchema = z.object({ number: z.optional(z.nullable(z.string())), reference: z.optional(z.string()) });

/**
 * What a thing is called in lists: the number of a decision, the id of a draft, the reference of a contract. Null for an item that is the
 * state of neither.
 */
export const nameOfState = (item: Item): string | null => {
  const [decision, contract] = [decisionIdOf(item.pk), contractIdOf(item.pk)];
  if (item.sk !== 'CURRENT' || (decision ?? contract) === null) return null;
  const { number, reference } = namedSchema.parse(unpack(packedSchema.parse(item.state)));
  return contract !== null ? `contract ${reference ?? contract}` : number ? `decision ${number}` : `draft ${decision ?? ''}`;
};
