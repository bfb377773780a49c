import type { JSX } from 'preact';
import { page, type PageCouncil } from '../page/page.tsx';
import { nameAndTitle } from '../record/in-words.ts';
import { Row } from '../record/page/parts.tsx';
import { inWords } from '../rules/local-date.ts';
import type { UrgencyReport, UrgentDecision } from './urgency-report.ts';

const DateField = ({ id, label, value }: { id: string; label: string; value: string | null }): JSX.Element => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <input class="govuk-input" type="date" id={id} name={id} value={value ?? ''} />
  </div>
);

const Urgent = ({ of }: { of: UrgentDecision }): JSX.Element => (
  <li>
    <h2 class="govuk-heading-s">
      <a class="govuk-link" href={of.path}>{`${of.number} ${of.subject}`}</a>
    </h2>
    <dl class="govuk-summary-list">
      <Row name="Decided">{`${inWords(of.decidedOn)}, by ${nameAndTitle(of.decisionMaker)}`}</Row>
      <Row name="Decision">
        {of.decision ? (
          <ol class="govuk-list govuk-list--number">
            {of.decision.map((item) => (
              <li class="app-words">{item}</li>
            ))}
          </ol>
        ) : (
          of.withheld
        )}
      </Row>
      <Row name="Why it could not wait">{of.reason && <span class="app-words">{of.reason}</span>}</Row>
      <Row name="Agreed by">{of.agreedBy ? `${nameAndTitle(of.agreedBy)}, on ${inWords(of.agreedBy.on)}` : 'No agreement is recorded'}</Row>
    </dl>
  </li>
);

const periodOf = ({ from, to }: UrgencyReport): string => {
  if (from === null && to === null) return '';
  if (from !== null && to !== null) return ` from ${inWords(from)} to ${inWords(to)}`;
  return from !== null ? ` since ${inWords(from)}` : ` until ${inWords(to ?? '')}`;
};

const countOf = (count: number): string => (count === 0 ? 'No decision was' : count === 1 ? '1 decision was' : `${count} decisions were`);

/** The report of decisions taken under special urgency, as a page that can be printed and laid before the council. */
export const urgencyPage = (report: UrgencyReport, council: PageCouncil): string =>
  page({
    title: 'Decisions taken under special urgency',
    council,
    section: 'decisions',
    description: `Executive decisions of ${council.name} that were too urgent for any notice period.`,
    children: (
      <>
        <h1 class="govuk-heading-l">Decisions taken under special urgency</h1>
        <p class="govuk-body">{`Some key decisions cannot wait for five clear working days. One of these may be taken at once if the scrutiny chair agrees. The chair must find that it is urgent and cannot fairly be put off (regulation 11 of SI 2012/2089). The leader tells full council of each one, at least once a year (regulation 19).`}</p>
        <form class="app-no-print" action="/urgency-report" method="get">
          <div class="app-filters">
            <DateField id="from" label="From" value={report.from} />
            <DateField id="to" label="To" value={report.to} />
          </div>
          <button class="govuk-button" type="submit">
            Show
          </button>
        </form>
        <p class="govuk-body">{`${countOf(report.items.length)} taken under special urgency${periodOf(report)}.`}</p>
        <ol class="govuk-list app-list">
          {report.items.map((of) => (
            <Urgent of={of} />
          ))}
        </ol>
      </>
    ),
  });
