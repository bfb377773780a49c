import { vi } from 'vitest';
import type { Table } from '../../functions/platform/table/table.ts';

type Batch = { Responses?: Record<string, { pk?: unknown }[]> };

/** As DynamoDB may, which reads a batch at no one moment: the next one finds no saved answer yet, and everything else as it stands now. */
export const answerReadTooEarly = ({ client, tableName }: Table): void => {
  const send = client.send.bind(client) as (command: unknown) => Promise<Batch>;
  vi.spyOn(client, 'send').mockImplementationOnce((async (command: unknown) => {
    const { Responses } = await send(command);
    return { Responses: { [tableName]: (Responses?.[tableName] ?? []).filter(({ pk }) => !String(pk).startsWith('ANSWER')) } };
  }) as never);
};
