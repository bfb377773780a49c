import type { Decision } from '../decision/decision.ts';
import { keys } from '../platform/table/keys.ts';
import type { Write } from '../platform/table/table.ts';
import type { Instant, LocalDate } from '../rules/local-date.ts';
import { publicationHash } from './chain.rules.ts';
import type { ChainLink, Leaf, Version } from './proof.schema.ts';

/** What just became public: the record, the decision it tells of, the links that led here and are not yet in its chain. */
export type Proved = { number: string; document: unknown; decision: Decision; links: ChainLink[]; at: Instant; on: LocalDate };

/**
 * The writes that keep a publication checkable, in the transaction that publishes it: its chain grows by these events and this
 * wording, and it stands among what the next daily head covers.
 */
export const proofWrites = (tableName: string, { number, document, decision, links, at, on }: Proved): Write[] => {
  const hash = publicationHash(document);
  const version: Version = { sequence: decision.version, on, at, publicationHash: hash, historyHead: decision.head };
  const leaf: Leaf = { on, number, publicationHash: hash, historyHead: decision.head };
  return [
    {
      Update: {
        TableName: tableName,
        Key: keys.chain(number),
        UpdateExpression:
          'SET links = list_append(if_not_exists(links, :none), :links), versions = list_append(if_not_exists(versions, :none), :versions)',
        ExpressionAttributeValues: { ':none': [], ':links': links, ':versions': [version] },
      },
    },
    { Put: { TableName: tableName, Item: { ...keys.leaf(on, number), ...leaf } } },
  ];
};
