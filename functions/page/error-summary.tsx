import type { ComponentChildren, JSX } from 'preact';

/** What is wrong with one field of a form, in words for whoever fills it in; `path` is the id of the field. */
export type Problem = { path: string; message: string };

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
export const ErrorSummary = ({ problems }: { problems: Problem[] }): JSX.Element | null =>
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
export const problemAt = (problems: Problem[], at: string): string | undefined => problems.find(({ path }) => path === at)?.message;
