import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { importTable } from '../../bin/keeping/whole-table.ts';
import { digestStore, raisedWrite } from '../../functions/alert/digest-store.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { linkNeighbours } from '../../functions/follow-up/neighbours.ts';
import { beforeKey, digestSubject, keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { draftFromContract } from '../../functions/procurement/draft-proposal.rules.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { clerk, officer, somebody, submittedBy } from '../decision/story.ts';
import { aProposal } from '../email/proposal.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InTable } from '../platform/in-table.ts';
import { InRegister } from '../spreadsheet/in-register.ts';

const at = (day: string): string => `${day}T09:00:00.000Z`;

/** Drafts, decisions, contracts and alerts of one council, each entered on its own day through the very commands. */
export class OldThings {
  readonly table: Table;
  constructor(table: Table) {
    this.table = table;
  }

  register(day: string): InRegister {
    return new InRegister(this.table, at(day));
  }

  /** A contract that runs from two years before its end. */
  async runs(reference: string, end: string, over: Partial<Terms> = {}): Promise<string> {
    const start = addDays(end, -730);
    const register = this.register(start);
    const id = await register.registers({ reference, title: `Service ${reference}`, start, end, ...over });
    const contract = await register.contracts.load(id);
    if (contract) await linkNeighbours(register.around, contract);
    return id;
  }

  async ended(reference: string, end: string, over: Partial<Terms> = {}): Promise<string> {
    const id = await this.runs(reference, end, over);
    await this.register(addDays(end, 1)).does(id, { type: 'end-contract', on: end, how: 'expired', words: 'It came to its end.' });
    return id;
  }

  draft(id: string, day: string): InTable {
    return new InTable(this.table, { id, now: at(day) });
  }

  async drafted(id: string, day: string, over: Partial<Proposal> = {}): Promise<InTable> {
    const told = this.draft(id, day);
    await told.drafted({ subject: `Draft ${id}`, ...over });
    return told;
  }

  async withdrawn(id: string, day: string): Promise<void> {
    await (await this.drafted(id, day)).does({ type: 'withdraw-proposal', words: 'Not now.', by: officer });
  }

  /** Submitted, and sent back by the first who was to clear it: a draft again, with a number. */
  async returned(id: string, day: string): Promise<void> {
    const told = this.draft(id, day);
    await told.submitted();
    const [step] = await told.open('clearance');
    if (!step) throw new Error('Nobody was to clear it');
    await told.does({ type: 'give-clearance', by: somebody, response: 'return', ...step, words: 'The figures are missing.' });
  }

  async submitted(id: string, day: string, over: Partial<Proposal> = {}): Promise<void> {
    await this.draft(id, day).submitted(over);
  }

  /** Begun from a contract to vary it: it names the contract among its words only. */
  async varies(id: string, day: string, contractId: string): Promise<void> {
    const contract = await this.register(day).contracts.load(contractId);
    if (contract?.status !== 'registered') throw new Error(`${contractId} does not run`);
    await this.draft(id, day).does({ type: 'draft-proposal', content: draftFromContract(contract, 'vary'), submittedBy });
  }

  /** Decided on a day and in effect at once, as one taken in from before. */
  async decided(id: string, number: string, day: string): Promise<void> {
    const content = aProposal({ subject: `Decision ${number}` });
    await this.draft(id, day).does({
      type: 'import-decision',
      content,
      submittedBy,
      number,
      noticePublishedOn: addDays(day, -40),
      decidedOn: addDays(day, -10),
      keyStatus: 'key',
      interest: 'None',
      by: clerk,
    });
  }

  /** Alerts raised on a day about contracts, the digest that told them, and its email. */
  async told(day: string, ...references: string[]): Promise<void> {
    const alert = {
      id: 'end@1',
      code: 'end',
      family: 'end' as const,
      date: day,
      anchor: day,
      to: ['owner' as const],
      words: 'It ends.',
      covers: [],
    };
    const ids = references.map(importedContractId);
    for (const contractId of ids) await this.put(raisedWrite(this.table, day, { contractId, version: 1, alerts: [alert] }).Put?.Item);
    const items = ids.map((contractId, index) => ({
      contractId,
      versions: [1],
      reference: references[index] ?? '',
      title: 'A service',
      endsOn: day,
      alerts: [alert],
      drafts: [],
    }));
    await digestStore(this.table).keep({ day, name: 'somebody-001', to: { name: 'An Owner', email: 'owner@kent.example' }, items });
    await this.put({
      ...keys.email(digestSubject(day), 'somebody-001'),
      decisionId: digestSubject(day),
      key: 'somebody-001',
      to: { name: 'An Owner', email: 'owner@kent.example' },
      kind: 'digest',
      subject: 'Contracts',
      sequence: 1,
      attempts: 1,
      queuedAt: at(day),
      sentAt: at(day),
    });
  }

  async put(Item: Record<string, unknown> | undefined): Promise<void> {
    await this.table.client.send(new PutCommand({ TableName: this.table.tableName, Item }));
  }
}

/** The day on which the table is looked at. */
export const today = '2033-01-10';

/** The contracts that the council has looked up and knows to be no deeds. */
export const underHand = new Set(['UH/1', 'UH/2']);

/**
 * One thing of each kind on each side of its line: what goes on `today` by a day, and what stays by a day or because something names it.
 */
export const layOut = async (table: Table): Promise<OldThings> => {
  const old = new OldThings(table);
  await old.decided('old-award', '18/00101', '2018-12-01');
  await old.ended('DEED/2', '2021-01-09', { decision: '18/00101' });
  await old.put(keys.inHand('18/00101', importedContractId('DEED/2')));
  await old.ended('DEED/1', '2021-01-10');
  await old.ended('UH/1', '2027-01-09');
  await old.ended('UH/2', '2027-01-10');
  const replaced = await old.ended('OLD/1', '2015-12-31');
  const live = await old.runs('LIVE/1', '2035-12-31', { replaces: [replaced] });
  const first = await old.ended('CHAIN/1', '2015-12-31');
  const second = await old.ended('CHAIN/2', '2030-12-31', { replaces: [first] });
  await old.put(beforeKey(second, first));
  const named = await old.ended('NAMED/1', '2015-12-31');
  await old.submitted('open-proposal', '2028-06-01', {
    contracts: [
      { title: 'After NAMED/1', start: '2034-01-01', end: '2034-12-31', extensionOptions: [], replaces: [named], outcome: 'procure' },
    ],
  });
  await old.ended('TOLD/1', '2015-12-31');
  await old.told('2031-01-10', 'TOLD/1', 'DEED/2');
  await old.told('2031-01-11', 'TOLD/1');
  await old.drafted('draft-of-two-years', '2031-01-10');
  await old.drafted('draft-of-yesterday', '2031-01-11');
  await old.withdrawn('draft-withdrawn', '2020-02-01');
  await old.returned('draft-returned', '2020-03-01');
  await old.varies('draft-for-live', '2020-04-01', live);
  return old;
};

/** A table of its own that holds what was exported of another. */
export const tableOf = async (lines: string[]): Promise<Table> => {
  const table = await freshTable();
  await importTable(table, lines);
  return table;
};
