import { addressHash } from '../../functions/email/email-item.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { unpack } from '../../functions/platform/table/packed-json.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import { askedKey } from '../../functions/subscription/asking-turns.ts';

/** One place where somebody's address stands: the item, the way to it inside, and what it stands among. */
export type Mention = { pk: string; sk: string; path: string; among: unknown };

/**
 * What is held about an address, as its owner is to be told. `wrote` is what they answered; `hashed` where only a hash of the address is
 * kept.
 */
export type SubjectAccess = { address: string; mentions: Mention[]; wrote: Mention[]; hashed: { pk: string; sk: string }[] };

// Long texts are kept packed: what is compressed must be looked into as well.
const opened = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return unpack(new Uint8Array(value));
  if (typeof value === 'string' && /^[{[]/.test(value)) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
};

type Visit = (path: string, value: unknown, among: unknown) => void;

const walk = (given: unknown, visit: Visit, path = '', among: unknown = null): void => {
  const value = opened(given);
  visit(path, value, among);
  if (value === null || typeof value !== 'object') return;
  for (const [name, part] of Object.entries(value)) walk(part, visit, path === '' ? name : `${path}.${name}`, value);
};

// Within a longer address it would be somebody else's. What begins a point of a list may stand before it, what ends a sentence after it.
const standing = (address: string): RegExp => {
  const itself = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}][._+'&-]*)${itself}(?![.-]?[\\p{L}\\p{N}])`, 'iu');
};

const mentionsIn = (item: Item, address: RegExp): Mention[] => {
  const found: Mention[] = [];
  walk(item, (path, value, among) => {
    if (typeof value === 'string' && address.test(value)) found.push({ pk: item.pk, sk: item.sk, path, among });
  });
  return found;
};

const stepOf = (among: unknown): string | null =>
  among !== null && typeof among === 'object' && 'stepId' in among
    ? String(among.stepId)
    : among !== null && typeof among === 'object' && 'id' in among && 'stage' in among
      ? String(among.id)
      : null;

// What somebody answered is stored by the step they were asked in, and their address with the step.
const wroteIn = (items: Item[], mentions: Mention[]): Mention[] => {
  const theirs = new Set(mentions.flatMap(({ pk, among }) => (stepOf(among) === null ? [] : [`${pk} ${stepOf(among)}`])));
  return items
    .filter(({ event }) => event !== undefined)
    .flatMap((item) => {
      const event = opened(item.event) as { happening?: { stepId?: string } };
      return theirs.has(`${item.pk} ${event.happening?.stepId}`)
        ? [{ pk: item.pk, sk: item.sk, path: 'event.happening', among: event.happening }]
        : [];
    });
};

/**
 * Everything in a table in which an address stands, whatever its capitals and never within a longer one, with what stands beside it; and
 * everything kept under a hash of it (UK GDPR Art 15). What stands beside an address can be about others, or exempt: read it
 * before it is handed over.
 */
export const subjectAccess = (items: Item[], email: string): SubjectAccess => {
  const address = email.trim().toLowerCase();
  const mentions = items.flatMap((item) => mentionsIn(item, standing(address)));
  const hashed = items
    .filter(({ pk }) => pk === keys.address(addressHash(address)).pk || pk === askedKey(address).pk)
    .map(({ pk, sk }) => ({ pk, sk }));
  return { address, mentions, wrote: wroteIn(items, mentions), hashed };
};
