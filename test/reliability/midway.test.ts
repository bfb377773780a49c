import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { emailKey } from '../../functions/email/email-item.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { recordReport } from '../../functions/email/record-report.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { dailyCheck } from '../../functions/schedule/daily-check.ts';
import { keepDigests } from '../../functions/schedule/digests.ts';
import { openStepsStore } from '../../functions/schedule/open-steps-store.ts';
import { writeCsv } from '../../functions/spreadsheet/csv.ts';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { rowOf } from '../../functions/spreadsheet/register-export.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { indexPublication } from '../../functions/search/index-publication.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { plain } from '../contract/contract-story.ts';
import { InTable } from '../platform/in-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';
import { sends } from '../spreadsheet/sends.ts';
import { Dying, faultyTable } from './faulty-client.ts';
import { at, followUp, surroundings, takesIn } from './following-up.ts';

/** What is stored before, and what a function then does to it; asked again, it is to come to the same. */
type Work = { before: (table: Table) => Promise<unknown>; does: (table: Table) => Promise<unknown> };

// How often an item was tried, and which of several emails SES took first, may differ.
const comparable = ({ turn: _, messageId: __, ...item }: Record<string, unknown>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))));

const stored = async ({ client, tableName }: Table): Promise<string[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  return Items.map(comparable).sort();
};

// What a test looks at is no call of the function.
const dyingTable = (table: Table, dying: Dying): Table =>
  faultyTable(table, (call) => (call === 'ScanCommand' ? null : dying.faults(call)));

const alive = async ({ before, does }: Work) => {
  const table = await freshTable();
  await before(table);
  const counting = new Dying(1_000_000, 'before');
  await does(dyingTable(table, counting));
  const calls = counting.calls;
  const first = await stored(table);
  await does(table);
  return { calls, first, again: await stored(table) };
};

const died = async ({ before, does }: Work, at: number, when: 'before' | 'after') => {
  const table = await freshTable();
  await before(table);
  await does(dyingTable(table, new Dying(at, when))).catch(() => {});
  await does(table);
  return stored(table);
};

beforeAll(() => void vi.stubEnv('PUBLIC_URL', 'https://decisions.kent.example'));
afterAll(() => void vi.unstubAllEnvs());

const works: Record<string, Work> = {
  'What follows of a decision that supersedes another, and whose contract follows another': {
    before: async (table) => {
      const register = new InRegister(table, at);
      const old = await register.registers({ reference: 'OLD', end: '2026-12-31' });
      await register.does(old, { type: 'take-decision-in-hand', number: '23/00074' });
      await takesIn(table, 'past', '22/00001', { contracts: [] });
      const [safer] = kent2300022.proposal.contracts as [Proposal['contracts'][number]];
      await takesIn(table, 'award', '23/00074', {
        contracts: [{ ...safer, outcome: 'award' as const, start: '2027-01-01', end: '2028-12-31', replaces: [old] }],
        replaces: ['22/00001'],
      });
    },
    does: (table) => followUp(table),
  },
  'The check of contracts': {
    before: async (table) => {
      const register = new InRegister(table, at);
      for (const reference of ['B/2', 'A/1']) await register.registers({ reference, end: '2026-12-31' });
    },
    does: (table) => checkContracts(surroundings(table)),
  },
  'The daily check': {
    before: async (table) => {
      for (const id of ['one', 'two']) await new InTable(table, { id }).noticed();
    },
    does: (table) => {
      const around = surroundings(table, '2023-04-05T05:00:00.000Z');
      return dailyCheck({ ...around, digests: () => keepDigests({ ...around, openSteps: openStepsStore(table) }) });
    },
  },
  'The index of what is published': {
    before: async (table) => {
      const told = new InTable(table, { id: 'one' });
      await told.noticed();
      await indexPublication(table, '23/00001', () => at);
      await told.does({ type: 'withdraw-proposal', words: 'Not needed any more.' });
    },
    does: (table) => indexPublication(table, '23/00001', () => at),
  },
  'A change of a contract, sent again under its key': {
    before: (table) => new InRegister(table, at).registers({ reference: 'A/1' }),
    does: async (table) => {
      const terms = plain({ reference: 'A/1', end: '2026-11-30' });
      const id = importedContractId('A/1');
      const answer = { sub: 'contracts', key: 'k', bodyHash: 'h', status: 200 };
      const done = await new InRegister(table, at).tries(id, { type: 'amend-contract', terms, words: 'Put right' }, { answer, expect: 1 });
      if (!done.ok) throw new Error(done.refusal.words);
    },
  },
  'A register brought in from a file, sent again': {
    before: (table) => new InRegister(table, at).registers({ reference: 'A/1' }),
    does: async (table) => {
      const rows = ['A/1', 'B/2', 'C/3'].map((reference) => rowOf(plain({ reference })));
      await sends(new InRegister(table, at), true, writeCsv(importHeader, rows));
    },
  },
  'A report that an email came back for good': {
    before: async (table) => {
      const told = Object.assign(new Posted(table), { id: 'one' });
      await told.submitted();
      await told.announce(2);
    },
    does: async (table) => {
      const told = Object.assign(new Posted(table), { id: 'one' });
      const email = emailKey(2, { kind: 'clearance-asked', to: { email: 's151-officer@kent.example' }, stepId: 'clearance-1' } as Letter);
      const mail = { messageId: 'm', timestamp: at, tags: { decision: ['one'], email: [email] } };
      const bounce = { timestamp: at, bounceType: 'Permanent', bouncedRecipients: [] };
      await recordReport(told.recording, JSON.stringify({ eventType: 'Bounce', bounce, mail }));
    },
  },
};

const twiceAtOnce = async ({ before, does }: Work) => {
  const table = await freshTable();
  await before(table);
  // Of two at once one may give up, and is called again.
  const ended = await Promise.allSettled([does(table), does(table)]);
  if (ended.some(({ status }) => status === 'rejected')) await does(table);
  return stored(table);
};

describe.each(Object.entries(works))('%s', (_, work) => {
  it('comes to the same where it dies at any of its calls, before that or after, and is done again', async () => {
    const { calls, first, again } = await alive(work);
    expect(again).toEqual(first);
    for (let nth = 1; nth <= calls; nth += 1)
      for (const when of ['before', 'after'] as const) expect(await died(work, nth, when), `${when} call ${nth}`).toEqual(first);
  });

  it('comes to the same where it is done twice at once', async () => {
    const { first } = await alive(work);
    for (let times = 0; times < 3; times += 1) expect(await twiceAtOnce(work)).toEqual(first);
  });
});
