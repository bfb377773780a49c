import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import type { Decision, Step } from '../decision/decision.ts';
import type { Refusal } from '../decision/refusal.ts';
import { publicPath } from '../email/letter.ts';
import { page, type PageCouncil } from '../page/page.tsx';
import { Row } from '../record/page/parts.tsx';
import { inWords, inWordsWithDay, londonDate, londonTime } from '../rules/local-date.ts';
import { subjectFor } from './entitled.ts';

const headings: Record<string, string> = {
  'already-answered': 'This has been answered',
  'step-void': 'This is no longer asked',
  'link-superseded': 'A newer link has replaced this one',
  'consultation-closed': 'Consultation has closed',
  'notice-period': 'This decision cannot be taken yet',
  'disclosable-interest': 'You cannot decide this one',
  'own-proposal': 'Somebody else has to answer this',
  'content-changed': 'The proposal changed while you were reading',
  'step-not-open': 'This is not asked yet',
  'no-longer-in-post': 'This was asked of somebody who has left the post',
};

const Decided = ({ decision }: { decision: Decision }): JSX.Element | null => {
  if (!('determination' in decision)) return null;
  const { by, signedBy, decidedAt, decidedOn, override } = decision.determination;
  const [taker, signer] = by.kind === 'body' ? [by.title, ` by ${signedBy}`] : [signedBy, ''];
  // What was signed on paper was signed before the clerk entered it.
  const signed = override === undefined ? `Signed${signer}` : 'Entered by the clerk';
  return (
    <Row name="Decided by">{`${taker}, on ${inWords(decidedOn)}. ${signed} on ${inWords(londonDate(decidedAt))} at ${londonTime(decidedAt)}.`}</Row>
  );
};

const nextStep: Record<string, string> = {
  'link-superseded': 'Open the newest email that you were sent about this decision.',
  'content-changed': 'Open the link in your email again, read what changed and answer there.',
  'notice-period': 'Keep the email. The same link works from that day.',
  'no-longer-in-post': 'If you hold the post now, ask the clerk for a link of your own.',
  'disclosable-interest': 'Go back, choose “Return” and say so in your words.',
};

const earliest = ({ earliestDecisionDate: date }: Refusal): string | null => (typeof date === 'string' ? inWordsWithDay(date) : null);

const isNoticed = (decision: Decision): boolean => 'notice' in decision && decision.notice !== null;

/** The page behind a link that takes no answer now: who answered and when, or which rule stands in the way and until when. */
export const linkSpentPage = (
  { decision, step: reader }: { decision: Decision; step: Pick<Step, 'external'> },
  refusal: Refusal,
  council: Council,
): string =>
  page({
    title: headings[refusal.rule] ?? 'No answer can be taken now',
    council,
    section: 'none',
    noindex: true,
    children: (
      <>
        <span class="govuk-caption-l">Decision {decision.number}</span>
        <h1 class="govuk-heading-l">{headings[refusal.rule] ?? 'No answer can be taken now'}</h1>
        <p class="govuk-body-l app-words">{refusal.words}</p>
        <dl class="govuk-summary-list">
          <Row name="Subject">{subjectFor(reader, decision)}</Row>
          <Decided decision={decision} />
          <Row name="Earliest day">{earliest(refusal)}</Row>
          <Row name="Rule">{refusal.source}</Row>
        </dl>
        <p class="govuk-body">Nothing was changed just now. {nextStep[refusal.rule]}</p>
        {refusal.rule === 'link-superseded' && <FreshLink />}
        {isNoticed(decision) && (
          <p class="govuk-body">
            <a href={publicPath(decision) ?? '/'}>What is published of this decision</a>
          </p>
        )}
        <p class="govuk-body">
          Questions: <a href={`mailto:${council.email.replyTo}`}>{council.email.replyTo}</a>
        </p>
      </>
    ),
  });

/** Has a fresh link mailed to the one mailbox that it can go to. It posts to the page's own address, which names no mailbox. */
const FreshLink = (): JSX.Element => (
  <form method="post" class="app-no-print">
    <button type="submit" class="govuk-button govuk-button--secondary" name="send" value="link">
      Email me a fresh link
    </button>
  </form>
);

type Said = { council: PageCouncil & Pick<Council, 'email'>; title: string; words: string; offersLink?: boolean };

/** A page that says one thing about a link or a request and nothing about any decision. */
export const plainPage = ({ council, title, words, offersLink = false }: Said): string =>
  page({
    title,
    council,
    section: 'none',
    noindex: true,
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words}</p>
        {offersLink && <FreshLink />}
        <p class="govuk-body">
          Questions: <a href={`mailto:${council.email.replyTo}`}>{council.email.replyTo}</a>
        </p>
      </>
    ),
  });
