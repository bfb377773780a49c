import type { JSX } from 'preact';
import { areasInWords, nameAndTitle } from '../record/in-words.ts';
import { inWords, type LocalDate } from '../rules/local-date.ts';
import type { Summary } from './summary.schema.ts';
import { statusOn } from '../record/tense.ts';

/** How short the notice was, in words; nothing where it was the full one. */
const urgencyWords = {
  ordinary: null,
  'general-exception': 'Short notice: general exception',
  'special-urgency': 'Short notice: special urgency',
} as const;

const datesOf = ({ decidedOn, earliestDecisionDate, effectiveFrom, status }: Summary): string => {
  if (status.code === 'withdrawn' || status.code === 'not-proceeding') return 'No decision will be taken';
  // Of what was put off or sent back, the day of its notice is no longer the day of anything.
  if (status.code === 'changed' || status.code === 'deferred') return '';
  if (decidedOn === null) return `On or after ${inWords(earliestDecisionDate)}`;
  return `Decided on ${inWords(decidedOn)}${status.code === 'in-force' && effectiveFrom ? `, in force from ${inWords(effectiveFrom)}` : ''}`;
};

const factsOf = (of: Summary): string[] =>
  [
    of.isKey ? 'Key decision' : '',
    urgencyWords[of.urgency] ?? '',
    nameAndTitle(of.decisionMaker),
    of.divisionsAffected && of.divisionsAffected.length > 0 ? areasInWords(of.divisionsAffected, of.areaWord) : '',
  ].filter((fact) => fact !== '');

/** One line of a list as a page shows it on a day, Europe/London: what it is, where it stands, who decides. */
export const Line = ({ of, today, level = 2 }: { of: Summary; today: LocalDate; level?: 2 | 3 }): JSX.Element => {
  const Heading = `h${level}` as const;
  return (
    <li>
      <Heading class="govuk-heading-s">
        <a class="govuk-link" href={of.path}>{`${of.number} ${of.subject}`}</a>
      </Heading>
      <p class="govuk-body">
        <strong class="govuk-tag">{statusOn(of, today)}</strong> {datesOf(of)}
      </p>
      <p class="govuk-body">{`${factsOf(of).join('. ')}.`}</p>
    </li>
  );
};
