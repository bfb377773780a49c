import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Council, councilSchema } from '../../council/council.schema.ts';
import { ticks } from '../clock.ts';
import { keys } from '../table/keys.ts';
import { oftenRead, pack } from '../table/packed-json.ts';
import { asItem, readPacked } from '../table/stored-item.ts';
import type { Table } from '../table/table.ts';

const keptMilliseconds = 60_000;

export type CouncilStore = { loadCouncil: () => Promise<Council>; saveCouncil: (council: Council) => Promise<void> };

/** The council's settings and directory. Read again after a minute, so that a change reaches every container within one. */
export const councilStore = ({ client, tableName }: Table): CouncilStore => {
  let kept: { council: Council; until: number } | null = null;
  const read = async (): Promise<Council> => {
    const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: keys.council, ConsistentRead: true }));
    if (!Item) throw new Error('The council’s settings have not been loaded');
    return readPacked(asItem(Item), 'settings', councilSchema);
  };
  return {
    loadCouncil: async () => {
      if (!kept || ticks() >= kept.until) kept = { council: await read(), until: ticks() + keptMilliseconds };
      return kept.council;
    },
    saveCouncil: async (council) => {
      await client.send(
        new PutCommand({ TableName: tableName, Item: { ...keys.council, settings: pack(councilSchema.parse(council), oftenRead) } }),
      );
      kept = null;
    },
  };
};
