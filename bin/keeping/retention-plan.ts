import * as z from 'zod/mini';
import { emailItemSchema, addressHash } from '../../functions/email/email-item.ts';
import { addressesMayGo, type Ground, outsideAddresses, papersMayGo, recordMayGo } from '../../functions/keeping/retention.rules.ts';
import { type Key, keys } from '../../functions/platform/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/packed-json.ts';
import type { Item } from '../../functions/platform/stored-item.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { decisionsIn, type KeptDecision } from './decisions-kept.ts';

/** One thing that may go: what it is, why, which items are removed and which only lose an address. `number` where a record goes whole. */
export type Going = Ground & { what: string; remove: Key[]; blank: Key[]; number?: string; decisionId?: string };

const keyOf = ({ pk, sk }: Item): Key => ({ pk, sk });
const heldSchema = z.array(z.object({ register: z.string(), registerOrder: z.string(), terms: z.record(z.string(), z.number()) }));

const found = (items: Item[], key: Key): Item[] => items.filter(({ pk, sk }) => pk === key.pk && sk === key.sk);

/** Every place where the search finds a decision, by what the index says that it holds. */
const searched = (items: Item[], number: string): Key[] => {
  const [indexed] = found(items, keys.indexed(number));
  if (!indexed) return [];
  const postings = heldSchema.parse(unpack(packedSchema.parse(indexed.held))).flatMap(({ register, registerOrder, terms }) => Object.keys(terms).map((term) => keys.posting(register, term, registerOrder)));
  return [keyOf(indexed), keys.line(number), ...(typeof indexed.change === 'number' ? [keys.change(indexed.change)] : []), ...postings];
};

// The leaf stays: it holds two hashes and no words, and without it no daily head could be worked out again. So does the number, which is never used twice.
const recordItems = (items: Item[], { decision: { id, number }, items: own }: KeptDecision): Key[] => [
  ...own.map(keyOf),
  ...items.filter(({ pk, sk }) => pk.startsWith('SHARED#') && sk.endsWith(`#${id}`)).map(keyOf),
  ...found(items, keys.release(`decision-${id}`)).map(keyOf),
  ...(number === null ? [] : [...found(items, keys.publication(number)).map(keyOf), ...found(items, keys.chain(number)).map(keyOf), ...searched(items, number)]),
];

const ofDecision = (items: Item[], kept: KeptDecision, on: LocalDate): Going[] => {
  const { decision } = kept;
  const name = decision.number ?? `without a number (${decision.id})`;
  const record = recordMayGo(decision, kept.contractEnds);
  if (record && record.from <= on) return [{ ...record, what: `the record of decision ${name}`, remove: recordItems(items, kept), blank: [], decisionId: decision.id, ...(decision.number === null ? {} : { number: decision.number }) }];
  const papers = papersMayGo(decision).filter(({ from }) => from <= on).map((paper) => ({ ...paper, what: `a background paper of decision ${name}, in the council’s own store: ${paper.title} <${paper.url}>`, remove: [], blank: [] }));
  return [...papers, ...addressesOf(kept, name, on)];
};

const addressesOf = ({ decision, items }: KeptDecision, name: string, on: LocalDate): Going[] => {
  const ground = addressesMayGo(decision);
  if (!ground || ground.from > on) return [];
  const outside = new Set(outsideAddresses(decision));
  const blank = items.filter(({ sk }) => sk.startsWith(keys.prefixes.email)).filter((item) => outside.has(emailItemSchema.parse(item).to.email.trim().toLowerCase())).map(keyOf);
  return blank.length === 0 ? [] : [{ ...ground, what: `the names and addresses on ${blank.length} emails about decision ${name} to people outside the council`, remove: [], blank }];
};

const noLonger = { source: 'UK GDPR Art 5(1)(e)' };

// What may not be written to any more cannot be told anything, so there is nothing to keep the address for.
const subscriptions = (items: Item[]): Going[] => {
  const refused = new Set(items.filter(({ sk, at, liftedAt }) => sk === 'SUPPRESSED' && at !== undefined && (liftedAt === undefined || Date.parse(String(at)) > Date.parse(String(liftedAt)))).map(({ pk }) => pk));
  return items.filter(({ pk }) => pk === keys.subscriber('').pk).flatMap((item) => {
    if (item.gone === true) return [{ ...noLonger, rule: 'subscription-ended', words: 'Its owner ended it.', what: 'what is left of a subscription', remove: [keyOf(item)], blank: [] }];
    return refused.has(keys.address(addressHash(String(item.email))).pk) ? [{ ...noLonger, rule: 'subscription-refused', words: 'The address refused an email for good.', what: 'a subscription', remove: [keyOf(item)], blank: [] }] : [];
  });
};

// DynamoDB removes what expires within days; on a table restored or copied the clock of that begins anew.
const expired = (items: Item[], seconds: number): Going[] => {
  const over = items.filter(({ expiresAt }) => typeof expiresAt === 'number' && expiresAt < seconds).map(keyOf);
  return over.length === 0 ? [] : [{ ...noLonger, rule: 'expired', words: 'They expired by the day that they carry.', what: `${over.length} saved answers, codes and links’ counts`, remove: over, blank: [] }];
};

/** All that may go from a table on a London date, by rule, with the ground for each; nothing is changed. Throws where an item does not parse. */
export const retentionPlan = (items: Item[], on: LocalDate): Going[] => [
  ...decisionsIn(items).flatMap((kept) => ofDecision(items, kept, on)),
  ...subscriptions(items),
  ...expired(items, Date.parse(`${on}T00:00:00Z`) / 1000),
];
