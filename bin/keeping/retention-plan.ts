import { emailItemSchema, addressHash } from '../../functions/email/email-item.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import type { Form } from '../../functions/keeping/contract-retention.rules.ts';
import { addressesMayGo, outsideAddresses, papersMayGo } from '../../functions/keeping/retention.rules.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import type { LocalDate } from '../../functions/rules/local-date.ts';
import { ofADecision } from './belongings.ts';
import { contractsGoing, endsToRecord, type ToRecord } from './contracts-going.ts';
import { type KeptDecision, keptIn } from './decisions-kept.ts';
import { digestsGoing } from './digests-going.ts';
import { type Going, leftovers, type Staying } from './going.ts';
import { keyOf, type Shelves, shelved } from './shelves.ts';

/**
 * All that may go; what stays although it is past its time; the contracts whose end nobody recorded; and which references were said to be
 * under hand that no contract here has.
 */
export type Plan = { going: Going[]; staying: Staying[]; toRecord: ToRecord[]; unknown: string[] };

/** The references of contracts that the council has looked up and knows to be no deeds. */
export type UnderHand = ReadonlySet<string>;

const nameOf = ({ id, number, content, status }: Decision): string => {
  if (number !== null) return `the record of decision ${number}`;
  return `a ${status === 'withdrawn' ? 'withdrawn draft' : 'draft'} that nobody submitted, ${content.subject ?? 'without a subject'} (${id})`;
};

const whole = (shelves: Shelves, { decision, over }: KeptDecision, on: LocalDate): Going | null => {
  if (!over || over.from > on) return null;
  const { id, number, version } = decision;
  return {
    ...over,
    what: nameOf(decision),
    blank: [],
    ...ofADecision(shelves, { id, number }),
    begins: { current: keys.current(id), version, named: number === null ? {} : { number } },
    ...(number === null ? {} : { number }),
  };
};

const partly = (shelves: Shelves, { decision }: KeptDecision, on: LocalDate): Going[] => {
  const name = decision.number ?? `without a number (${decision.id})`;
  const papers = papersMayGo(decision)
    .filter(({ from }) => from <= on)
    .map(({ title, url, ...ground }) => ({
      ...ground,
      what: `a background paper of decision ${name}, in the council’s own store: ${title} <${url}>`,
      remove: [],
      blank: [],
    }));
  return [...papers, ...addressesOf(shelves, decision, name, on)];
};

// What goes whole takes the rest with it; what is held keeps all of it, and each part is said to stay.
const ofDecision = (shelves: Shelves, kept: KeptDecision, on: LocalDate): { going: Going[]; staying: Staying[] } => {
  const going = whole(shelves, kept, on);
  if (kept.held.length === 0) return { going: going ? [going] : partly(shelves, kept, on), staying: [] };
  return {
    going: [],
    staying: [...(going ? [going] : []), ...partly(shelves, kept, on)].map(({ what }) => ({ what, because: kept.held })),
  };
};

const addressesOf = ({ of }: Shelves, decision: Decision, name: string, on: LocalDate): Going[] => {
  const ground = addressesMayGo(decision);
  if (!ground || ground.from > on) return [];
  const outside = new Set(outsideAddresses(decision));
  const blank = of(keys.current(decision.id).pk)
    .filter(({ sk }) => sk.startsWith(keys.prefixes.email))
    .filter((item) => outside.has(emailItemSchema.parse(item).to.email.trim().toLowerCase()))
    .map(keyOf);
  return blank.length === 0
    ? []
    : [
        {
          ...ground,
          what: `the names and addresses on ${blank.length} emails about decision ${name} to people outside the council`,
          remove: [],
          blank,
        },
      ];
};

const noLonger = { source: 'UK GDPR Art 5(1)(e)' };

// What may not be written to any more cannot be told anything, so there is nothing to keep the address for.
const subscriptions = (items: Item[]): Going[] => {
  const refused = new Set(
    items
      .filter(
        ({ sk, at, liftedAt }) =>
          sk === 'SUPPRESSED' && at !== undefined && (liftedAt === undefined || Date.parse(String(at)) > Date.parse(String(liftedAt))),
      )
      .map(({ pk }) => pk),
  );
  return items
    .filter(({ pk }) => pk === keys.subscriber('').pk)
    .flatMap((item) => {
      if (item.gone === true)
        return [
          {
            ...noLonger,
            rule: 'subscription-ended',
            words: 'Its owner ended it.',
            what: 'what is left of a subscription',
            remove: [keyOf(item)],
            blank: [],
          },
        ];
      return refused.has(keys.address(addressHash(String(item.email))).pk)
        ? [
            {
              ...noLonger,
              rule: 'subscription-refused',
              words: 'The address refused an email for good.',
              what: 'a subscription',
              remove: [keyOf(item)],
              blank: [],
            },
          ]
        : [];
    });
};

// DynamoDB removes what expires within days; on a table restored or copied the clock of that begins anew.
const expired = (items: Item[], seconds: number): Going[] => {
  const over = items.filter(({ expiresAt }) => typeof expiresAt === 'number' && expiresAt < seconds).map(keyOf);
  return over.length === 0
    ? []
    : [
        {
          ...noLonger,
          rule: 'expired',
          words: 'They expired by the day that they carry.',
          what: `${over.length} saved answers, codes and links’ counts`,
          remove: over,
          blank: [],
        },
      ];
};

/**
 * All that may go from a table on a London date, by rule, with the ground for each, and what stays past its time; nothing is changed. What
 * broke off before comes first, and a contract before the records that it hangs on. Contracts are taken to be deeds unless they are known
 * to be `underHand`. Throws where an item does not parse.
 */
export const retentionPlan = (items: Item[], on: LocalDate, underHand: UnderHand = new Set()): Plan => {
  const shelves = shelved(items);
  const kept = keptIn(shelves, (reference): Form => (underHand.has(reference) ? 'under-hand' : 'perhaps-a-deed'));
  const [contracts, digests] = [contractsGoing(shelves, kept, on), digestsGoing(shelves, kept, on)];
  const decisions = kept.decisions.map((each) => ofDecision(shelves, each, on));
  const going = [
    ...leftovers(shelves),
    ...contracts.going,
    ...decisions.flatMap((each) => each.going),
    ...digests.going,
    ...subscriptions(items),
    ...expired(items, Date.parse(`${on}T00:00:00Z`) / 1000),
  ];
  const known = new Set(kept.contracts.map(({ contract }) => contract.reference));
  const staying = [...contracts.staying, ...decisions.flatMap((each) => each.staying), ...digests.staying];
  return { going, staying, toRecord: endsToRecord(kept, on), unknown: [...underHand].filter((reference) => !known.has(reference)) };
};
