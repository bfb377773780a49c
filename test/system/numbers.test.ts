import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { System } from './system.ts';
import { safer, type View } from './walk.ts';

const atOnce = 50;

describe('fifty proposals submitted at the same moment', () => {
  let system: System;
  let drafts: View[] = [];
  let submitted: { status: number; json: View }[] = [];

  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2023-12-31T12:00:00Z');
    const officer = system.as('officer');
    drafts = await Promise.all(
      Array.from(
        { length: atOnce },
        async (_, at) => (await officer<View>('POST', '/api/proposals', safer({ subject: `Proposal ${at}` }))).json,
      ),
    );
    submitted = await Promise.all(drafts.map(({ id }) => officer<View>('POST', `/api/proposals/${id}/submit`, {})));
  }, 120_000);
  afterAll(() => system?.stop());

  it('each get a number, none twice and none left out', () => {
    expect(new Set(submitted.map(({ status }) => status))).toEqual(new Set([200]));
    expect(submitted.map(({ json }) => json.number).sort()).toEqual(
      Array.from({ length: atOnce }, (_, at) => `23/${String(at + 1).padStart(5, '0')}`),
    );
  });

  it('each ask three people, once', async () => {
    const mails = await system.waitFor(({ kind }) => kind === 'clearance-asked', 3 * atOnce);
    expect(new Set(mails.map(({ to, subject }) => `${to} ${subject.slice(0, 8)}`)).size).toBe(3 * atOnce);
    expect(mails).toHaveLength(3 * atOnce);
  });

  it('keep the number on a second submission, and a withdrawn number is not given again', async () => {
    const officer = system.as('officer');
    const [first] = submitted;
    expect((await officer<View>('POST', `/api/proposals/${first?.json.id}/withdraw`, { reason: 'Not needed' })).json.number).toBe(
      first?.json.number,
    );
    const next = await officer<View>('POST', '/api/proposals', safer());
    expect((await officer<View>('POST', `/api/proposals/${next.json.id}/submit`, {})).json.number).toBe('23/00051');
  });

  it('begin again at one when London’s year is new', async () => {
    await system.clock('2024-01-01T00:00:01Z');
    const officer = system.as('officer');
    const next = await officer<View>('POST', '/api/proposals', safer());
    expect((await officer<View>('POST', `/api/proposals/${next.json.id}/submit`, {})).json.number).toBe('24/00001');
  });
});
