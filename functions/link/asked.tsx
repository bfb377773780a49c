import type { ComponentChildren, JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { shortFingerprint } from '../decision/fingerprint.ts';
import { named } from '../email/letter.ts';
import { ErrorSummary } from '../page/error-summary.tsx';
import { page } from '../page/page.tsx';
import { Row } from '../record/page/parts.tsx';
import type { Publication } from '../record/publication/publication.schema.ts';
import { inWordsWithDay, type LocalDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import type { CodeState } from './code-field.tsx';
import { subjectFor } from './entitled.ts';
import type { Filled } from './fields.tsx';
import { Report } from './report.tsx';

/** Everything that a page which asks somebody something is made from; `on` is the Europe/London day on which it is shown. */
export type Asking = {
  decision: Decision;
  step: Step;
  council: Council;
  on: LocalDate;
  report: Publication | null;
  hash: string;
  filled: Filled;
  code?: CodeState;
};

type Wording = { question: string; explanation: string; children: ComponentChildren };

const asWhom = ({ name, title, cover }: Step): string =>
  cover ? `${cover.name} for ${named({ name, title })}, under ${cover.scheme}` : named({ name, title });

const cost = ({ report }: Asking): string | null => {
  const most = report?.key.totals?.expenditurePence;
  if (most === undefined) return null;
  return most === 'unbounded' ? 'No limit is set' : inPounds(most);
};

const makerIn = ({ report }: Asking): string | null => report && named(report.particulars.decisionMaker);

const isOverdue = ({ step: { dueOn }, on }: Asking): boolean => dueOn !== null && dueOn < on;

// Long addresses of people and figures wait for the report: this much has to fit on one screen of a phone.
const Ask = ({ asking, question, explanation }: { asking: Asking } & Omit<Wording, 'children'>): JSX.Element => (
  <div class="app-ask">
    <span class="govuk-caption-m">Decision {asking.decision.number}</span>
    <h1 class="govuk-heading-m">{question}</h1>
    <p class="govuk-body">
      <strong>{subjectFor(asking.step, asking.decision)}</strong>
    </p>
    <dl class="govuk-summary-list app-brief">
      <Row name="You are asked as">{asWhom(asking.step)}</Row>
      <Row name="Decision maker">{asking.step.stage === 'determination' ? null : makerIn(asking)}</Row>
      <Row name="Highest cost">{cost(asking)}</Row>
      <Row name={isOverdue(asking) ? 'Was asked for by' : 'Answer by'}>{asking.step.dueOn && inWordsWithDay(asking.step.dueOn)}</Row>
    </dl>
    <p class="govuk-body">
      {explanation} <a href="#answer">Go to your answer</a>
    </p>
  </div>
);

const Fingerprint = ({ hash }: { hash: string }): JSX.Element | null =>
  hash === '' ? null : (
    <p class="govuk-body">
      Fingerprint of what you are reading: <span class="app-fingerprint">{shortFingerprint(hash)}</span>
    </p>
  );

/** The page behind a link that still asks: who is asked, as what, for which decision; the report; the form. */
export const askingPage = (asking: Asking, { question, explanation, children }: Wording): string => {
  const { decision, step, council, report, hash, filled } = asking;
  const isWrong = filled.problems.length > 0;
  return page({
    title: `${isWrong ? 'Error: ' : ''}${question} ${decision.number}`,
    council,
    section: 'none',
    noindex: true,
    children: (
      <>
        <ErrorSummary problems={filled.problems} />
        <Ask asking={asking} question={question} explanation={explanation} />
        <h2 class="govuk-heading-l">The report</h2>
        <Report of={report} decision={decision} council={council} external={step.external} />
        <Fingerprint hash={hash} />
        <div id="answer">{children}</div>
      </>
    ),
  });
};
