import type { JSX } from 'preact';
import { inWords } from '../../rules/local-date.ts';
import { nameAndTitle } from '../../record/in-words.ts';
import { answerWords, isAsked, takesEntry } from '../action/step-actions.ts';
import type { Email, HistoryLine, Proposal } from '../desk-api.ts';
import { askedWords, emailWords, isUndelivered, lineWords, stepWords } from '../in-words.ts';
import { momentInWords } from '../shown.tsx';

type Step = Proposal['steps'][number];
type Doing = [action: string, words: string, of: string];

const actedOn = ({ actedAt, openedAt, late, override }: Step): string =>
  actedAt
    ? `${override === undefined ? '' : 'Entered by the clerk on '}${momentInWords(actedAt)}${late ? ', late' : ''}`
    : openedAt
      ? `Asked on ${momentInWords(openedAt)}`
      : '';

// What a clerk may do about somebody who was asked: where, in which words, and how the post is named after them.
const clerkMay = (status: Proposal['status'], step: Step): Doing[] => {
  const asked = isAsked({ status }, step);
  return [
    ...(asked ? [['resend', 'Send a fresh email', 'to'] satisfies Doing] : []),
    ...(asked && step.stage !== 'agreement' ? [['delegate', 'Arrange cover', 'for'] satisfies Doing] : []),
    ['answer', 'Record an answer', 'of'],
    ...(step.state === 'undeliverable' ? [['lift-suppression', 'The mailbox was put right', 'of'] satisfies Doing] : []),
  ];
};

type StepsOf = { proposal: Proposal; isClerk: boolean };

/** Everybody who was asked, with what truly became of it. */
export const Steps = ({ proposal: { id, status, steps }, isClerk }: StepsOf): JSX.Element =>
  steps.length === 0 ? (
    <p class="govuk-body">Nobody has been asked yet.</p>
  ) : (
    <ul class="govuk-list app-cards">
      {steps.map((step) => (
        <li>
          <strong>{nameAndTitle(step)}</strong>: {askedWords(step)}
          <p class="govuk-body">
            {stepWords[step.state]}
            {step.response && step.state === 'responded' && `: ${answerWords[step.stage][step.response]?.toLowerCase()}`}. {actedOn(step)}
            {step.state === 'open' && step.dueOn ? `; due on ${inWords(step.dueOn)}` : ''}
          </p>
          {step.words && <p class="govuk-body app-words">“{step.words}”</p>}
          {step.cover && <p class="govuk-body">Cover: {step.cover}</p>}
          {isClerk && takesEntry({ status }, step) && (
            <p class="govuk-body">
              {clerkMay(status, step).map(([action, words, of], index) => (
                <>
                  {index > 0 && ' · '}
                  <a class="govuk-link" href={`/desk/proposals/${id}/steps/${step.id}/${action}`}>
                    {words}
                    <span class="govuk-visually-hidden">
                      {' '}
                      {of} {step.title}
                    </span>
                  </a>
                </>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );

const saidIn = ({ what }: HistoryLine): string | null => {
  const words = what.words ?? what.why ?? what.reason;
  return typeof words === 'string' && words !== '' ? words : null;
};

// A post is its holder’s name where nobody has named them: then the capacity says nothing more.
const byWhom = ({ name, capacity }: HistoryLine['by']): string =>
  name === capacity || name === `The ${capacity}` || name.endsWith(`, ${capacity}`) ? name : `${name}, ${capacity}`;

/** Everything that happened, the newest first: who, in which capacity, when and what. */
export const History = ({ lines, steps }: { lines: HistoryLine[]; steps: Step[] }): JSX.Element => {
  const titles = new Map<unknown, string>(steps.map(({ id, title }) => [id, title]));
  return (
    <ol class="govuk-list app-cards">
      {lines.toReversed().map((line) => (
        <li>
          <strong>{lineWords(line, titles)}</strong>
          <p class="govuk-body">
            {byWhom(line.by)}, {momentInWords(line.at)}
            {line.by.link && ', by the link in an email'}
          </p>
          {line.by.override && <p class="govuk-body">Recorded in their place: {line.by.override}</p>}
          {saidIn(line) && <p class="govuk-body app-words">“{saidIn(line)}”</p>}
        </li>
      ))}
    </ol>
  );
};

const when = ({ queuedAt, sentAt, deliveredAt, bouncedAt, complainedAt, failedAt }: Email): string => {
  const last = complainedAt ?? bouncedAt ?? failedAt ?? deliveredAt ?? sentAt ?? queuedAt;
  return last ? momentInWords(last) : '';
};

// The moment follows after a comma.
const became = (email: Email): string => [emailWords[email.status], email.reason?.replace(/\.$/, '')].filter(Boolean).join(': ');

/** Every email with its true status: sent is not delivered, and what came back says why. */
export const Emails = ({ emails }: { emails: Email[] }): JSX.Element =>
  emails.length === 0 ? (
    <p class="govuk-body">None yet.</p>
  ) : (
    <ul class="govuk-list app-cards">
      {emails.map((email) => (
        <li>
          <strong>{email.subject}</strong>
          <p class="govuk-body">
            {isUndelivered(email) ? <strong>{became(email)}</strong> : became(email)}
            {when(email) && `, ${when(email)}`}
          </p>
          <p class="govuk-body">{email.to}</p>
        </li>
      ))}
    </ul>
  );
