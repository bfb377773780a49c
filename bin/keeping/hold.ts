import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Hold, type HoldRefused, isInForce, type Said, whyNotHeld, whyNotLifted } from '../../functions/keeping/hold.rules.ts';
import { isConflict, TooMuchContention } from '../../functions/platform/table/conflict.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Table, Write } from '../../functions/platform/table/table.ts';
import type { Instant } from '../../functions/rules/local-date.ts';
import { holdsOn, isHold, lastHold, nameOfState, noHoldSince, readHold } from './held.ts';
import { subjectOf, type Wanted } from './hold-subject.ts';
import { type Shelves, shelved } from './shelves.ts';
import { itemsOf } from './whole-table.ts';

/** A hold with the name of what it is on. */
export type NamedHold = Hold & { on: string };

type Done = { ok: true; hold: NamedHold };
type Tried = Done | HoldRefused | 'overtaken';

const mostTimes = 5;

const written = async ({ client }: Table, TransactItems: Write[]): Promise<boolean> =>
  client.send(new TransactWriteCommand({ TransactItems })).then(
    () => true,
    (fault: unknown) => {
      if (isConflict(fault)) return false;
      throw fault;
    },
  );

// What somebody wrote meanwhile can be another hold, or the first write of its removal: it is looked up anew, and the answer is given in
// words.
const decided = async (attempt: () => Promise<Tried>): Promise<Done | HoldRefused> => {
  for (let times = 0; times < mostTimes; times += 1) {
    const tried = await attempt();
    if (tried !== 'overtaken') return tried;
  }
  throw new TooMuchContention(`The table was written to ${mostTimes} times while this was tried. Nothing was changed; run it again.`);
};

/**
 * Sets a hold: nothing of the thing goes by rule from then on. HoldRefused in words where it is not there, where its removal has begun, and
 * where it is held for that reason already. Of a hold and a removal at the same time one wins: each is conditioned on what the other writes
 * first.
 */
export const setHold = (table: Table, wanted: Wanted, { because, by }: Said, at: Instant): Promise<Done | HoldRefused> =>
  decided(async () => {
    const last = await lastHold(table);
    const shelves = shelved(await itemsOf(table));
    const subject = subjectOf(shelves, wanted);
    if (!subject.ok) return subject;
    const { pk, name } = subject;
    const refused = whyNotHeld(holdsOn(shelves, pk), because);
    if (refused) return refused;
    const [{ tableName: TableName }, hold] = [table, { number: last + 1, because, by, at }];
    const isWritten = await written(table, [
      { Put: { TableName, Item: { ...keys.lastHold, number: hold.number }, ...noHoldSince(last) } },
      { Put: { TableName, Item: { ...keys.hold(pk, hold.number), ...hold }, ConditionExpression: 'attribute_not_exists(pk)' } },
      { ConditionCheck: { TableName, Key: { pk, sk: 'CURRENT' }, ConditionExpression: 'attribute_exists(pk)' } },
    ]);
    return isWritten ? { ok: true, hold: { ...hold, on: name } } : 'overtaken';
  });

const named = (shelves: Shelves): NamedHold[] =>
  shelves.all
    .filter(isHold)
    .map((item) => {
      const current = shelves.at({ pk: item.pk, sk: 'CURRENT' });
      return { ...readHold(item), on: (current && nameOfState(current)) ?? `what is left of ${item.pk}` };
    })
    .toSorted((a, b) => a.number - b.number);

/** Every hold of a table, in force or lifted, the oldest first. */
export const listHolds = async (table: Table): Promise<NamedHold[]> => named(shelved(await itemsOf(table)));

/** Lifts the hold of a number, and no other on the same thing. HoldRefused in words where there is none, and where it was lifted before. */
export const liftHold = (table: Table, number: number, { because, by }: Said, at: Instant): Promise<Done | HoldRefused> =>
  decided(async () => {
    const shelves = shelved(await itemsOf(table));
    const item = shelves.all.find((each) => isHold(each) && readHold(each).number === number);
    const refused = whyNotLifted(number, item ? readHold(item) : null);
    if (refused || !item) return refused ?? 'overtaken';
    const lifted = { because, by, at };
    const Update = {
      TableName: table.tableName,
      Key: { pk: item.pk, sk: item.sk },
      UpdateExpression: 'SET lifted = :lifted',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(lifted)',
      ExpressionAttributeValues: { ':lifted': lifted },
    };
    const found = named(shelves).find((each) => each.number === number);
    return (await written(table, [{ Update }])) && found ? { ok: true, hold: { ...found, lifted } } : 'overtaken';
  });

/** The other holds in force on what a hold is on. */
export const othersInForce = (holds: NamedHold[], { on, number }: NamedHold): NamedHold[] =>
  holds.filter((each) => each.on === on && each.number !== number && isInForce(each));
