import { TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeTurn } from '../../functions/link/turns.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { subscriptionStore } from '../../functions/subscription/subscription-store.ts';
import { freshTable } from './fresh-table.ts';
import { InTable } from './in-table.ts';

const now = '2023-03-07T09:00:00.000Z';
const writes = new Set(['PutItemCommand', 'UpdateItemCommand', 'TransactWriteItemsCommand']);
let table: Table;
let lost = 0;

/** From here on DynamoDB carries out every write, and of none does the first answer come back: the client sends each a second time. */
const loseAnswers = () => {
  const answered = new WeakSet<object>();
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      const done = await next(args);
      if (!writes.has(context.commandName ?? '') || answered.has(context)) return done;
      answered.add(context);
      lost += 1;
      throw Object.assign(new Error('No answer came in time'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'low' },
  );
};

/** The first transaction is carried out, while DynamoDB answers each try of it that it is still at it. */
const saysItIsStillAtIt = () => {
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      const done = await next(args);
      if (context.commandName !== 'TransactWriteItemsCommand' || lost > 0) return done;
      lost += 1;
      throw new TransactionInProgressException({ message: 'In progress', $metadata: {} });
    },
    { step: 'initialize', priority: 'high' },
  );
};

beforeEach(async () => {
  [table, lost] = [await freshTable(), 0];
});

describe('What is stored although no answer says so, and is sent again', () => {
  it('is one event of a decision, and no refusal', async () => {
    const told = new InTable(table);
    await told.drafted();
    loseAnswers();
    expect(await told.does({ type: 'submit-proposal' })).toMatchObject({ status: 'in-clearance', version: 2 });
    expect([(await told.store.history(told.id)).length, lost]).toEqual([2, 1]);
  });

  it('is the same event where DynamoDB was still storing it when it was sent again, and not told as somebody else’s', async () => {
    const told = new InTable(table);
    await told.drafted();
    saysItIsStillAtIt();
    expect(await told.does({ type: 'submit-proposal' })).toMatchObject({ status: 'in-clearance', version: 2 });
    expect([(await told.store.history(told.id)).length, lost]).toEqual([2, 1]);
  });

  it('is a mailbox that is written to, and to which nobody says to look for what never comes', async () => {
    loseAnswers();
    const { mayAsk } = subscriptionStore(table);
    expect([await mayAsk('a@b.example', now), await mayAsk('a@b.example', now), lost > 0]).toEqual([true, false, true]);
  });

  it('is a list of changes that its reader gets, once', async () => {
    const store = subscriptionStore(table);
    const reader = { email: 'a@b.example', interests: {}, cursor: 3, since: now };
    await store.confirm('one', reader, now);
    loseAnswers();
    const [subscriber] = await store.all();
    expect([await store.moveOn(subscriber!, 7), await store.moveOn(subscriber!, 7), lost > 0]).toEqual([true, false, true]);
  });

  it('is a code or a fresh link that is mailed, and not said to have been asked for too soon', async () => {
    loseAnswers();
    const turns = takeTurn(table);
    const turn = { decisionId: 'd', stepId: 'determination-1', issue: 1, what: 'code' as const };
    const often = { secondsApart: 60, aDay: 10 };
    const later = '2023-03-07T09:01:00.000Z';
    expect([await turns(turn, now, often), await turns(turn, now, often), await turns(turn, later, often)]).toEqual([true, false, true]);
    expect(lost).toBeGreaterThan(0);
  });
});
