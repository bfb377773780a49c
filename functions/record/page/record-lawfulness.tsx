import type { JSX } from 'preact';
import { inWords, inWordsWithDay } from '../../rules/local-date.ts';
import { type Of, Row, Section, Table, Words } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';

type Kept = NonNullable<Publication['lawfulness']>;

const Days = ({ days }: Kept): JSX.Element | null =>
  days.length === 0 ? null : (
    <Table
      caption="Every day of the notice"
      columns={[{ name: 'Day' }, { name: 'Counted as', isNumber: true }, { name: 'Why' }]}
      rows={days.map(({ date, place, reason }) => [inWordsWithDay(date), place === null ? 'no' : String(place), reason])}
    />
  );

/** How the days before the decision were counted, day by day, under which reading of the rules and by which calendar. */
export const Lawfulness = ({ of: { lawfulness } }: Of): JSX.Element | null =>
  lawfulness && (
    <details>
      <summary class="govuk-body">
        <span class="govuk-link">How the dates were counted</span>
      </summary>
      {lawfulness.statement && <p class="govuk-body">{lawfulness.statement}</p>}
      <Days {...lawfulness} />
      <Table
        caption="What the decision had to wait for"
        columns={[{ name: 'Not before' }, { name: 'Because' }, { name: 'Source' }]}
        rows={lawfulness.gates.map(({ date, words, source }) => [inWords(date), words, source])}
      />
      <p class="govuk-body">{`The earliest lawful day was ${inWords(lawfulness.earliestDecisionDate)}. The decision was taken on ${inWords(lawfulness.decidedOn)}.`}</p>
      <p class="govuk-body">{`Counted by the rules as read in version ${lawfulness.rulesVersion}. Bank holidays: ${lawfulness.calendar.version}, known until ${inWords(lawfulness.calendar.coversUntil)}, from ${lawfulness.calendar.source}`}</p>
    </details>
  );

/** That scrutiny thought the decision was key and was not treated so, with the executive's report. */
export const KeyChallenge = ({ of: { keyChallenge } }: Of): JSX.Element | null =>
  keyChallenge && (
    <Section title="Whether this was a key decision">
      <dl class="govuk-summary-list">
        <Row name="Raised by scrutiny">{inWords(keyChallenge.raisedOn)}</Row>
        <Row name="In their words">{keyChallenge.words && <span class="app-words">{keyChallenge.words}</span>}</Row>
        <Row name="Report due">{keyChallenge.report === null && keyChallenge.reportBy && inWords(keyChallenge.reportBy)}</Row>
        <Row name="Reported">{keyChallenge.report && inWords(keyChallenge.report.on)}</Row>
        <Row name="The report">{keyChallenge.report?.words && <span class="app-words">{keyChallenge.report.words}</span>}</Row>
      </dl>
    </Section>
  );

type Consent = NonNullable<NonNullable<Publication['privateMeeting']>['consent']>;

const consented = ({ name, on, reason, words }: Consent): string =>
  [
    `${name} agreed on ${inWords(on)} that the meeting is urgent and cannot reasonably be deferred.`,
    reason && `Why it was asked: ${reason}`,
    words && `In their words: ${words}`,
  ]
    .filter(Boolean)
    .join(' ');

/** Why the body meets in private, what was said against that, and the council's answer. */
export const PrivateMeeting = ({ of: { privateMeeting } }: Of): JSX.Element | null =>
  privateMeeting && (
    <Section title="Meeting in private">
      <Words>{privateMeeting.reasons}</Words>
      {privateMeeting.consent && <p class="govuk-body app-words">{consented(privateMeeting.consent)}</p>}
      {privateMeeting.second && (
        <dl class="govuk-summary-list">
          <Row name="Second notice">{inWords(privateMeeting.second.publishedOn)}</Row>
          <Row name="Representations received">
            <span class="app-words">{privateMeeting.second.representations}</span>
          </Row>
          <Row name="The council’s answer">
            <span class="app-words">{privateMeeting.second.response}</span>
          </Row>
        </dl>
      )}
    </Section>
  );
