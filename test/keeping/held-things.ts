import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import type { Going, Staying } from '../../bin/keeping/going.ts';
import { liftHold, setHold } from '../../bin/keeping/hold.ts';
import type { Wanted } from '../../bin/keeping/hold-subject.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { indexAll } from '../../functions/search/index-all.ts';
import { importedContractId } from '../../functions/spreadsheet/register-import.ts';
import { clerk, submittedBy } from '../decision/story.ts';
import { aProposal } from '../email/proposal.ts';
import { OldThings } from './old-things.ts';

export const by = 'Amina Khan, Monitoring Officer';
export const claim = 'Claim KB-2026-000123';
export const heldAt = '2033-01-09T09:00:00.000Z';

const outside = { name: 'Refuge for All', email: 'hello@refuge.example', external: true };

/**
 * An award of 2018 with a background paper, an email to somebody outside the council, its contract and an alert about that; another
 * contract; a draft of old. On 10 January 2033 all of it may go.
 */
export const layOutHeld = async (table: Table): Promise<OldThings> => {
  const old = new OldThings(table);
  const documents = [
    { title: 'The survey', url: 'https://kent.example/survey.pdf', access: 'open' as const, kind: 'background-paper' as const },
  ];
  await old.draft('old-award', '2018-12-01').does({
    type: 'import-decision',
    content: aProposal({ subject: 'An award', documents, consultees: [outside] }),
    submittedBy,
    number: '18/00101',
    noticePublishedOn: '2018-10-20',
    decidedOn: '2018-11-21',
    keyStatus: 'key',
    interest: 'None',
    by: clerk,
  });
  await old.put({
    ...keys.email('old-award', 'asked'),
    decisionId: 'old-award',
    key: 'asked',
    to: outside,
    kind: 'consultation-asked',
    subject: 'An award',
    sequence: 1,
    attempts: 1,
    queuedAt: '2018-10-20T09:00:00.000Z',
    sentAt: '2018-10-20T09:00:00.000Z',
  });
  await old.ended('DEED/2', '2021-01-08', { decision: '18/00101' });
  await old.put(keys.inHand('18/00101', importedContractId('DEED/2')));
  await old.ended('DEED/1', '2021-01-08');
  await old.told('2031-01-10', 'DEED/2');
  await old.withdrawn('draft-withdrawn', '2020-02-01');
  await indexAll(table, () => '2032-12-31T09:00:00.000Z');
  return old;
};

export const award: Wanted = { kind: 'decision', name: '18/00101' };
export const contract: Wanted = { kind: 'contract', name: 'DEED/2' };
export const draft: Wanted = { kind: 'draft', name: 'draft-withdrawn' };

/** Sets a hold and answers its number. Throws where that is refused. */
export const held = async (table: Table, wanted: Wanted, because = claim): Promise<number> => {
  const answered = await setHold(table, wanted, { because, by }, heldAt);
  if (!answered.ok) throw new Error(answered.words);
  return answered.hold.number;
};

/** Lifts a hold. Throws where that is refused. */
export const lifted = async (table: Table, number: number): Promise<void> => {
  const answered = await liftHold(table, number, { because: 'It was settled', by }, heldAt);
  if (!answered.ok) throw new Error(answered.words);
};

/** What a thing that goes or stays is called, without what follows its first comma. */
export const shortly = (things: (Going | Staying)[]): string[] => things.map(({ what }) => what.split(',')[0] ?? '');

const isWrite = (command: unknown): boolean => command instanceof TransactWriteCommand || command instanceof BatchWriteItemCommand;

/** Does something else just before one of the writes of a removal. Counts the writes. */
export const beforeWrite = (table: Table, at: number, act: () => Promise<unknown>) => {
  const { client } = table;
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  const counted = { writes: 0, isActing: false };
  vi.spyOn(client, 'send').mockImplementation((async (command: unknown) => {
    if (counted.isActing || !isWrite(command)) return send(command);
    counted.writes += 1;
    if (counted.writes !== at) return send(command);
    counted.isActing = true;
    await act();
    counted.isActing = false;
    return send(command);
  }) as never);
  return counted;
};
