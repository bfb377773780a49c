import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Council } from '../council/council.schema.ts';
import { html, problem, type PublicAnswer } from '../register/public-answer.ts';
import { checkRecord } from './check-record.ts';
import { postedRecord } from './posted-record.ts';
import { headAnswer, proofAnswer } from './proof-answers.ts';
import type { ProofStore } from './proof-store.ts';
import { verifyPage } from './verify.page.tsx';

/** What checking needs of the world. */
export type Proving = { store: ProofStore; loadCouncil: () => Promise<Council>; origin: string };

// A record is at most some 400 KB; whoever posts more posts something else.
const mostBytes = 1024 * 1024;

const checked = async (
  { store, loadCouncil, origin }: Proving,
  { body = '', isBase64Encoded, headers }: APIGatewayProxyEventV2,
): Promise<PublicAnswer> => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > mostBytes) return problem(origin, 413, 'body-size', 'Too long', 'Send 1 MiB or less.', { mostBytes });
  const record = postedRecord(bytes, headers['content-type'] ?? '');
  const found = await checkRecord(store, record ?? '');
  return {
    ...html(verifyPage(await loadCouncil(), found), found.found === 'unreadable' ? 422 : 200),
    keptSeconds: 0,
    headers: { 'cache-control': 'no-store' },
  };
};

/** The answer to a request of the routes that prove what was published. Nothing that is sent is kept. */
export const proving =
  (around: Proving) =>
  async (event: APIGatewayProxyEventV2): Promise<PublicAnswer> => {
    const { store, loadCouncil, origin } = around;
    const { year = '', number = '', date = '' } = event.pathParameters ?? {};
    if (event.requestContext.http.method === 'POST') return checked(around, event);
    if (event.rawPath === '/verify') return html(verifyPage(await loadCouncil(), null));
    return event.rawPath.startsWith('/heads/')
      ? headAnswer(store, date, origin)
      : proofAnswer(store, `${year}/${number}`, origin, event.headers['if-none-match']);
  };
