import { pageHeaders } from '../page/page.tsx';

export type PageAnswer = { statusCode: number; headers: Record<string, string>; body: string };

/** A page for one person: kept by no cache, told to no other site, listed by no search engine. */
export const privatePage = (statusCode: number, body: string): PageAnswer => ({
  statusCode,
  headers: {
    ...pageHeaders,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  },
  body,
});
