/** A request for the page behind a link. Header names are in lower case; the body is text. */
export type LinkRequest = { method: string; token: string; headers: Record<string, string | undefined>; body: string };

type RefusedRequest = { statusCode: number; title: string; words: string };

const mostBytes = 256 * 1024;

// A page sent with `Referrer-Policy: no-referrer` posts its form with `Origin: null`, so null alone proves nothing; every
// browser of today also sends Sec-Fetch-Site, which does.
const isFromElsewhere = ({ headers }: LinkRequest, publicUrl: string): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && origin !== 'null' && origin !== new URL(publicUrl).origin;
};

const fromThatPage = 'Open the link in your email and answer on that page. Nothing was recorded.';

const isForm = ({ headers }: LinkRequest): boolean =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';

/** Why a request is not heard at all, whatever its link: posted from another site, not a form, or too long; null when it is. */
export const refusedRequest = (request: LinkRequest, publicUrl: string): RefusedRequest | null => {
  if (request.method !== 'POST') return null;
  if (isFromElsewhere(request, publicUrl))
    return {
      statusCode: 403,
      title: 'This answer was sent from another site',
      words: fromThatPage,
    };
  if (!isForm(request))
    return {
      statusCode: 415,
      title: 'This answer was not sent by the form',
      words: fromThatPage,
    };
  if (Buffer.byteLength(request.body) > mostBytes)
    return {
      statusCode: 413,
      title: 'This answer is too long',
      words: 'Use fewer words, or send a document to the contact named in the report. Nothing was recorded.',
    };
  return null;
};
