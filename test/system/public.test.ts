import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, System } from './system.ts';
import { noticed, safer } from './walk.ts';

let system: System;

beforeAll(async () => {
  system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
}, 150_000);
afterAll(() => system.stop());

const eventually = async (check: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 15_000; !(await check()); ) {
    if (Date.now() > end) throw new Error('It did not come to be in fifteen seconds');
    await new Promise((again) => setTimeout(again, 100));
  }
};

const data = <T>(path: string) => system.call<T>('GET', path, undefined, { accept: 'application/json' }).then(({ json }) => json);
type Lines = { items: { number: string }[] };
const linkTo = (purpose: string, { text }: Mail): string => new RegExp(`/subscriptions/${purpose}/[\\w.-]+`).exec(text)?.[0] ?? '';
const fromThePage = { 'sec-fetch-site': 'same-origin' };

describe('what is published can be found, followed and kept', () => {
  let number = '';

  it('by whoever subscribed to it, from the link in their email on', async () => {
    const asked = await system.call(
      'POST',
      '/subscriptions',
      new URLSearchParams({ email: 'resident@home.example', text: 'sanctuary' }),
      fromThePage,
    );
    expect(asked.status).toBe(200);
    const [mail] = await system.waitFor(({ to, kind }) => to === 'resident@home.example' && kind === 'confirm-subscription');
    if (!mail) throw new Error('No email came');
    expect((await system.call('GET', linkTo('confirm', mail))).text).toContain('Begin these emails?');
    expect((await system.call('POST', linkTo('confirm', mail), new URLSearchParams(), fromThePage)).text).toContain(
      'You will be told by email',
    );
    ({ number } = await noticed(system));
    await noticed(
      system,
      safer({
        subject: 'Resurfacing of the coast road',
        background: 'It is worn.',
        reasons: 'It is worn.',
        legalImplications: 'Highways Act 1980.',
        contracts: [],
        proposedDecision: ['Resurface the road'],
        financialImplications: { ...safer().financialImplications, summary: 'From the roads budget.' },
      }),
    );
    await eventually(async () => (await data<Lines>('/search?q=sanctuary')).items.length === 1);
    await system.clock('2023-03-08T08:00:00Z');
    const [digest] = await system.waitFor(({ to, kind }) => to === 'resident@home.example' && kind === 'subscription-digest');
    expect(digest?.text).toContain(`${number} Property security for the sanctuary scheme: notice published`);
    expect(digest?.text).not.toContain('coast road');
    expect(digest?.headers).toBeDefined();
    expect(
      (await system.call('POST', linkTo('stop', digest as Mail), new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }))).status,
    ).toBe(200);
    await system.clock('2023-03-09T08:00:00Z');
    expect((await system.mail()).filter(({ kind }) => kind === 'subscription-digest')).toHaveLength(1);
  }, 120_000);

  it('in filtered lists, feeds and files', async () => {
    expect((await data<Lines>('/notices?text=sanctuary&key=true&urgency=ordinary')).items).toMatchObject([{ number }]);
    expect((await data<Lines>('/notices?key=true')).items).toHaveLength(2);
    expect((await system.call('GET', '/search.atom?q=sanctuary')).text).toContain(`<title>${number} `);
    expect((await data<Lines>('/changes')).items.map((change) => change.number)).toContain(number);
    expect((await system.call('GET', '/sitemap.xml')).text).toContain(`/decisions/${number}</loc>`);
  });

  it('as a PDF, by its short address too', async () => {
    const answer = await fetch(`${system.base}/decisions/${number}.pdf`);
    const file = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('content-type'), file.subarray(0, 8).toString()]).toEqual(['application/pdf', '%PDF-1.7']);
    expect((await fetch(answer.url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })).status).toBe(304);
  });
});
