import type { JSX } from 'preact';

/** What is wrong with one field of a form, in words for whoever fills it in; `path` is the id of the field. */
export type Problem = { path: string; message: string };

/** Every problem at the top of a page, each a link to its field. */
export const ErrorSummary = ({ problems }: { problems: Problem[] }): JSX.Element | null =>
  problems.length === 0 ? null : (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map(({ path, message }) => (
              <li>
                <a href={`#${path}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );

/** The words of what is wrong with one field; undefined where nothing is. */
export const problemAt = (problems: Problem[], at: string): string | undefined => problems.find(({ path }) => path === at)?.message;
