import { counted } from '../rules/counted.ts';
import type { Council } from '../council/council.schema.ts';
import type { Fact, Letter } from '../email/letter.ts';
import { daysBetween, inWords, inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { AlertFamily } from './rung.rules.ts';
import { contractSettingsOf } from '../contract/contract-settings.ts';
import type { KeptDigest } from './digest.schema.ts';
import type { DraftIntent } from '../procurement/draft-intent.schema.ts';

type Item = KeptDigest['items'][number];

/** Where a reader answers for a contract, and where they begin a draft from it; whole addresses. */
export type DigestAddresses = { answer: (item: Item) => string; draft: (item: Item, intent: DraftIntent) => string };

const next: Record<AlertFamily, string> = {
  start: 'Begin the proposal for what follows, or say that a decision is in hand.',
  option: 'Decide whether to take the option up, and tell the supplier in time.',
  end: 'Make sure that something follows, or record that the contract ends.',
  review: 'Review the contract, and record what came of it.',
  gap: 'Close the gap: prolong this contract or bring the next one forward.',
  value: 'Ask for a new decision on the new total before more is spent.',
  confirm: 'Give the contracts officers the real dates, or have the contract closed.',
  address: 'See that somebody who can be reached answers for the contract.',
  notice: 'Publish the notice (ask legal first, where that is said), and have its date recorded.',
  escalation: 'See that what is due is done, and answer by the link.',
};

const draftWords: Record<DraftIntent, string> = {
  're-procure': 'procure it again',
  extend: 'extend it',
  vary: 'vary it',
  'let-lapse': 'let it lapse',
};

const months = (days: number): string => (days < 60 ? `${days} days` : `about ${Math.round(days / 30.4)} months`);

// Counted from the day of the email: a rung that was missed, or found late, is told on another day than its own. The day is named
// again where the words before it end with another.
const away = ({ family, anchor, words }: Item['alerts'][number], day: LocalDate): string => {
  if (!['start', 'option', 'end', 'notice', 'review'].includes(family)) return '';
  const days = daysBetween(day, anchor);
  const date = inWordsWithDay(anchor);
  const named = words.endsWith(` ${date}.`) ? 'That' : date;
  if (days < 0) return ` ${named} was ${-days === 1 ? 'yesterday' : `${months(-days)} ago`}.`;
  if (days === 0) return ` ${named} is today.`;
  return ` ${named} is ${days === 1 ? 'tomorrow' : `in ${months(days)}`}.`;
};

const ends = (endsOn: LocalDate, day: LocalDate): string => (endsOn < day ? 'ended on' : 'ends on');

const ending = ({ endsOn }: Item, day: LocalDate): string =>
  endsOn ? `E${ends(endsOn, day).slice(1)} ${inWordsWithDay(endsOn)}.` : 'No end is recorded.';

// What is over can be prolonged no more.
const nextOf = ({ alerts, isOver }: Item): string => {
  const family = alerts[0]?.family ?? 'end';
  return isOver && family === 'gap' ? 'Close the gap: bring the next contract forward.' : next[family];
};

const told = (item: Item, day: LocalDate): string =>
  [
    ...(item.alerts.some(({ family }) => family === 'end') ? [] : [ending(item, day)]),
    ...item.alerts.map((alert) => alert.words + away(alert, day)),
    `Do next: ${nextOf(item)}`,
  ].join('\n');

const factsOf = (item: Item, index: number, day: LocalDate, { answer, draft }: DigestAddresses): Fact[] => [
  { term: `${index + 1}. ${item.title} (${item.reference})`, value: told(item, day) },
  ...(item.isOver
    ? []
    : [
        {
          term: `Answer for ${item.reference}`,
          value: 'Acknowledge, put off to a day, or name the decision in hand',
          address: answer(item),
        },
      ]),
  ...item.drafts.map((intent) => ({
    term: `Draft proposal for ${item.reference}`,
    value: `Open a draft to ${draftWords[intent]}, filled in from the contract`,
    address: draft(item, intent),
  })),
];

const ofOne = 'You are told as the owner or sponsor of this contract, or because you answer for whoever is.';
const ofSeveral =
  'You are told as the owner or sponsor of these contracts, or because you answer for those who are. What ends first comes first.';

const byWhichLink = (asked: number, all: number): string => {
  if (all === 1) return 'by its link';
  return asked === all ? 'for each contract by its own link' : 'for each contract that has a link, by that link';
};

const alone = 'The links are for you alone: please do not forward them.';

const needing = (count: number): string => counted(count, 'contract needs', 'contracts need');

const notTaken: AlertFamily[] = ['review', 'address', 'escalation'];

// A review, or an address that bounced, is not taken to the director; whatever is, is so once for each spell of silence.
const whenSilent = (items: Item[], days: number): string => {
  const taken = items.flatMap(({ alerts, directorTold }) =>
    directorTold ? [] : alerts.filter(({ family }) => !notTaken.includes(family)),
  );
  const notice = taken.some(({ family }) => family === 'notice') ? 'of which a notice is due, or ' : '';
  return taken.length > 0
    ? ` If nobody acts within ${days} days on a contract ${notice}for which it is not settled what follows, its director is told, once.`
    : '';
};

/** One person’s digest of a day as a letter: contracts by urgency, what is due about each, what to do, and where. */
export const digestLetter = ({ day, to, items }: KeptDigest, council: Council, addresses: DigestAddresses): Letter => {
  const { escalateAfterDays } = settingOn(contractSettingsOf(council).alerts, day);
  const first = items[0];
  // What is over takes no answer, and goes to no director.
  const asked = items.filter(({ isOver }) => !isOver);
  const isAsked = asked.length > 0;
  return {
    kind: 'contracts-digest',
    to: { ...to, post: null },
    subject: `Contracts: ${needing(items.length)} you – ${first?.reference}${first?.endsOn ? ` ${ends(first.endsOn, day)} ${inWords(first.endsOn)}` : ''}`,
    heading: `${needing(items.length)} your attention`,
    greeting: `Dear ${to.name.replace(/^The /, '')}`,
    paragraphs: [
      items.length === 1 ? ofOne : ofSeveral,
      ...(isAsked ? [`Please answer ${byWhichLink(asked.length, items.length)}. ${alone}`] : []),
    ],
    facts: items.flatMap((item, index) => factsOf(item, index, day, addresses)),
    whatHappensNext: isAsked
      ? `An alert that is answered is not sent again; the next one comes when it is due.${whenSilent(asked, escalateAfterDays)} Opening a link or a draft changes nothing.`
      : 'What has been recorded is not asked for again. The next alert comes when it is due.',
  };
};
