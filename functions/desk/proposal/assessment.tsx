import type { JSX } from 'preact';
import { Row } from '../../record/page/parts.tsx';
import { inWordsWithDay } from '../../rules/local-date.ts';
import type { Assessment } from '../desk-api.ts';
import { anchorOf, type Field, nameOf } from '../form/field.ts';
import type { Fault } from '../../rules/fault.ts';

type Undone = { missing: Fault[]; fields: Field[]; form: string | null };

/** What is missing or wrong, each named as its field is. `form` is where the form stands, to be led to; null for who may not write. */
export const StillToDo = ({ missing, fields, form }: Undone): JSX.Element => (
  <>
    <h3 class="govuk-heading-s">Still to do ({missing.length})</h3>
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(({ path, message }) => {
        const name = nameOf(fields, path) || path;
        return (
          <li>
            {form === null ? (
              name
            ) : (
              <a class="govuk-link" href={`${form}#${anchorOf(fields, path)}`}>
                {name}
              </a>
            )}
            {message === 'This is missing' ? '' : `: ${message}`}
          </li>
        );
      })}
    </ul>
  </>
);

/** What the rules make of the proposal as it was last checked, beside the form. */
export const AssessmentBox = ({ of, fields }: { of: Assessment | null; fields: Field[] }): JSX.Element => (
  <section class="app-assessment" aria-labelledby="assessment" id="assessed">
    <h2 class="govuk-heading-m" id="assessment">
      What the rules say
    </h2>
    {of === null ? (
      <p class="govuk-body">
        Choose Check to see whether this is a key decision, the earliest day on which it can be taken, and what is missing. Nothing is
        saved.
      </p>
    ) : (
      <>
        <dl class="govuk-summary-list">
          <Row name="Key decision?">{of.keyDecision.isKey ? 'Yes' : 'No'}</Row>
          <Row name="Why">{of.keyDecision.statement || null}</Row>
          <Row name="Earliest day">{inWordsWithDay(of.timetable.earliestDecisionDate)}</Row>
          <Row name="Suggested day">{inWordsWithDay(of.timetable.suggestedDecisionDate)}</Row>
          <Row name="Takes effect">
            {of.timetable.effectiveFrom && `${inWordsWithDay(of.timetable.effectiveFrom)}, if decided that day and not called in`}
          </Row>
        </dl>
        <p class="govuk-hint">If its notice were published today.</p>
        {of.keyDecision.warnings.map(({ words }) => (
          <p class="govuk-body">
            <strong>Think about this:</strong> {words}
          </p>
        ))}
        {of.timetable.gates.length > 0 && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Why not sooner</span>
            </summary>
            <div class="govuk-details__text">
              <ul class="govuk-list govuk-list--bullet">
                {of.timetable.gates.map(({ date, words, source }) => (
                  <li>
                    {inWordsWithDay(date)}: {words} ({source})
                  </li>
                ))}
              </ul>
            </div>
          </details>
        )}
        {of.complete ? (
          <p class="govuk-body">Complete: it can be submitted.</p>
        ) : (
          <StillToDo missing={of.missing} fields={fields} form="" />
        )}
      </>
    )}
  </section>
);
