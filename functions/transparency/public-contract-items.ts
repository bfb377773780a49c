import * as z from 'zod/mini';
import { type Key, keys } from '../platform/table/keys.ts';
import { pack } from '../platform/table/packed-json.ts';
import { type Item, readItem } from '../platform/table/stored-item.ts';
import { putWhere } from '../platform/table/put-where.ts';
import type { Table, Write } from '../platform/table/table.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { type Judged, planGiven } from '../contract/store/contract-items.ts';
import type { Release } from './ocds.schema.ts';
import { contractRelease } from './ocds-contract.ts';
import { isPublic, publicContractOf, publicLineOf } from './public-contract.ts';

/** The partition of the register index that holds the public contracts, by their ends. */
export const contractRegister = 'CONTRACTS';

/** The partition of the register index that holds what is published as Open Contracting data, by its last change. */
export const releaseRegister = 'RELEASES';

const releaseItem = (name: string, release: Release) => ({
  ...keys.release(name),
  register: releaseRegister,
  registerOrder: `${release.date}#${release.id}`,
  document: pack(release),
});

/**
 * Publishes a release of something in the place of the one before. None takes the place of a later one, nor is one that somebody may have
 * read told otherwise under the same id: an announcement that is heard again finds what it told.
 */
export const publishRelease = async (table: Table, name: string, release: Release): Promise<void> => {
  const item = releaseItem(name, release);
  await putWhere(table, item, {
    ConditionExpression: 'attribute_not_exists(pk) OR (registerOrder <> :same AND registerOrder < :later)',
    // The first that sorts after every release of this moment.
    ExpressionAttributeValues: { ':same': item.registerOrder, ':later': `${release.date}$` },
  });
};

const ownerSchema = z.object({ contractId: z.string() });

/** The key that a reference is held under, and the contract that holds it; null while none does. */
export const publicReferenceOf = (reference: string): Key => keys.publicContract(reference);
export const referenceHeldBy = (item: Item | null): string | null => item && readItem(item, ownerSchema).contractId;

/** The writes of all that the public may read of a contract: none before it is registered. Never over another contract’s. */
export const publicWrites = (tableName: string, contract: Contract, judged: Judged): Write[] => {
  if (!isPublic(contract)) return [];
  const { id, reference } = contract;
  const [line, document] = [publicLineOf(contract), publicContractOf(contract, planGiven(judged))];
  const release = contractRelease(contract, judged);
  const Item = {
    ...publicReferenceOf(reference),
    contractId: id,
    register: contractRegister,
    registerOrder: `${line.end}#${reference}`,
    summary: line,
    document: pack(document),
  };
  return [
    {
      Put: {
        TableName: tableName,
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR contractId = :id',
        ExpressionAttributeValues: { ':id': id },
      },
    },
    ...(release ? [{ Put: { TableName: tableName, Item: releaseItem(`contract-${id}`, release) } }] : []),
  ];
};
