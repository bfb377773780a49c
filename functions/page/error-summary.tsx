import type { ComponentChildren, JSX } from 'preact';
import type { Fault } from '../rules/fault.ts';

/** Why nothing was done, at the top of a page, which opens there. */
export const ErrorBox = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <div class="govuk-error-summary" tabIndex={-1} autofocus>
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">{children}</div>
    </div>
  </div>
);

/** Every problem at the top of a page, each a link to its field. */
export const ErrorSummary = ({ problems }: { problems: Fault[] }): JSX.Element | null =>
  problems.length === 0 ? null : (
    <ErrorBox title="There is a problem">
      <ul class="govuk-list govuk-error-summary__list">
        {problems.map(({ path, message }) => (
          <li>
            <a href={`#${path}`}>{message}</a>
          </li>
        ))}
      </ul>
    </ErrorBox>
  );

/** The words of what is wrong with one field; undefined where nothing is. */
export const problemAt = (problems: Fault[], at: string): string | undefined => problems.find(({ path }) => path === at)?.message;

/** The ids that a field is described by; undefined where there is none. */
export const describedBy = (...ids: (string | false | undefined)[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;

/** The class of a field with its label, as what is wrong with it has it. */
export const groupClass = (message: string | undefined): string => `govuk-form-group${message ? ' govuk-form-group--error' : ''}`;

/** What is wrong with a field, under the id that the field is described by. */
export const ErrorMessage = ({ at, message }: { at: string; message: string | undefined }): JSX.Element | null =>
  message === undefined ? null : (
    <p id={`${at}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {message}
    </p>
  );
