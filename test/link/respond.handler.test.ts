import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Responding } from '../../functions/link/responding.ts';
import { telling } from '../email/telling.ts';
import { Pages } from './asking.ts';

const event = (token: string, method: string, over: Partial<APIGatewayProxyEventV2> = {}) =>
  ({
    requestContext: { http: { method } },
    pathParameters: { link: token },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    isBase64Encoded: false,
    ...over,
  }) as APIGatewayProxyEventV2;

describe('the function behind a link', () => {
  let respondTo: (responding: Responding) => (event: APIGatewayProxyEventV2) => Promise<{ statusCode?: number; body?: string } | undefined>;

  beforeAll(async () => {
    Object.assign(process.env, {
      AWS_REGION: 'eu-west-2',
      TABLE_NAME: 'clear-days',
      PUBLIC_URL: 'https://decisions.kent.example',
      LINK_SECRET_ID: 'links',
    });
    ({ respondTo } = (await import('../../functions/link/respond.handler.ts')) as unknown as { respondTo: typeof respondTo });
  });

  it('reads a form that API Gateway hands over as base64', async () => {
    const pages = new Pages(telling().submitted());
    const token = pages.link('clearance');
    const body = Buffer.from('response=approve').toString('base64');
    expect(await respondTo(pages.responding)(event(token, 'POST', { body, isBase64Encoded: true }))).toMatchObject({ statusCode: 200 });
    expect(pages.writes).toBe(1);
  });

  it('shows the page to a GET and nothing but its headers to a HEAD', async () => {
    const pages = new Pages(telling().submitted());
    const answer = respondTo(pages.responding);
    expect((await answer(event(pages.link('clearance'), 'GET')))?.body).toContain('<form');
    expect((await answer(event(pages.link('clearance'), 'HEAD')))?.body).toBe('');
  });

  it('answers a fault with a page, as wide as the phone, that claims nothing about what was stored', async () => {
    const pages = new Pages(telling().submitted());
    const broken = { ...pages.responding, loadCouncil: async () => Promise.reject(new Error('The table is out of reach')) };
    const answer = await respondTo(broken)(event(pages.link('clearance'), 'GET'));
    expect(answer?.statusCode).toBe(503);
    expect(answer?.body).toContain('It shows whether your answer was recorded');
    // Without it a phone draws the page as wide as a desk, in letters that nobody can read.
    expect(answer?.body).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  });
});
