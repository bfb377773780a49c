import { copyPath } from '../page/copy.ts';
import { page, type PageCouncil, pageHeaders } from '../page/page.tsx';
import type { Publication } from '../record/publication/publication.schema.ts';
import { modernGovFields } from './moderngov.ts';
import { pathOf } from './register-entry.ts';

/** The page of fields may run our own script, which copies; no other page may run any. */
export const fieldsHeaders = { 'content-security-policy': `${pageHeaders['content-security-policy']}; script-src 'self'` };

/** A decision as the fields that a clerk fills in ModernGov, each copied by one click; without script a click marks the whole field. */
export const modernGovPage = (of: Publication, council: PageCouncil, origin: string): string =>
  page({
    title: `${of.number} field by field for ModernGov`,
    council,
    section: of.kind === 'notice' ? 'notices' : 'decisions',
    noindex: true,
    head: <script src={copyPath} defer />,
    children: (
      <>
        <h1 class="govuk-heading-l">{`${of.number} field by field for ModernGov`}</h1>
        <p class="govuk-body">
          The fields are in the order of ModernGov’s forms. Click on a field to mark all of it. Only what is published is here.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={pathOf(of.number)}>
            {of.subject}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={`${pathOf(of.number)}.moderngov.csv`}>
            All of it as a file (CSV)
          </a>
        </p>
        <p class="govuk-body" id="copied" role="status" />
        <dl class="govuk-summary-list">
          {modernGovFields(of, origin)
            .filter(([, value]) => value !== '')
            .map(([label, value], index) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{label}</dt>
                <dd class="govuk-summary-list__value app-words app-mark-all" id={`field-${index}`}>
                  {value}
                </dd>
                <dd class="govuk-summary-list__actions">
                  <button
                    type="button"
                    class="govuk-button govuk-button--secondary app-copy"
                    data-copies={`field-${index}`}
                    aria-label={`Copy ${label}`}
                    hidden
                  >
                    Copy
                  </button>
                </dd>
              </div>
            ))}
        </dl>
      </>
    ),
  });
