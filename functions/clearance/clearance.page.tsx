import { type Asking, askingPage } from '../link/asked.tsx';
import { AnswerForm, Choice, Text } from '../link/fields.tsx';

const answers = [
  { value: 'approve', label: 'Approve', hint: 'It may go forward to notice.' },
  { value: 'return', label: 'Return', hint: 'The officer changes it and you are asked again.' },
  { value: 'decline', label: 'Decline', hint: 'It goes no further.' },
];

/** The page that asks somebody to clear a proposal before its notice. */
export const clearancePage = (asking: Asking): string =>
  askingPage(asking, {
    question: 'Do you clear this proposed decision?',
    explanation: 'Read the report, then answer at the end of this page.',
    children: (
      <AnswerForm button="Send my answer" hash={asking.hash}>
        <Choice name="response" legend="Your answer" options={answers} filled={asking.filled} />
        <Text
          name="words"
          label="Your words"
          hint="Needed if you return or decline it. They stay in the council’s file."
          rows={5}
          filled={asking.filled}
        />
      </AnswerForm>
    ),
  });
