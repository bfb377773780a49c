import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '../../functions/platform/table/keys.ts';
import { pack } from '../../functions/platform/table/packed-json.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { Told } from '../record/told.ts';

const notice = new Told().noticed().published;
const record = new Told().effective().published;

// The same numbers every time, and some words far commoner than others, as in any language.
const pseudo = (seed: number): number => {
  const mixed = Math.imul(seed ^ (seed >>> 15), 2_246_822_519) ^ Math.imul(seed + 1, 3_266_489_917);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
};
const vocabulary = 4000;
const wordAt = (seed: number): string => `word${Math.floor(vocabulary * pseudo(seed) ** 3)}q`;

const bare = {
  background: null,
  legalImplications: null,
  equalityImplications: null,
  dataProtectionImplications: null,
  alternatives: [],
  contracts: [],
  financialImplications: null,
  consultation: null,
};

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const makers = kent.posts.filter(({ kind }) => kind === 'executive-member');

/** The publication at a place of a long register: 100 a month from April 2013 on, nine in ten decided, in every department and division. */
export const generated = (index: number, wordsEach = 40): Publication => {
  const isNotice = index % 10 === 0;
  const day = addDays('2013-04-01', Math.floor(index / 3.3));
  const base = isNotice ? notice : record;
  const maker = at(makers, index);
  const words = Array.from({ length: wordsEach }, (_, word) => wordAt(index * 1009 + word));
  return {
    ...base,
    ...bare,
    number: `${String(13 + Math.floor(index / 1000)).padStart(2, '0')}/${String((index % 1000) + 1).padStart(5, '0')}`,
    subject: `Contract for ${words.slice(0, 4).join(' ')}`,
    reasons: words.join(' '),
    department: at(kent.departments, index),
    divisionsAffected: index % 4 === 0 ? 'all' : [at(kent.divisions, index * 7).name],
    key: { ...base.key, isKey: index % 3 !== 0 },
    shortNotice:
      index % 500 === 7 ? { route: 'special-urgency', words: 'Special urgency.', reason: 'The roof fell in.', agreedBy: null } : null,
    particulars: {
      ...base.particulars,
      documents: [],
      decisionMaker: { ...base.particulars.decisionMaker, post: maker.id, title: maker.title, name: maker.title },
    },
    determination: base.determination && {
      ...base.determination,
      decidedOn: day,
      by: { ...base.determination.by, post: maker.id, title: maker.title, name: maker.title },
    },
    timetable: { ...base.timetable, publishedOn: day, earliestDecisionDate: day },
    historyHead: `head ${index}`,
    updatedAt: `${day}T09:00:00Z`,
  };
};

/** Stores a publication as a command's transaction does. */
export const shelve = async ({ client, tableName }: Table, publication: Publication): Promise<void> => {
  const { number } = publication;
  await client.send(
    new PutCommand({
      TableName: tableName,
      Item: { ...keys.publication(number), decisionId: number, ...registerEntry(publication), document: pack(publication) },
    }),
  );
};

/** What is stored under a key; undefined where nothing is. */
export const itemAt = async ({ client, tableName }: Table, key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> =>
  (await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }))).Item;
