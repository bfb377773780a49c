import { purposeOf } from '../decision/steps.ts';
import type { JSX } from 'preact';
import { type Asking, askingPage } from '../link/asked.tsx';
import { AnswerForm, Choice, Text } from '../link/fields.tsx';

const wordings = {
  'special-urgency': {
    question: 'Is this decision urgent?',
    explanation: 'Regulation 11 of SI 2012/2089 asks whether it can reasonably be deferred, not whether it is right.',
    legend: 'Is making this decision urgent, and can it not reasonably be deferred?',
    agree: ['I agree that it is urgent', 'It cannot reasonably be deferred.'],
    otherwise: 'It cannot be decided under regulation 11.',
  },
  'private-meeting': {
    question: 'Is this private meeting urgent?',
    explanation: 'Regulation 5(6) of SI 2012/2089 asks whether the meeting can reasonably be deferred, not whether the decision is right.',
    legend: 'Is the private meeting urgent, and can it not reasonably be deferred?',
    agree: ['I agree that it is urgent', 'It may be held without 28 days’ notice.'],
    otherwise: 'It waits for its notices.',
  },
  'call-in-waiver': {
    question: 'Should call-in be waived?',
    explanation: 'The council’s scrutiny rules ask whether waiting would seriously harm the council’s or the public’s interests.',
    legend: 'Is the decision too urgent to wait for call-in?',
    agree: ['I agree that call-in is waived', 'The decision takes effect when it is made.'],
    otherwise: 'The decision is subject to call-in.',
  },
} as const;

const reasonOf = ({ step, decision }: Asking): string | undefined =>
  step.reason ?? ('notice' in decision ? decision.notice?.reason : undefined);

const Reason = (asking: Asking): JSX.Element | null => {
  const reason = reasonOf(asking);
  return reason ? (
    <>
      <h2 class="govuk-heading-m">Why it is asked</h2>
      <p class="govuk-body app-words">{reason}</p>
    </>
  ) : null;
};

/** The page that asks a chair to agree: to special urgency (reg 11), to a private meeting (reg 5) or to a waiver of call-in. */
export const agreementPage = (asking: Asking): string => {
  const { question, explanation, legend, agree, otherwise } = wordings[purposeOf(asking.step)];
  const options = [
    { value: 'agree', label: agree[0], hint: agree[1] },
    { value: 'refuse', label: 'I do not agree', hint: otherwise },
  ];
  return askingPage(asking, {
    question,
    explanation,
    children: (
      <>
        <Reason {...asking} />
        <AnswerForm button="Send my answer" hash={asking.hash}>
          <Choice name="response" legend={legend} options={options} filled={asking.filled} />
          <Text name="words" label="Your words" hint="Needed if you do not agree." rows={4} filled={asking.filled} />
        </AnswerForm>
      </>
    ),
  });
};
