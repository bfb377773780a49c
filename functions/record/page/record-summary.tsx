import type { JSX } from 'preact';
import { inWords } from '../../rules/local-date.ts';
import { areasInWords, keyInWords } from '../in-words.ts';
import { type Of, Row } from './parts.tsx';
import { accessInWords, recordedInWords, takenBy } from '../record-facts.ts';
import { DecisionMaker } from './record-particulars.tsx';

const Grounds = ({ of: { key } }: Of): JSX.Element => (
  <>
    <div>{keyInWords(key.isKey)}</div>
    {key.grounds.map((ground) => (
      <div>{ground}</div>
    ))}
    {key.statement && <div class="govuk-hint">{key.statement}</div>}
  </>
);

const DecisionLink = ({ number }: { number: string }): JSX.Element => (
  <a class="govuk-link" href={`/decisions/${number}`}>{`Decision ${number}`}</a>
);

/** A decision in short: who takes it, whether it is key, what it takes the place of. */
export const Summary = ({ of }: Of): JSX.Element => (
  <dl class="govuk-summary-list">
    <Row name="Decision taken by">{of.kind === 'record' && <DecisionMaker maker={takenBy(of)} />}</Row>
    <Row name="Signed">{of.determination?.cover ?? null}</Row>
    <Row name="Recorded">{recordedInWords(of)}</Row>
    <Row name="Decision number">{of.number}</Row>
    <Row name="Publication">{accessInWords(of)}</Row>
    <Row name="Key decision">
      <Grounds of={of} />
    </Row>
    <Row name="Date of decision">{of.timetable.decidedOn && inWords(of.timetable.decidedOn)}</Row>
    <Row name="Takes the place of">
      {of.replaces.length > 0 &&
        of.replaces.map((number) => (
          <div>
            <DecisionLink number={number} />
          </div>
        ))}
    </Row>
    <Row name="Superseded by">
      {of.supersededBy && (
        <>
          <DecisionLink number={of.supersededBy.number} />
          {`, on ${inWords(of.supersededBy.on)}`}
        </>
      )}
    </Row>
    <Row name={`Electoral ${of.areaWord}s affected`}>{of.divisionsAffected && areasInWords(of.divisionsAffected, of.areaWord)}</Row>
  </dl>
);

/** What the page begins with: its subject, and how the decision stands. */
export const Top = ({ of }: Of): JSX.Element => (
  <>
    <span class="govuk-caption-l">
      {of.kind === 'record' ? 'Record of decision' : 'Proposed decision'} {of.number}
    </span>
    <h1 class="govuk-heading-l">{of.subject}</h1>
    <p class="govuk-body">
      <strong class="govuk-tag">{of.status.words}</strong>
    </p>
    <p class="govuk-body-l">{of.status.explanation}</p>
    {of.ending && (
      <p class="govuk-body">
        {inWords(of.ending.on)}
        {of.ending.words && <span class="app-words">: {of.ending.words}</span>}
      </p>
    )}
    {of.publicAccess?.kind === 'fully-exempt' && <div class="govuk-inset-text">{of.withheld[0]?.words}</div>}
  </>
);
