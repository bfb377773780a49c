import { counted } from '../rules/counted.ts';
import { inWords } from '../rules/local-date.ts';
import { inPounds, times } from '../rules/money.ts';
import type { Publication } from './publication/publication.schema.ts';

type Range = { amountPence: number; upToPence: number | null };
type Financial = NonNullable<Publication['financialImplications']>;

/** A sum, or a range from its lowest to its highest: `£1,500,000 to £2,000,000`. Pence in. */
export const rangeInWords = ({ amountPence, upToPence }: Range): string =>
  upToPence === null || upToPence === amountPence ? inPounds(amountPence) : `${inPounds(amountPence)} to ${inPounds(upToPence)}`;

const kinds = { 'initial-term': 'First term', 'extension-option': 'Extension option', 'one-off': 'One-off', annual: 'Each year' };

/** What sort of cost a line is: `First term, 2 years`, `Each year, for 3 years`. */
export const kindInWords = ({ kind, years, class: of }: Financial['expenditure'][number]): string => {
  const time = years === null ? '' : `, ${kind === 'annual' ? 'for ' : ''}${counted(years, 'year')}`;
  return `${kinds[kind]}${time}${of === null ? '' : ` (${of})`}`;
};

/** How the cost could grow, in one or two sentences. */
export const growthInWords = ({ per, maximumUnits, reapprovalTrigger, ...range }: NonNullable<Financial['growth']>): string => {
  const each = `The cost could grow by ${rangeInWords(range)} for each ${per}`;
  const most =
    maximumUnits === null
      ? 'There is no upper limit.'
      : `At most ${maximumUnits.toLocaleString('en-GB')} of these, ${inPounds(times(range.upToPence ?? range.amountPence, maximumUnits))} in all.`;
  return `${each}. ${most}${reapprovalTrigger === null ? '' : ` It comes back for approval when: ${reapprovalTrigger}`}`;
};

const total = (pence: number | 'unbounded'): string => (pence === 'unbounded' ? 'no upper limit' : inPounds(pence));

/** What the council counts against its threshold: every option and all growth, before any grant. */
export const highestInWords = ({ expenditurePence, savingsPence }: NonNullable<Publication['key']['totals']>): string => {
  const savings = savingsPence > 0 ? ` The most that it can save: ${inPounds(savingsPence)}.` : '';
  return `The most that it can cost: ${total(expenditurePence)}, with every extension option and all growth counted, before any grant.${savings}`;
};

/** Where the money comes from: `Domestic Abuse grant: £1,600,000, ring-fenced`. */
export const fundingInWords = ({ source, amountPence, ringFenced }: Financial['funding'][number]): string =>
  `${source}${amountPence === null ? '' : `: ${inPounds(amountPence)}`}${ringFenced ? ', ring-fenced' : ''}`;

type Contract = NonNullable<Publication['contracts']>[number];

/** What a decision does with a contract. */
export const contractOutcomes = {
  award: 'Award',
  procure: 'Procure',
  extend: 'Extend',
  'bring-in-house': 'Bring in-house',
  lapse: 'Let lapse',
};

/** How long a contract is to run, as far as it is said. */
export const termInWords = ({ start, end }: Pick<Contract, 'start' | 'end'>): string => {
  if (start && end) return `${inWords(start)} to ${inWords(end)}`;
  if (start) return `From ${inWords(start)}`;
  return end ? `Until ${inWords(end)}` : '';
};

/** An extension option, with its price where that is public: `12 months: £400,000`. */
export const optionInWords = ({ months, amountPence }: Contract['extensionOptions'][number]): string =>
  `${counted(months, 'month')}${amountPence === null ? '' : `: ${inPounds(amountPence)}`}`;

/** What stands over the wording of a decision: nothing that was not agreed is called a decision. */
export const wordingTitles = { proposed: 'Proposed decision', taken: 'Decision', 'not-agreed': 'Proposed decision, not agreed' };

/** The words in which a decision was taken, by a body, by one or by two; null until it was. */
export const agreeing = ({ determination, particulars }: Pick<Publication, 'determination' | 'particulars'>): string | null => {
  if (determination === null) return null;
  const { kind, title, jointWith } = determination.by;
  if (kind === 'body') return `${title} agreed to:`;
  const other = jointWith ?? particulars.decisionMaker.jointWith;
  return other ? `As ${title} and as ${other.title} we agree to:` : `As ${title} I agree to:`;
};

/** Whether a decision is key, in one word or two. */
export const keyInWords = (isKey: boolean | null): string => (isKey === null ? 'Not known' : isKey ? 'Yes' : 'No');

/** A list as a sentence has it: `A`, `A and B`, `A, B and C`. */
export const listed = (names: string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

/** The areas affected: every one of the council's, or those named. */
export const areasInWords = (affected: 'all' | string[], areaWord: string): string =>
  affected === 'all' ? `All ${areaWord}s` : affected.length === 0 ? `No ${areaWord} more than another` : affected.join(', ');

/** A person and their title; the title alone where it stands for a person whom nobody has named. */
export const nameAndTitle = ({ name, title }: { name: string; title: string }): string =>
  name === title || name === `The ${title}` ? title : `${name}, ${title}`;

const equality = { 'not-required': 'No assessment is required', screening: 'Screening', full: 'Full assessment' };

/** What assessment of equality there is, and of when: `Full assessment, 1 February 2023.` */
export const equalityInWords = ({ status, date }: NonNullable<Publication['equalityImplications']>): string =>
  `${equality[status]}${date ? `, ${inWords(date)}` : ''}.`;

/** What assessment of people’s data there is, by its status. */
export const dataProtectionInWords = {
  'not-required': 'No assessment is required.',
  'to-follow': 'An assessment is to follow.',
  complete: 'An assessment is complete.',
};

const interestKinds = { pecuniary: 'disclosable pecuniary interest', other: 'other interest' };

/** What somebody declared when the decision was taken, with the dispensation: `None`, where that is what they said. */
export const interestInWords = ({
  interest,
  kind,
  detail,
  dispensation,
}: NonNullable<Publication['interests']>['each'][number]): string => {
  if (interest === 'none') return detail ?? 'None';
  const what = `Declared${kind ? `: ${interestKinds[kind]}` : ''}${detail ? `: ${detail}` : ''}`;
  // Whoever declared it may have ended what they wrote with a full stop, as most do.
  return [what, `Dispensation: ${dispensation ?? 'none'}`].map((sentence) => sentence.replace(/\.?$/, '.')).join(' ');
};

/** What is still awaited of consultation: a committee’s outcome, and answers until the last day, which a record need not say. */
export const awaitedInWords = ({ kind, consultation }: Pick<Publication, 'kind' | 'consultation'>): string[] => {
  const { committeeAwaited, closesOn } = consultation ?? {};
  const isTaken = kind === 'record';
  return [
    // Both are true before the day as after it: the page stays up while a decision waits for something else.
    ...(committeeAwaited
      ? [`${committeeAwaited.name}, ${inWords(committeeAwaited.date)}: no outcome is recorded${isTaken ? '' : ' yet'}.`]
      : []),
    ...(closesOn && !isTaken ? [`Last day of consultation: ${inWords(closesOn)}.`] : []),
  ];
};
