import type { JSX } from 'preact';
import { inWords, inWordsWithDay, type LocalDate } from '../../rules/local-date.ts';
import { listed, nameAndTitle } from '../in-words.ts';
import { type Of, Row, Section, Words } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';
import type { TimelineEntry } from '../publication/publication-timetable.schema.ts';
import { callInOn } from '../tense.ts';

const states = { done: 'Done', now: 'Now', 'to-come': 'To come' };

const Entry = ({ label, date, state, source }: TimelineEntry): JSX.Element => (
  <li class={`app-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
    {date ? <time datetime={date}>{inWordsWithDay(date)}</time> : <strong>No date yet</strong>}
    <div>{label}</div>
    <div class="govuk-body-s">{`${states[state]}. ${source}`}</div>
  </li>
);

/** The decision's stages with their dates: done, now, to come. */
export const Timeline = ({ of: { timeline, timetable, findings } }: Of): JSX.Element => (
  <Section title="Dates">
    <ol class="govuk-body app-timeline">
      {timeline.map((entry) => (
        <Entry {...entry} />
      ))}
    </ol>
    {timetable.originallyDue && <p class="govuk-body">{`Originally due: ${inWords(timetable.originallyDue)}.`}</p>}
    {timetable.proof && <p class="govuk-body">{timetable.proof}</p>}
    {findings.map((words) => (
      <p class="govuk-body">{words}</p>
    ))}
  </Section>
);

/** Why the full notice was not given, and who agreed to that. */
export const ShortNotice = ({ of: { shortNotice } }: Of): JSX.Element | null =>
  shortNotice && (
    <Section title="Why less than 28 clear days’ notice">
      <p class="govuk-body">{shortNotice.words}</p>
      {shortNotice.reason && <Words>{shortNotice.reason}</Words>}
      {shortNotice.agreedBy && (
        <p class="govuk-body">{`Agreed by ${nameAndTitle(shortNotice.agreedBy)}, on ${inWords(shortNotice.agreedBy.on)}.`}</p>
      )}
    </Section>
  );

const outcomes = {
  'no-comment': 'Scrutiny made no comment.',
  comments: 'Scrutiny commented.',
  reconsider: 'Scrutiny asked for the decision to be reconsidered.',
  'refer-to-council': 'Scrutiny referred the decision to full council.',
  'not-valid': 'The call-in was not valid.',
};

type Called = NonNullable<Publication['callIn']>;

const calledBy = ({ requestedBy }: Called): string => listed(requestedBy.map(({ name, group }) => (group ? `${name} (${group})` : name)));

const CalledIn = ({ called }: { called: Called }): JSX.Element => (
  <dl class="govuk-summary-list">
    <Row name="Called in">{inWords(called.requestedOn)}</Row>
    <Row name="By">{calledBy(called)}</Row>
    <Row name="Grounds">
      <ul class="govuk-list">
        {called.grounds.map((ground) => (
          <li>{ground}</li>
        ))}
      </ul>
    </Row>
    <Row name="In their words">{called.words && <span class="app-words">{called.words}</span>}</Row>
    <Row name="Outcome">{called.outcome && `${outcomes[called.outcome]}${called.outcomeOn ? ` ${inWords(called.outcomeOn)}.` : ''}`}</Row>
    <Row name={called.outcome === 'not-valid' ? 'The clerk’s words' : 'Scrutiny’s words'}>
      {called.outcomeWords && <span class="app-words">{called.outcomeWords}</span>}
    </Row>
    <Row name="Decided again">
      {called.reconsidered &&
        `${called.reconsidered.outcome === 'confirmed' ? 'Confirmed' : 'Changed'}${called.reconsidered.by ? ` by ${called.reconsidered.by},` : ''} on ${inWords(called.reconsidered.on)}.`}
    </Row>
    <Row name="Why">{called.reconsidered?.words ?? null}</Row>
  </dl>
);

/** Whether the decision can be or was called in, and what came of it. */
export const CallIn = ({
  of: { determination, callIn, callInWaiver, timetable },
  today,
}: Of & { today: LocalDate }): JSX.Element | null => {
  if (determination === null) return null;
  return (
    <Section title="Call-in">
      <p class="govuk-body">{callInOn({ callIn, timetable }, today)}</p>
      {callInWaiver && <Words>{callInWaiver}</Words>}
      {callIn && <CalledIn called={callIn} />}
    </Section>
  );
};

/** The meeting at which a body decided: who was there and what was said. */
export const Meeting = ({ of: { determination } }: Of): JSX.Element | null => {
  const meeting = determination?.meeting;
  if (!meeting) return null;
  return (
    <Section title={`Meeting of ${inWords(meeting.date)}`}>
      <p class="govuk-body">{`Present: ${listed(meeting.present)}.`}</p>
      {meeting.introducedBy && <p class="govuk-body">{`${meeting.introducedBy} introduced the report.`}</p>}
      {meeting.points.length > 0 && (
        <ol class="govuk-list govuk-list--number">
          {meeting.points.map((point) => (
            <li class="app-words">{point}</li>
          ))}
        </ol>
      )}
    </Section>
  );
};
