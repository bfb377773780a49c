import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import type { Refusal } from '../decision/refusal.ts';
import { Choice, type Filled, Text } from '../link/fields.tsx';
import { ErrorSummary } from '../page/error-summary.tsx';
import { page } from '../page/page.tsx';
import { Row } from '../record/page/parts.tsx';
import { type Instant, inWords, inWordsWithDay, type LocalDate, londonDate, londonTime } from '../rules/local-date.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { endOf } from '../contract/contract-dates.rules.ts';
import { putOffOn } from './alerts-due.rules.ts';
import type { KeptDigest } from './digest.schema.ts';
import { draftPath } from './send-digest.ts';
import { particularsOf } from '../contract/particulars.rules.ts';

type Item = KeptDigest['items'][number];

/** What the page behind a link in a digest is made from: the contract as it stands in London today, and what its reader was told of it. */
export type AlertPage = { contract: Contract; item: Item; to: KeptDigest['to']; council: Council; today: LocalDate };

const frame = (title: string, council: Council, children: JSX.Element): string =>
  page({ title, council, section: 'none', noindex: true, children });

const Standing = ({ contract, today }: Pick<AlertPage, 'contract' | 'today'>): JSX.Element => {
  const [end, held] = [endOf(contract), putOffOn(contract, today)];
  return (
    <dl class="govuk-summary-list app-brief">
      <Row name="Contract">{contract.reference}</Row>
      <Row name={contract.status === 'ended' ? 'Ended' : 'Ends'}>{end && inWordsWithDay(end)}</Row>
      <Row name="Answered">{contract.actedOn && `Last on ${inWords(contract.actedOn)}`}</Row>
      <Row name="Put off until">{held && inWords(held)}</Row>
      <Row name="Decision in hand">{contract.inHand}</Row>
    </dl>
  );
};

const drafts: Record<Item['drafts'][number], string> = {
  're-procure': 'procure it again',
  extend: 'extend it',
  vary: 'vary it',
  'let-lapse': 'let it lapse',
};

const Drafts = ({ item }: { item: Item }): JSX.Element | null =>
  item.drafts.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Begin the proposal</h2>
      <p class="govuk-body">Opens a draft filled in from the contract. You sign in, and nothing is saved until you save it.</p>
      <ul class="govuk-list govuk-list--bullet">
        {item.drafts.map((intent) => (
          <li>
            <a class="govuk-link" href={draftPath(item.contractId, intent)}>{`A draft to ${drafts[intent]}`}</a>
          </li>
        ))}
      </ul>
    </>
  );

const options = [
  {
    value: 'acknowledge',
    label: 'I have seen this and am acting on it',
    hint: 'It is not taken to the director. The next alert comes when it is due.',
  },
  { value: 'snooze', label: 'Put this off to a day', hint: 'Give the day and the reason below.' },
  { value: 'in-hand', label: 'A decision on what follows is in hand', hint: 'Give its number below. Alerts about starting one stop.' },
];

/** The page that asks: what is due about a contract, where it stands, and the answers with none chosen. */
export const alertPage = ({ contract, item, to, council, today }: AlertPage, filled: Filled): string =>
  frame(
    `${filled.problems.length > 0 ? 'Error: ' : ''}Contract ${contract.reference}: what is being done?`,
    council,
    <>
      <ErrorSummary problems={filled.problems} />
      <div class="app-ask">
        <span class="govuk-caption-m">Contract {contract.reference}</span>
        <h1 class="govuk-heading-m">What is being done about this contract?</h1>
        <p class="govuk-body">
          <strong>{particularsOf(contract).title}</strong>
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {item.alerts.map(({ words }) => (
            <li>{words}</li>
          ))}
        </ul>
        <Standing contract={contract} today={today} />
      </div>
      <Drafts item={item} />
      <form method="post" class="app-answers app-no-print" id="answer">
        <p class="govuk-body">{`You answer as ${to.name}.`}</p>
        <Choice name="response" legend="Your answer" options={options} filled={filled} />
        <Text name="until" label="Put off until" hint="Only to put it off. For example, 31/3/2027." filled={filled} />
        <Text name="number" label="Number of the decision in hand" hint="Only if one is. For example, 27/00012." filled={filled} />
        <Text
          name="words"
          label="Your words"
          hint="To put it off, say why it can wait. Otherwise they are optional."
          rows={4}
          filled={filled}
        />
        <button type="submit" class="govuk-button">
          Record my answer
        </button>
      </form>
    </>,
  );

const recorded: Record<string, string> = { acknowledge: 'Seen, and being acted on', snooze: 'Put off', 'in-hand': 'A decision is in hand' };

/** What was recorded, when by London’s clocks, and what happens next. */
export const alertReceipt = ({ contract, to, council }: AlertPage, response: string, at: Instant): string =>
  frame(
    `Your answer is recorded: contract ${contract.reference}`,
    council,
    <>
      <span class="govuk-caption-l">Contract {contract.reference}</span>
      <h1 class="govuk-heading-l">Your answer is recorded</h1>
      <dl class="govuk-summary-list">
        <Row name="Answer">{recorded[response] ?? response}</Row>
        <Row name="Contract">{particularsOf(contract).title}</Row>
        <Row name="Put off until">{response === 'snooze' && contract.snooze ? inWords(contract.snooze.until) : null}</Row>
        <Row name="Decision in hand">{response === 'in-hand' ? contract.inHand : null}</Row>
        <Row name="Recorded as">{to.name}</Row>
        <Row name="When">{`${inWordsWithDay(londonDate(at))} at ${londonTime(at)}`}</Row>
      </dl>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        {response === 'snooze'
          ? 'You are told again on that day, and at once of a notice that the law asks for.'
          : 'This alert is not sent again. You are told when the next one is due.'}
      </p>
    </>,
  );

/** The page behind a link that takes no answer now, and why. */
export const alertSpent = ({ contract, council, today }: Pick<AlertPage, 'contract' | 'council' | 'today'>, refusal: Refusal): string =>
  frame(
    'No answer can be taken now',
    council,
    <>
      <span class="govuk-caption-l">Contract {contract.reference}</span>
      <h1 class="govuk-heading-l">No answer can be taken now</h1>
      <p class="govuk-body-l app-words">{refusal.words}</p>
      <Standing contract={contract} today={today} />
      <p class="govuk-body">Nothing was changed just now.</p>
      <p class="govuk-body">
        Questions: <a href={`mailto:${council.email.replyTo}`}>{council.email.replyTo}</a>
      </p>
    </>,
  );
