import { hasOptions, OptionsTable } from './options-table.tsx';
import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page, type PageCouncil } from '../page/page.tsx';
import { areasInWords } from '../record/in-words.ts';
import { Row, Section, Words } from '../record/page/parts.tsx';
import { inWords, type LocalDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import { continuity } from '../contract/continuity.rules.ts';
import type { PublicContract } from './public-contract.schema.ts';
import { ranInWords } from './term-in-words.ts';
import { stageName, TimetablePicture } from '../procurement/timetable.picture.tsx';

type Of = { of: PublicContract };

const yesNo = (found: boolean | null): string | null => (found === null ? null : found ? 'Yes' : 'No');
const day = (date: LocalDate | null): string | null => date && inWords(date);
const money = (pence: number | null): string => (pence === null ? 'Withheld' : inPounds(pence));
const how = {
  expired: 'It expired',
  terminated: 'It was terminated',
  'brought-in-house': 'The service was brought in-house',
  replaced: 'It was replaced',
} as const;
const outcomes: Record<string, string> = {
  award: 'award',
  procure: 'to procure',
  extend: 'extension',
  'bring-in-house': 'to bring in-house',
  lapse: 'to let it lapse',
  authority: 'authority',
};

const Decisions = ({ of }: Of): JSX.Element | null =>
  of.decisions.length === 0 ? null : (
    <span>{of.decisions.map(({ number, outcome }) => `${number} (${outcomes[outcome] ?? outcome})`).join('; ')}</span>
  );

const supplier = ({ supplier: name, supplierNumber }: PublicContract): string =>
  name === null ? 'Withheld' : supplierNumber ? `${name} (${supplierNumber})` : name;

const proposed = ({ proposedDates: dates }: PublicContract): string | null =>
  dates?.start && dates.end
    ? `${inWords(dates.start)} to ${inWords(dates.end)}. These were the dates proposed; the term above is the contract’s own.`
    : null;

const Particulars = ({ of, areaWord }: Of & Pick<Council, 'areaWord'>): JSX.Element => (
  <dl class="govuk-summary-list">
    <Row name="Supplier">{supplier(of)}</Row>
    <Row name="Value, every option counted">{of.valuePence === null ? 'Withheld' : `${inPounds(of.valuePence)}, without VAT`}</Row>
    <Row name="VAT that cannot be recovered">{of.irrecoverableVatPence === null ? null : inPounds(of.irrecoverableVatPence)}</Row>
    <Row name="Withheld">{of.withheld}</Row>
    <Row name="Term">{ranInWords(of.start, of.end)}</Row>
    <Row name="Can be extended until">{of.maximumEnd > of.end ? inWords(of.maximumEnd) : null}</Row>
    <Row name="Ended">{of.ended && `${how[of.ended.how]} on ${inWords(of.ended.on)}.`}</Row>
    <Row name="As the decision had it">{proposed(of)}</Row>
    <Row name="What follows">{of.follows?.words ?? null}</Row>
    <Row name="Review">{day(of.reviewOn)}</Row>
    <Row name="Department">{of.department}</Row>
    <Row name={`Electoral ${areaWord}s affected`}>{of.divisionsAffected && areasInWords(of.divisionsAffected, areaWord)}</Row>
    <Row name="Decisions">{of.decisions.length > 0 ? <Decisions of={of} /> : null}</Row>
    <Row name="How it was procured">{`${of.route}, under the ${of.regime}`}</Row>
    <Row name="Day of signature">{day(of.signedOn)}</Row>
    <Row name="Small or medium sized enterprise">{yesNo(of.sme)}</Row>
    <Row name="Voluntary or community sector">{yesNo(of.vcse)}</Row>
    <Row name="Open Contracting id">{of.ocid}</Row>
  </dl>
);

const Options = ({ of }: Of): JSX.Element | null =>
  hasOptions(of) ? <OptionsTable of={of} caption="Extension options" price={money} ahead={(day) => `To be taken up by ${day}`} /> : null;

type Reasoned = { name: string; when: string; words: string; source: string };

/** What happens when, why, and by which rule, one below the other: on a phone a table of as much leaves no column readable. */
export const InWords = ({ title, of }: { title: string; of: Reasoned[] }): JSX.Element | null =>
  of.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <dl class="govuk-summary-list">
        {of.map(({ name, when, words, source }) => (
          <Row name={name}>
            <p class="govuk-body">{when}</p>
            <p class="govuk-body">
              {words} <span class="govuk-hint">{source}</span>
            </p>
          </Row>
        ))}
      </dl>
    </>
  );

/** The stages of a plan, as `InWords` shows them. */
export const stagesOf = ({ timetable }: Pick<NonNullable<PublicContract['plan']>, 'timetable'>): Reasoned[] =>
  timetable.map(({ stage, from, to, words, source }) => ({ name: stageName(stage), when: span(from, to), words, source }));

const span = (from: LocalDate, to: LocalDate): string => (from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`);

const isFollowed = ({ end, follows }: PublicContract): boolean => follows !== null && continuity(end, follows.start).kind !== 'gap';

const Plan = ({ of, today }: Of & { today: LocalDate }): JSX.Element | null => {
  const { plan } = of;
  return plan === null ? null : (
    <Section title="When the decision on what follows must begin">
      <p class="govuk-body">
        {plan.words}
        {plan.date < today && !isFollowed(of) && <strong> That day has passed.</strong>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard (WCAG 2.2, 2.1.1) */}
      <section class="app-scroll" aria-label="Timetable of what follows, drawn" tabIndex={0}>
        <TimetablePicture plan={plan} today={today} />
      </section>
      {plan.provisional && (
        <p class="govuk-body">What is drawn with a broken line is provisional: it lies beyond the bank holidays that are known.</p>
      )}
      <InWords title="The same timetable in words" of={stagesOf(plan)} />
    </Section>
  );
};

const deadline = (notice: NonNullable<PublicContract['notices']>['notices'][number]): string =>
  notice.publishedOn ? `Published on ${inWords(notice.publishedOn)}` : notice.deadline ? `By ${inWords(notice.deadline)}` : 'On its event';

const Notices = ({ of }: Of): JSX.Element | null =>
  of.notices === null ? null : (
    <Section title="Procurement notices">
      {of.notices.none ? (
        <p class="govuk-body">{of.notices.none}</p>
      ) : (
        <InWords
          title="What the Procurement Act 2023 has published"
          of={of.notices.notices.map((notice) => ({
            ...notice,
            name: `${notice.notice} ${notice.name}${notice.duty === 'ask-legal' ? ' (unsettled)' : ''}`,
            when: deadline(notice),
          }))}
        />
      )}
    </Section>
  );

/** One contract as the public may read it, with the timetable of what follows as a picture and in words. */
export const contractPage = (of: PublicContract, council: PageCouncil & Pick<Council, 'areaWord'>, today: LocalDate): string =>
  page({
    title: `${of.reference} ${of.title}`,
    council,
    section: 'contracts',
    description: `${of.title}: contract of ${council.name}. ${ranInWords(of.start, of.end)}.`,
    children: (
      <>
        <span class="govuk-caption-l">{`Contract ${of.reference}`}</span>
        <h1 class="govuk-heading-l">{of.title}</h1>
        <Words>{of.description}</Words>
        <Particulars of={of} areaWord={council.areaWord} />
        <Options of={of} />
        <Plan of={of} today={today} />
        <Notices of={of} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${of.path}.json`}>
            This contract as data
          </a>
        </p>
      </>
    ),
  });
