import type { JSX } from 'preact';
import { inWords } from '../../rules/local-date.ts';
import { awaitedInWords, interestInWords } from '../in-words.ts';
import { type Of, Published, Section, Table, Words } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';

type Consultation = NonNullable<Publication['consultation']>;

const outcomes = {
  asked: 'Asked',
  supported: 'Supported',
  objected: 'Objected',
  commented: 'Commented',
  'proposed-an-amendment': 'Proposed an amendment',
  silent: 'Did not answer',
  undeliverable: 'Could not be reached',
  'not-recorded': 'Consulted; no answer is recorded',
};

const committeeOutcomes = { endorsed: 'Endorsed', amended: 'Amended', 'not-endorsed': 'Did not endorse', noted: 'Noted' };

const Committee = ({ committee, date, outcome, words }: Consultation['committees'][number]): JSX.Element => (
  <>
    <h3 class="govuk-heading-s">{`${committee}, ${inWords(date)}: ${committeeOutcomes[outcome].toLowerCase()}`}</h3>
    <Words>{words}</Words>
  </>
);

const answerOf = ({ outcome, late }: Consultation['consultees'][number]): string => `${outcomes[outcome]}${late ? ' (late)' : ''}`;

const consulteeIn = ({ name, title }: Consultation['consultees'][number]) =>
  title === '' || title === name || name === `The ${title}` ? (
    title || name
  ) : (
    <>
      {name}
      <br />
      <span class="govuk-hint">{title}</span>
    </>
  );

const Consultees = ({ consultees }: Consultation): JSX.Element =>
  consultees.length === 0 ? (
    <p class="govuk-body">Nobody was consulted by email.</p>
  ) : (
    <Table
      caption="Who was consulted"
      columns={[{ name: 'Consultee' }, { name: 'Answer' }, { name: 'In their words' }]}
      rows={consultees.map((each) => [
        consulteeIn(each),
        answerOf(each),
        each.words === null ? '' : <span class="app-words">{each.words}</span>,
      ])}
    />
  );

/** What the Cabinet Committee and those consulted said, silence and late answers included. */
export const Consulted = ({ of }: Of): JSX.Element => (
  <Published of={of} section="consultation" title="Cabinet Committee recommendations and other consultation" content={of.consultation}>
    {(consultation) => (
      <>
        {consultation.committees.map((each) => (
          <Committee {...each} />
        ))}
        {awaitedInWords(of).map((words) => (
          <p class="govuk-body">{words}</p>
        ))}
        <Consultees {...consultation} />
      </>
    )}
  </Published>
);

/** Other ways that were considered, and why they were turned down. */
export const Alternatives = ({ of }: Of): JSX.Element => (
  <Published of={of} section="alternatives" title="Alternatives considered and rejected" content={of.alternatives}>
    {(alternatives) =>
      alternatives.length === 0 ? (
        <p class="govuk-body">None recorded</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {alternatives.map(({ option, reasonRejected }) => (
            <li>
              <div class="app-words">{option}</div>
              <div class="app-words">{`Rejected because: ${reasonRejected}`}</div>
            </li>
          ))}
        </ol>
      )
    }
  </Published>
);

/** Interests and dispensations: "None" is said, and is not the same as nothing having been asked. */
export const Interests = ({ of: { interests } }: Of): JSX.Element | null => {
  if (interests === null) return null;
  return (
    <Section title="Any interest declared when the decision was taken and any dispensation granted">
      {interests.summary === 'None' ? (
        <p class="govuk-body">None</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {interests.each.map((each) => (
            <li>{`${each.name}: ${interestInWords(each)}`}</li>
          ))}
        </ul>
      )}
    </Section>
  );
};
