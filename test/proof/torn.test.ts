import { expect, it } from 'vitest';
import { proofFaults } from '../../functions/proof/chain.rules.ts';
import { proofAnswer } from '../../functions/proof/proof-answers.ts';
import { proofResponse } from '../../functions/proof/proof.schema.ts';
import { proofStore } from '../../functions/proof/proof-store.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';

type Batch = { Responses?: Record<string, { sk?: unknown }[]> };

/** As DynamoDB may, which reads a batch at no one moment: of the first, these come as they stood before something happened. */
const readAcross = ({ client, tableName }: Table, early: (sk: string) => boolean, happens: () => Promise<unknown>): Table => {
  let reads = 0;
  const send = async (command: { constructor: { name: string } }): Promise<unknown> => {
    reads += command.constructor.name === 'BatchGetCommand' ? 1 : 0;
    const before = (await client.send(command as never)) as Batch;
    if (reads !== 1 || command.constructor.name !== 'BatchGetCommand') return before;
    await happens();
    const after = (await client.send(command as never)) as Batch;
    const of = ({ Responses }: Batch, isEarly: boolean) => (Responses?.[tableName] ?? []).filter(({ sk }) => early(String(sk)) === isEarly);
    return { Responses: { [tableName]: [...of(before, true), ...of(after, false)] } };
  };
  return { tableName, client: Object.create(client, { send: { value: send } }) as Table['client'] };
};

it.each([
  ['the record', (sk: string) => sk === 'PUBLICATION'],
  ['the chain', (sk: string) => sk !== 'PUBLICATION'],
])('A proof holds that is fetched while the decision is published again, though %s was read before that', async (_, early) => {
  const table = await freshTable();
  const told = new InTable(table);
  await told.noticed();
  const again = () => told.does({ type: 'defer-proposal', by: clerk, words: 'The budget is not settled.', until: null });
  const { body } = await proofAnswer(proofStore(readAcross(table, early, again)), '23/00001', 'https://decisions.kent.example');
  const proof = proofResponse.parse(JSON.parse(body));
  expect([proofFaults(proof), proof.versions.length]).toEqual([[], 2]);
});
