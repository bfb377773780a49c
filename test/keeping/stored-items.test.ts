import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { importTable } from '../../bin/keeping/whole-table.ts';
import { contractFaults } from '../../bin/verify/contract-faults.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { dynamoContractStore } from '../../functions/contract/store/contract-store.ts';
import { codeStore } from '../../functions/determination/code-store.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import { takeTurn } from '../../functions/link/turns.ts';
import { digestSubject, keys } from '../../functions/platform/table/keys.ts';
import { readAnswer } from '../../functions/platform/store/saved-answer.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { lastDone } from '../../functions/schedule/check-days.ts';
import { openStepsStore } from '../../functions/schedule/open-steps-store.ts';
import { dynamoPublicContracts } from '../../functions/transparency/public-contract-store.ts';
import { freshTable } from '../platform/fresh-table.ts';

// As a running council stored them on 22 November 2026: of each kind that version 0.1.0's table has none of, one. No line is ever changed.
const stored = readFileSync(new URL('../fixtures/stored-items.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const contract = 'contract-779985b96c91d377dbd9578a';
const decision = '5d00a1c2-f839-4877-99c8-b9117dff613e';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
  await importTable(table, stored);
});

describe('What lay in a council’s table beside its decisions is still read', () => {
  it('a contract, its history, and what the public reads of it', async () => {
    const contracts = dynamoContractStore(table);
    expect(await contracts.load(contract)).toMatchObject({ reference: 'OVER', status: 'ended', version: 4 });
    expect((await contracts.history(contract)).length).toBe(4);
    expect(await contractFaults(table, contract)).toEqual([]);
    const published = dynamoPublicContracts(table);
    expect(await published.contract('OVER')).toMatchObject({ reference: 'OVER' });
    expect((await published.lines({ ended: true, on: '2023-04-12', after: null, limit: 9 })).map(({ line }) => line.reference)).toEqual([
      'OVER',
    ]);
    expect((await published.releases({ after: null, limit: 9 })).map(({ release }) => release.ocid)).toEqual(['ocds-000000-23-00035']);
  });

  it('what was to be told of contracts, to whom, and the email that told it', async () => {
    const digests = digestStore(table);
    expect(await digests.raised('2023-04-06')).toMatchObject([{ version: 2 }]);
    expect(await digests.digestsOf('2023-04-07', 'a2a680c9ac61b118')).toMatchObject([{ items: [{ versions: [expect.any(Number)] }] }]);
    expect(await emailStore(table).list(digestSubject('2023-04-07'))).toMatchObject([{ status: 'sent' }]);
    expect(await lastDone(table, keys.contractCheck)).toBe('2023-04-12');
  });

  it('a list of open steps, a code that was mailed, and that it was asked for a moment ago', async () => {
    expect((await openStepsStore(table).list('2023-04-12', 'ea7fc8fd8cb7cae9'))?.waiting.length).toBeGreaterThan(3);
    const links = { loadLinkSecrets: async () => ({ current: 'a'.repeat(64), previous: null }), openBy: async () => null };
    expect(await codeStore(table, links).newest(decision, 'determination-1')).toMatchObject({ issue: 1, tries: 5 });
    const turn = { decisionId: decision, stepId: 'determination-1', issue: 1, what: 'code' as const };
    expect(await takeTurn(table)(turn, '2023-04-12T09:00:30.000Z', { secondsApart: 60, aDay: 5 })).toBe(false);
  });

  it('what a request was answered, so that sent again it is answered so and does nothing twice', async () => {
    const [item = null] = await getAll(table, [keys.answer('officer', 'key-of-a-request')]);
    expect(readAnswer(item, '2023-04-12T10:00:00.000Z')).toMatchObject({ status: 200, version: 2 });
    expect(readAnswer(item, '2023-05-12T10:00:00.000Z')).toBeNull();
  });
});
