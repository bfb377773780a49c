import type { JSX } from 'preact';
import { codeMinutes, codeTries } from '../determination/code.rules.ts';
import { describedBy, ErrorMessage, groupClass, problemAt } from '../page/error-summary.tsx';
import type { Filled } from './fields.tsx';
import type { Fault } from '../rules/fault.ts';

/** Whether the page asks for a code, and what came of asking for one. */
export type CodeState = 'not-needed' | 'needed' | 'sent' | 'too-soon';

const said: Partial<Record<CodeState, string>> = {
  sent: `A code is on its way to the mailbox that has your link. It works for ${codeMinutes} minutes.`,
  'too-soon': 'A code was asked for a moment ago, or many times today. Look in your mailbox, or wait a minute and ask again.',
};

/** Asks for the six-digit code, with the button that has one mailed. What was typed in the other fields is kept. */
export const CodeField = ({ state, filled }: { state: CodeState; filled: Filled }): JSX.Element | null => {
  if (state === 'not-needed') return null;
  const message = problemAt(filled.problems, 'code');
  const words = said[state];
  return (
    <>
      {/* Enter presses the first button of a form, and must not ask for another code, which would end the one just typed. */}
      <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        Sign and send
      </button>
      <div class={groupClass(message)}>
        <label class="govuk-label govuk-label--s" for="code">
          Your six-digit code
        </label>
        <div id="code-hint" class="govuk-hint">
          This decision is of high value, so it is signed with a code as well. {`${codeTries} wrong tries end it.`}
        </div>
        {words && (
          <p class="govuk-inset-text" role="status" id="code-said">
            {words}
          </p>
        )}
        <ErrorMessage at="code" message={message} />
        <input
          class="govuk-input govuk-input--width-10"
          id="code"
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]*"
          // The button that asks for a code stands below a long report: the page opens where it says what became of that.
          autofocus={words !== undefined}
          aria-describedby={describedBy('code-hint', words && 'code-said', message && 'code-error')}
        />
      </div>
      <p class="govuk-body">
        <button type="submit" class="govuk-button govuk-button--secondary" name="send" value="code" formNoValidate>
          {state === 'needed' ? 'Email me a code' : 'Email me another code'}
        </button>
      </p>
    </>
  );
};

/** What to tell somebody whose code did not count. */
export const codeProblem = (left: number | null): Fault => ({
  path: 'code',
  message:
    left === null
      ? 'Ask for a new code. This one is used up, has run out or was never sent'
      : `That is not the code. You have ${left} of ${codeTries} tries left`,
});
