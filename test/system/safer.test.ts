import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFrom, told } from './inbox.ts';
import { unverified } from './chain.ts';
import { everywhereTheSame } from './fetching.ts';
import { type Redelivery, redelivery } from './redelivery.ts';
import { SaferStory } from './safer-story.ts';
import { System } from './system.ts';
import { safer } from './walk.ts';

const maker = 'cabinet-member-adult-social-care';
const director = 'corporate-director-adult-social-care';
const clearers = ['s151-officer', 'monitoring-officer', director];

describe('the SAFER decision, from nothing to effective, by HTTP and email alone', () => {
  let system: System;
  let stream: Redelivery;
  let story: SaferStory;

  beforeAll(async () => {
    stream = redelivery();
    system = await System.startWith(stream.database, '--empty', '--now', '2023-03-07T09:00:00Z');
    story = new SaferStory(system);
  }, 120_000);
  afterAll(async () => {
    await system?.stop();
    stream?.stop();
  });

  it('is key because its options reach £1.6m, and checking that saves nothing and tells nobody', async () => {
    const { status, json } = await story.officer('POST', '/api/proposals/check', {
      proposal: safer({ divisionsAffected: [] }),
      noticePublishedOn: '2023-03-07',
    });
    expect({ status, ...json.keyDecision }).toMatchObject({
      status: 200,
      isKey: true,
      grounds: ['expenditure-over-threshold'],
      totals: { expenditurePence: 160_000_000 },
    });
    expect(json.keyDecision.statement).toContain('it includes extension options of £800,000');
    expect(json.timetable).toMatchObject({
      clearDaysRequired: 28,
      earliestDecisionDate: '2023-04-05',
      callInClosesOn: '2023-04-14',
      effectiveFrom: '2023-04-15',
    });
    expect((await story.officer<{ items: unknown[] }>('GET', '/api/proposals')).json.items).toEqual([]);
    expect(await story.fresh()).toEqual([]);
  });

  it('is not key without its options', async () => {
    const { financialImplications: all } = safer();
    const financialImplications = { ...all, expenditure: all.expenditure.slice(0, 1) };
    const { json } = await story.officer('POST', '/api/proposals/check', {
      proposal: safer({ divisionsAffected: [], financialImplications }),
    });
    expect(json.keyDecision.isKey).toBe(false);
  });

  it('is a draft that nobody is told of, then submitted under a number, and three people are asked to clear it', async () => {
    const { status, headers, json } = await story.officer('POST', '/api/proposals', safer());
    expect([status, headers.get('location'), headers.get('etag')]).toEqual([201, `/api/proposals/${json.id}`, '"1"']);
    story.id = json.id;
    expect(await story.fresh()).toEqual([]);
    const submitted = await story.officer('POST', `/api/proposals/${story.id}/submit`, {});
    story.number = submitted.json.number ?? '';
    expect([submitted.status, story.number, submitted.json.status]).toEqual([200, '23/00001', 'in-clearance']);
    story.asked = await story.fresh();
    expect(told(story.asked)).toEqual(clearers.map((post) => `${post} clearance-asked *`).sort());
  });

  it('is shown to nobody without a link before its notice', async () => {
    expect([
      (await story.page()).status,
      (await story.page('application/json')).status,
      (await system.call('GET', '/notices')).json,
    ]).toEqual([404, 404, { items: [], next: null }]);
  });

  it('is cleared by each link, and the officer and director are told each time', async () => {
    const steps: string[][] = [];
    for (const post of clearers) {
      expect((await system.answer(story.linkTo(post), { response: 'approve', words: 'Cleared' })).status).toBe(200);
      steps.push(told(await story.fresh()));
    }
    expect(steps).toEqual([
      [`${director} clearance-given`, 'officer clearance-given'],
      [`${director} clearance-given`, 'officer clearance-given'],
      ['clerk proposal-cleared', `${director} proposal-cleared`, 'officer proposal-cleared'],
    ]);
    expect((await story.view()).status).toBe('cleared');
  });

  it('tells who clicks twice that it is answered, by whom and when, and changes nothing', async () => {
    const before = await story.history();
    for (const [method, status] of [
      ['GET', 200],
      ['POST', 409],
    ] as const) {
      const again = await system.call(
        method,
        story.linkTo('s151-officer'),
        method === 'POST' ? new URLSearchParams({ response: 'decline', words: 'No' }) : undefined,
      );
      expect([again.status, again.text.includes('This has been answered')]).toEqual([status, true]);
      expect(again.text).toMatch(/The Section 151 Officer approved on 7 March 2023 at \d{1,2}:\d{2}/);
    }
    expect(await story.history()).toEqual(before);
  });

  it('has its notice published, and consultee, chair, members and officer are told', async () => {
    const { status, json } = await story.clerk('POST', `/api/proposals/${story.id}/notice`, { route: 'ordinary' });
    expect([status, json.status, json.timetable.noticePublished, json.timetable.earliestDecisionDate]).toEqual([
      200,
      'notice-published',
      '2023-03-07',
      '2023-04-05',
    ]);
    story.asked = await story.fresh();
    expect(told(story.asked)).toEqual([
      'all-members notice-published',
      'community-safety consultation-asked *',
      'officer notice-published',
      'scrutiny-chair notice-published',
    ]);
  });

  it('shows the notice with the reg 9 particulars at the address that will have the record', async () => {
    const { status, text } = await story.page();
    expect(status).toBe(200);
    for (const words of [
      'Proposed decision 23/00001',
      '(a) Key decision',
      '(h) How to ask for documents',
      'Wednesday 5 April 2023',
      '£1,600,000',
      'Cabinet Member for Adult Social Care',
    ])
      expect(text).toContain(words);
    for (const [accept, suffix] of [
      ['application/json', ''],
      ['text/html', '.json'],
    ]) {
      const data = await system.call<{ kind: string; number: string }>('GET', `/decisions/${story.number}${suffix}`, undefined, {
        accept: accept ?? '',
      });
      expect(data.json).toMatchObject({
        kind: 'notice',
        number: story.number,
        key: { isKey: true, totals: { expenditurePence: 160_000_000 } },
      });
    }
  });

  it('hears the consultee by their link and the Cabinet Committee through the clerk', async () => {
    const heard = await system.answer(story.linkTo('community-safety'), { response: 'support', words: 'Supported' });
    expect([heard.status, told(await story.fresh())]).toEqual([200, []]);
    const outcome = { committee: 'Adult Social Care Cabinet Committee', date: '2023-03-15', outcome: 'endorsed', words: 'Endorsed' };
    await system.clock('2023-03-16T09:00:00Z');
    expect((await story.clerk('POST', `/api/proposals/${story.id}/committee-outcome`, outcome)).status).toBe(200);
    expect(told(await story.fresh())).toEqual(['officer committee-outcome-recorded']);
  });

  it('cannot be decided early through the API, and says from which day it can', async () => {
    const meeting = { date: '2023-03-16', present: ['The Leader'], interests: [{ name: 'The Leader', interest: 'none' }] };
    const refused = await story.clerk<Record<string, unknown>>('POST', `/api/proposals/${story.id}/determination`, meeting);
    expect(refused.json).toMatchObject({ status: 409, rule: 'notice-period', earliestDecisionDate: '2023-04-05' });
  });

  it('is not put to the decision maker by a daily check the day before, not even at the last minute of it', async () => {
    await system.clock('2023-04-04T22:50:00Z');
    expect((await story.dailyCheck()).status).toBe(200);
    const { status, steps, blockers } = await story.view();
    expect([status, steps.some(({ stage }) => stage === 'determination'), told(await story.fresh())]).toEqual([
      'notice-published',
      false,
      [],
    ]);
    expect(blockers).toContainEqual(expect.objectContaining({ rule: 'notice-period', clearsOn: '2023-04-05' }));
  });

  it('is put to the Cabinet Member on 5 April, when London has it and UTC does not', async () => {
    await system.clock('2023-04-04T23:05:00Z');
    await story.dailyCheck();
    story.asked = await story.fresh();
    expect([told(story.asked), (await story.view()).status]).toEqual([[`${maker} determination-asked *`], 'awaiting-decision']);
  });

  it('is not changed by whatever fetches the link, once or twenty times at once', async () => {
    await everywhereTheSame(system, story.linkTo(maker), async () => [await story.view(), await story.history()]);
  });

  it('asks on a page with no script and no answer given beforehand', async () => {
    const { text, headers } = await system.call('GET', story.linkTo(maker));
    expect(text).toContain('Do you take this decision?');
    expect(text).not.toMatch(/<script|\schecked|\sselected|\sautofocus|http-equiv|\son\w+="/i);
    expect(text.match(/<input[^>]+type="radio"[^>]+required/g)).toHaveLength(5);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual([
      'no-store',
      'no-referrer',
      'noindex',
    ]);
  });

  it('is signed once however often the form is sent at the same moment', async () => {
    await system.clock('2023-04-05T09:00:00Z');
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => system.answer(story.linkTo(maker), { response: 'approve', interest: 'none' })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    expect((await story.history()).filter(({ type }) => type === 'decision-made')).toHaveLength(1);
    expect(
      sent.filter(
        ({ status, text }) =>
          status === 409 && /Cabinet Member for Adult Social Care and Public Health approved on 5 April 2023 at/.test(text),
      ),
    ).toHaveLength(19);
  });

  it('tells everyone in the file that it is decided, and by when it can be called in', async () => {
    const mails = await story.fresh();
    const all = [
      'officer',
      'commissioner',
      director,
      maker,
      's151-officer',
      'monitoring-officer',
      'community-safety',
      'clerk',
      'scrutiny-chair',
    ];
    expect(told(mails)).toEqual(all.map((post) => `${post} decision-made`).sort());
    for (const { text } of mails) expect(text).toMatch(/Call-in closes:\n {2}the end of Friday 14 April 2023/);
  });

  it('has its record published at once, with the sum as it was signed', async () => {
    const [html, data] = [await story.page(), await story.page('application/json')];
    for (const words of [
      '1,600,000',
      'Friday 14 April 2023',
      'Approve the procurement of the property security service',
      'Any interest declared when the decision was taken and any dispensation granted</h2><p class="govuk-body">None</p>',
    ])
      expect(html.text).toContain(words);
    expect(data.json).toMatchObject({ kind: 'record', key: { totals: { expenditurePence: 160_000_000 } } });
    expect((await story.view()).timetable).toMatchObject({
      decidedOn: '2023-04-05',
      callInClosesOn: '2023-04-14',
      effectiveFrom: '2023-04-15',
    });
  });

  it('is not in force on the last evening of call-in, and is the day after', async () => {
    await system.clock('2023-04-14T22:50:00Z');
    await story.dailyCheck();
    expect([(await story.view()).status, told(await story.fresh())]).toEqual(['decided', []]);
    await system.clock('2023-04-15T09:00:00Z');
    expect([(await story.view()).status, told(await story.fresh())]).toEqual([
      'effective',
      [`${director} decision-effective`, 'officer decision-effective'],
    ]);
  });

  it('told everybody, in every email, what is asked, by when and what happens next', () => {
    expect(story.everything.length).toBeGreaterThan(25);
    expect(story.everything.flatMap((mail) => missingFrom(mail, story.number))).toEqual([]);
  });

  it('has a history that anybody signed in can check, hash by hash', async () => {
    const lines = await story.history();
    expect(lines.length).toBeGreaterThan(10);
    expect(unverified(lines)).toEqual([]);
    expect(unverified(lines.map((line) => (line.sequence === 4 ? { ...line, at: '2023-03-07T09:00:00.000Z' } : line)))).toEqual([4]);
  });

  it('sends nothing again when the stream delivers every record a second time', async () => {
    await stream.again(story.id);
    expect(told(await story.fresh())).toEqual([]);
    const { items } = (await story.clerk<{ items: { status: string; attempts: number }[] }>('GET', `/api/proposals/${story.id}/emails`))
      .json;
    expect(items).toHaveLength(story.everything.length);
    expect(new Set(items.map(({ status, attempts }) => `${status} ${attempts}`))).toEqual(new Set(['sent 1']));
  });

  it('would have sent what the record of emails did not show as sent', async () => {
    await stream.forget(story.id, 'decision-effective', 'officer@kent.example');
    await stream.again(story.id);
    expect(told(await story.fresh())).toEqual(['officer decision-effective']);
  });
});
