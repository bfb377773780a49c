import { type Asking, askingPage } from '../link/asked.tsx';
import { AnswerForm, Choice, Dispensation, Text } from '../link/fields.tsx';
import { asksInterest } from './consultation.rules.ts';

const answers = [
  { value: 'support', label: 'I support it' },
  { value: 'object', label: 'I object to it' },
  { value: 'comment', label: 'I have a comment' },
  { value: 'amend', label: 'I propose an amendment', hint: 'Write the wording that you would put in its place.' },
];

const explanationFor = ({ step }: Asking): string =>
  step.state === 'silent' || step.state === 'undeliverable'
    ? 'Consultation has closed. An answer sent now is recorded as late, and the decision maker still sees it.'
    : 'Read the proposal, then answer at the end of this page.';

/** The page that asks a consultee for their view. A consultee outside the council sees only what the public may see. */
export const consultationPage = (asking: Asking): string =>
  askingPage(asking, {
    question: 'What do you think of this proposed decision?',
    explanation: explanationFor(asking),
    children: (
      <AnswerForm button="Send my answer" hash={asking.hash}>
        <Choice name="response" legend="Your answer" options={answers} filled={asking.filled} />
        <Text
          name="words"
          label="Your words"
          hint="Needed unless you support it. The decision maker reads them, and they may be published."
          rows={6}
          filled={asking.filled}
        />
        {asksInterest(asking.decision, asking.step, asking.council) && (
          <>
            <Text
              name="interestDetail"
              label="Conflict of interest, if you have one (optional)"
              hint="Say what it is. What a member of the executive declares is published in the record of the decision."
              rows={3}
              filled={asking.filled}
            />
            <Dispensation filled={asking.filled} />
          </>
        )}
      </AnswerForm>
    ),
  });
