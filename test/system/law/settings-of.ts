import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Council } from '../../../functions/council/council.schema.ts';
import { councilStore } from '../../../functions/platform/store/council-store.ts';
import { redelivery } from '../redelivery.ts';
import { System } from '../system.ts';

/** A system whose council changed its settings before anybody asked it for anything. */
export const systemOf = async (
  changed: (council: Council) => Council,
  ...flags: string[]
): Promise<{ system: System; stop: () => Promise<void> }> => {
  const { database, client: bare, stop } = redelivery();
  const system = await System.startWith(database, ...flags);
  const tableName = (await bare.send(new ListTablesCommand({}))).TableNames?.[0] ?? '';
  const store = councilStore({
    client: DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } }),
    tableName,
  });
  await store.saveCouncil(changed(await store.loadCouncil()));
  return {
    system,
    stop: async () => {
      await system.stop();
      stop();
    },
  };
};
