import { type HoldRefused, nothingToHold } from '../../functions/keeping/hold.rules.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import { nameOfState } from './held.ts';
import type { Shelves } from './shelves.ts';

/** What somebody wants to hold, by the name that they know it by. */
export type Wanted = { kind: 'decision' | 'contract' | 'draft'; name: string };

/** A thing that is there and can be held: the partition it stands in, and what it is called. */
export type Subject = { ok: true; pk: string; name: string };

const going = ({ goneOn, what }: Item): HoldRefused =>
  nothingToHold(`The removal of ${String(what)} began on ${String(goneOn)}: what has begun to go cannot be held any more.`);

const wentByRule = (number: string, { goneOn, goneBy }: Item): HoldRefused =>
  nothingToHold(`The record of decision ${number} went by rule on ${String(goneOn)} (${String(goneBy)}): nothing of it is left to hold.`);

const decision = ({ at }: Shelves, number: string): Subject | HoldRefused => {
  const claim = at(keys.number(number));
  const { pk } = keys.current(String(claim?.decisionId));
  const mark = at({ pk, sk: 'GOING' });
  if (mark) return going(mark);
  if (claim?.goneOn !== undefined) return wentByRule(number, claim);
  return at({ pk, sk: 'CURRENT' })
    ? { ok: true, pk, name: `decision ${number}` }
    : nothingToHold(`No decision of the table has the number ${number}.`);
};

const contract = ({ all }: Shelves, reference: string): Subject | HoldRefused => {
  const name = `contract ${reference}`;
  const found = all.find((item) => nameOfState(item) === name);
  if (found) return { ok: true, pk: found.pk, name };
  const mark = all.find((item) => item.sk === 'GOING' && item.reference === reference);
  return mark ? going(mark) : nothingToHold(`No contract of the table has the reference ${reference}.`);
};

const draft = ({ at }: Shelves, id: string): Subject | HoldRefused => {
  const { pk } = keys.current(id);
  const [current, mark] = [at({ pk, sk: 'CURRENT' }), at({ pk, sk: 'GOING' })];
  if (!current) return mark ? going(mark) : nothingToHold(`No draft of the table has the id ${id}.`);
  const name = nameOfState(current) ?? '';
  return name === `draft ${id}`
    ? { ok: true, pk, name }
    : nothingToHold(`What has the id ${id} is no draft any more: it is ${name}. Hold it by its number.`);
};

const finders = { decision, contract, draft };

/** The thing of a table that somebody wants to hold; or in words why there is none: nobody knows the name, or its removal has begun. */
export const subjectOf = (shelves: Shelves, { kind, name }: Wanted): Subject | HoldRefused => finders[kind](shelves, name);
