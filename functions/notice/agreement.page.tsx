import type { JSX } from 'preact';
import { type Asking, askingPage } from '../link/asked.tsx';
import { AnswerForm, Choice, Text } from '../link/fields.tsx';

const answers = [
  { value: 'agree', label: 'I agree that it is urgent', hint: 'It cannot reasonably be deferred.' },
  { value: 'refuse', label: 'I do not agree', hint: 'It cannot be decided under regulation 11.' },
];

const Reason = ({ decision }: Asking): JSX.Element | null => {
  const reason = 'notice' in decision ? decision.notice?.reason : undefined;
  return reason ? <><h2 class="govuk-heading-m">Why it is said to be urgent</h2><p class="govuk-body app-words">{reason}</p></> : null;
};

/** The page that asks for agreement to special urgency (reg 11 of SI 2012/2089). */
export const agreementPage = (asking: Asking): string =>
  askingPage(asking, {
    question: 'Is this decision urgent?',
    explanation: 'Regulation 11 of SI 2012/2089 asks whether it can reasonably be deferred, not whether it is right.',
    children: (
      <>
        <Reason {...asking} />
        <AnswerForm button="Send my answer" hash={asking.hash}>
          <Choice name="response" legend="Is making this decision urgent, and can it not reasonably be deferred?" options={answers} filled={asking.filled} />
          <Text name="words" label="Your words" hint="Needed if you do not agree." rows={4} filled={asking.filled} />
        </AnswerForm>
      </>
    ),
  });
