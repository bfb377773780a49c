import * as z from 'zod/mini';
import { type Key, keys } from '../platform/table/keys.ts';
import { pack } from '../platform/table/packed-json.ts';
import { type Item, readItem } from '../platform/table/stored-item.ts';
import type { Write } from '../platform/table/table.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { besideWrite } from '../contract/store/beside-write.ts';
import { type Judged, planGiven } from '../contract/store/contract-items.ts';
import type { Release } from './ocds.schema.ts';
import { contractRelease } from './ocds-contract.ts';
import { isPublic, publicContractOf, publicLineOf } from './public-contract.ts';

/** The partition of the register index that holds the public contracts, by their ends. */
export const contractRegister = 'CONTRACTS';

/** The partition of the register index that holds what is published as Open Contracting data, by its last change. */
export const releaseRegister = 'RELEASES';

/** The write of a release: a newer one of the same thing takes the place of the one before. */
export const releaseWrite = (tableName: string, name: string, release: Release): Write =>
  besideWrite(tableName, keys.release(name), {
    register: releaseRegister,
    registerOrder: `${release.date}#${release.id}`,
    document: pack(release),
  });

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
    ...(release ? [releaseWrite(tableName, `contract-${id}`, release)] : []),
  ];
};
