import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request for a page of the desk. Header names are in lower case. */
export type DeskRequest = {
  method: string;
  route: string;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  cookies: string[];
  form: URLSearchParams;
};

/** Why a form is not read at all. */
export type Unread = { status: number; title: string; words: string };

// A proposal of 256 KiB is longer as a form, where every space and line break is written out.
const mostBytes = 1024 * 1024;
// Twice as many as the longest proposal has. Of many more, each given back in a line of the page, the answer is more than Lambda carries.
const mostFields = 20_000;

const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** What API Gateway hands on, as the desk reads it. */
export const requestOf = (event: APIGatewayProxyEventV2): DeskRequest => ({
  method: event.requestContext.http.method,
  route: event.routeKey,
  path: event.rawPath,
  params: Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? ''])),
  query: new URLSearchParams(event.rawQueryString),
  headers: event.headers,
  cookies: event.cookies ?? [],
  form: event.requestContext.http.method === 'POST' ? new URLSearchParams(textOf(event)) : new URLSearchParams(),
});

const isFromElsewhere = (headers: DeskRequest['headers'], publicUrl: string): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  // Every browser names the origin of a form it posts, so that none is none of ours.
  return headers.origin !== new URL(publicUrl).origin;
};

/** Why a form is not heard: posted from another site, not a form, or too long; null when it is. */
export const unread = (event: APIGatewayProxyEventV2, publicUrl: string): Unread | null => {
  if (event.requestContext.http.method !== 'POST') return null;
  const type = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (isFromElsewhere(event.headers, publicUrl))
    return {
      status: 403,
      title: 'This was sent from another site',
      words: 'Nothing was done. Go back to the page and send it from there.',
    };
  if (type !== 'application/x-www-form-urlencoded')
    return { status: 415, title: 'This was not sent by the form', words: 'Nothing was done. Go back to the page and send it from there.' };
  if (Buffer.byteLength(event.body ?? '') > mostBytes || textOf(event).split('&').length > mostFields)
    return {
      status: 413,
      title: 'This is too long',
      words: 'Nothing was done. Send it in smaller parts, or move some of it into documents.',
    };
  return null;
};
