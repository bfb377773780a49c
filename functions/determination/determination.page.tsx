import type { JSX } from 'preact';
import { type Asking, askingPage } from '../link/asked.tsx';
import { CodeField } from '../link/code-field.tsx';
import { AnswerForm, Choice, Dispensation, type Filled, Text } from '../link/fields.tsx';
import { inWords } from '../rules/local-date.ts';

const answers = [
  { value: 'approve', label: 'Approve', hint: 'I take the decision as worded above.' },
  { value: 'return', label: 'Return', hint: 'The officer changes it. I do not decide today.' },
  { value: 'decline', label: 'Decline', hint: 'I do not agree to it. It goes no further.' },
];

const interests = [
  { value: 'none', label: 'No, I have none' },
  { value: 'declared', label: 'Yes, I declare one' },
];

// Nobody decides alone under a dispensation (Localism Act 2011, ss 31(8) and 33).
const kindsFor = (alone: boolean) => [
  {
    value: 'pecuniary',
    label: 'A disclosable pecuniary interest',
    hint: alone
      ? 'You cannot decide this alone, even with a dispensation. You can return it.'
      : 'You cannot decide without a dispensation. You can return it.',
  },
  { value: 'other', label: 'Another interest' },
];

const Interest = ({ filled, alone }: { filled: Filled; alone: boolean }): JSX.Element => (
  <>
    <Choice
      name="interest"
      legend="Do you have an interest to declare in this decision?"
      hint="Your answer is published in the record."
      options={interests}
      filled={filled}
    />
    <Choice name="interestKind" legend="If you declare one, which kind is it?" options={kindsFor(alone)} required={false} filled={filled} />
    <Text name="interestDetail" label="What the interest is" hint="Needed if you declare one." rows={3} filled={filled} />
    <Dispensation filled={filled} />
  </>
);

const Meeting = ({ decision }: Asking): JSX.Element | null => {
  const meeting = 'meeting' in decision ? decision.meeting : undefined;
  if (!meeting) return null;
  return (
    <>
      <h2 class="govuk-heading-m">The meeting of {inWords(meeting.date)}</h2>
      <p class="govuk-body">Present: {meeting.present.join(', ')}</p>
      <ol class="govuk-list govuk-list--number">
        {meeting.points.map((point) => (
          <li class="app-words">{point}</li>
        ))}
      </ol>
    </>
  );
};

const isAlone = ({ decision }: Asking): boolean => decision.notice?.maker.kind === 'individual';

const isMeeting = ({ decision }: Asking): boolean => 'meeting' in decision && decision.meeting !== undefined;

/** The page on which a decision maker decides, or a chair signs what a meeting decided; with the interest question. */
export const determinationPage = (asking: Asking): string =>
  askingPage(asking, {
    question: isMeeting(asking) ? 'Do you sign what the meeting decided?' : 'Do you take this decision?',
    explanation: 'Read the report, then decide at the end of this page. What you sign is bound to the fingerprint shown there.',
    children: (
      <>
        <Meeting {...asking} />
        <AnswerForm button="Sign and send" hash={asking.hash}>
          <Choice name="response" legend="Your decision" options={answers} filled={asking.filled} />
          <Interest filled={asking.filled} alone={isAlone(asking)} />
          <Text name="words" label="Your words" hint="Needed if you return or decline it." rows={5} filled={asking.filled} />
          <CodeField state={asking.code ?? 'not-needed'} filled={asking.filled} />
        </AnswerForm>
      </>
    ),
  });
