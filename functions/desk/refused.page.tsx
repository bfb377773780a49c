import type { Refusal } from './api-call.ts';
import { deskPage, unnamedCouncil } from './frame.tsx';
import type { Session } from './sign-in/session.ts';
import { RefusedBox } from './shown.tsx';

const titles: Record<number, string> = { 403: 'This is not for you', 404: 'Not found' };

/** What is shown where the API refuses what a page is made from. */
export const refusedPage = (refusal: Refusal, { who, csrf }: Session): string =>
  deskPage({
    title: titles[refusal.status] ?? 'This page cannot be shown',
    visitor: { who, csrf, council: unnamedCouncil },
    children: (
      <>
        <RefusedBox refusal={refusal} />
        <h1 class="govuk-heading-l">{titles[refusal.status] ?? 'This page cannot be shown'}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href="/desk">
            Your desk
          </a>
        </p>
      </>
    ),
  });
