import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { localCredentials, startDynamoDb } from '../bin/local/dynamodb.ts';
import { checkContracts } from '../functions/alert/check-contracts.ts';
import { contractRequest } from '../functions/contract/contract-terms.schema.ts';
import type { Contract } from '../functions/contract/contract.schema.ts';
import type { ContractCommand } from '../functions/contract/contract-commands.ts';
import { sealContract } from '../functions/contract/store/contract-history.ts';
import { contractItem } from '../functions/contract/store/contract-items.ts';
import { contractSettingsOf } from '../functions/contract/contract-settings.ts';
import { dynamoContractStore } from '../functions/contract/store/contract-store.ts';
import { decideContract } from '../functions/contract/decide-contract.ts';
import { evolveContract } from '../functions/contract/evolve-contract.ts';
import { beginning } from '../functions/decision/history.ts';
import { systemActor } from '../functions/decision/system-actor.ts';
import { dynamoDecisionStore } from '../functions/platform/store/decision-store.ts';
import { publishing } from '../functions/platform/deployed.ts';
import { ticks } from '../functions/platform/clock.ts';
import { keys } from '../functions/platform/table/keys.ts';
import { documentClient, type Table } from '../functions/platform/table/table.ts';
import { tableDefinition } from '../functions/platform/table/table-definition.ts';
import { addDays, addMonths } from '../functions/rules/local-date.ts';
import { markDone } from '../functions/schedule/check-days.ts';
import { kent } from '../seeds/kent/council.ts';

// node bench/daily-check.ts [sizes]: what the check of contracts reads with 100 due, whatever the register holds.
const sizes = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number);
const due = 100;
const today = '2026-10-01';
// Of all that is stored today none but those due are looked at: the others each on a day of their own, within a month.
const given = { now: `${today}T00:30:00.000Z`, council: kent };

const registered = (): Extract<Contract, { status: 'registered' }> => {
  const terms = contractRequest.parse({
    reference: 'C',
    title: 'Contract',
    description: 'A service of the council, described in a sentence or two as registers have it.',
    department: 'Strategic and Corporate Services',
    supplier: { name: 'A Supplier Ltd' },
    route: 'open',
    netPence: 10_000_000,
    start: '2022-01-01',
    end: '2028-01-01',
    owner: { name: 'An Owner', email: 'owner@kent.example' },
    sponsor: { name: 'A Sponsor', email: 'sponsor@kent.example' },
    divisionsAffected: [],
  });
  const commands: ContractCommand[] = [
    { type: 'register-contract', by: systemActor, reference: 'C', ocid: 'ocds-000000-bench', terms },
    { type: 'plan-exit', by: systemActor, how: 'lapse', words: 'Let go.' },
  ];
  const contract = commands.reduce<Contract | null>((was, command) => {
    const outcome = decideContract(was, command, { ...given, settings: contractSettingsOf(kent) });
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    return sealContract(outcome.happenings, {
      contractId: 'c',
      version: was?.version ?? 0,
      head: was?.head ?? beginning,
      at: given.now,
      by: systemActor,
    }).reduce<Contract | null>(evolveContract, was);
  }, null);
  if (contract?.status !== 'registered') throw new Error('No contract was made');
  return contract;
};

const one = registered();

const contractOf = (index: number): Contract => {
  const end = index < due ? addMonths(today, 3) : addDays('2028-01-01', index % 3000);
  const owner = { name: 'An Owner', email: `owner-${index % 40}@kent.example` };
  const sponsor = { name: 'A Sponsor', email: `sponsor-${index % 10}@kent.example` };
  return {
    ...one,
    id: `contract-${index}`,
    reference: `C-${index}`,
    terms: { ...one.terms, reference: `C-${index}`, end, owner, sponsor },
  };
};

const fill = async ({ client, tableName }: Table, count: number): Promise<void> => {
  for (let from = 0; from < count; from += 250) {
    const items = Array.from({ length: Math.min(250, count - from) }, (_, index) => contractItem(contractOf(from + index), given, false));
    const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, index) => items.slice(index * 25, (index + 1) * 25));
    await Promise.all(
      batches.map((batch) =>
        client.send(new BatchWriteCommand({ RequestItems: { [tableName]: batch.map((Item) => ({ PutRequest: { Item } })) } })),
      ),
    );
  }
};

type Consumed = { CapacityUnits?: number };

/** Counts what DynamoDB says that each call consumed: reads apart from writes. */
const counted = ({ client }: Table) => {
  const units = { read: 0, written: 0, calls: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input as object, { ReturnConsumedCapacity: 'TOTAL' });
      const done = await next(args);
      const consumed = [(done.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity ?? []].flat();
      const sum = consumed.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
      units[/^(Get|BatchGet|Query)/.test(context.commandName ?? '') ? 'read' : 'written'] += sum;
      units.calls += 1;
      return done;
    },
    { step: 'initialize', priority: 'low', name: 'counted', override: true },
  );
  return units;
};

const measure = async (endpoint: string, count: number) => {
  const table: Table = {
    client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials, requestHandler: { requestTimeout: 60_000 } }),
    tableName: `bench-${count}`,
  };
  await table.client.send(new CreateTableCommand({ TableName: table.tableName, ...tableDefinition }));
  await fill(table, count);
  await markDone(table, keys.contractCheck, addDays(today, -1));
  const units = counted(table);
  const began = ticks();
  const around = {
    table,
    store: dynamoDecisionStore({ ...table, publication: publishing }),
    contracts: dynamoContractStore(table),
    loadCouncil: async () => kent,
    now: () => `${today}T05:15:00.000Z`,
  };
  const { told } = await checkContracts(around);
  return {
    contracts: count,
    due,
    told,
    readUnits: units.read,
    writtenUnits: units.written,
    calls: units.calls,
    milliseconds: Math.round(ticks() - began),
  };
};

let endpoint = process.env.DYNAMODB_ENDPOINT;
let stop = () => {};
endpoint ??= await startDynamoDb(undefined, (child) => {
  stop = () => void child.kill('SIGKILL');
});
const rows = [];
for (const count of sizes) rows.push(await measure(endpoint, count));
console.table(rows);
const reads = rows.map(({ readUnits }) => readUnits);
const spread = (Math.max(...reads) - Math.min(...reads)) / Math.min(...reads);
console.log(`Read units differ by ${(spread * 100).toFixed(2)}% from the smallest register to the largest; 5% is allowed.`);
stop();
process.exitCode = spread <= 0.05 ? 0 : 1;
