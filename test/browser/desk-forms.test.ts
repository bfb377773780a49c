import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractResponse } from '../../functions/contract/api/contract-responses.schema.ts';
import { contractFields } from '../../functions/desk/contract/contract-fields.ts';
import { writeForm } from '../../functions/desk/form/write-form.ts';
import { terms } from '../contract/contract-story.ts';
import { linkIn, type Mail, System } from '../system/system.ts';
import { noticed, safer, submitted, type View, type Walked } from '../system/walk.ts';
import { browserUnlessTold } from './chromium.ts';
import { council, dated, done, faultsAfter, faultsOn, follow, pictured, press, signedInAs, type, typeInto, words } from './desk-pages.ts';

const browser = await browserUnlessTold('no form of the desk was opened in a browser');

const missing = 'This is missing';
const noSuchDay = 'Use a date that exists, between 1990 and 2199';

type Tried = { little?: Record<string, string>; faults: Record<string, string>; whole: Record<string, string> };

/**
 * Opens a form by its link and sends too little, with which faults beside which fields; then sends it whole, and answers what is said to be
 * done.
 */
const through = async (page: Page, link: string | RegExp, button: string, { little = {}, faults, whole }: Tried): Promise<string> => {
  await follow(page, link);
  await type(page, little);
  expect(await faultsAfter(page, button)).toEqual(faults);
  await type(page, whole);
  return done(page, button);
};

describe.skipIf(browser === null)('the forms of the desk', () => {
  let system: System;
  let officer: Page;
  let clerk: Page;
  let contracts: Page;

  beforeAll(async () => {
    if (!browser) return;
    system = await System.start('--empty', '--now', '2023-03-07T09:00:00Z');
    officer = await signedInAs(browser, system.base, 'Olive Officer', '/desk/proposals');
    clerk = await signedInAs(browser, system.base, 'Clare Clerk');
    contracts = await signedInAs(browser, system.base, 'Connie Contracts', '/desk/contracts');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  /** What somebody was sent with a link that answers, so many times. */
  const askedOf = (name: string, { number }: Walked, times = 1): Promise<Mail[]> =>
    system.waitFor((mail) => mail.to === `${name}@kent.example` && mail.subject.startsWith(number) && linkIn(mail) !== undefined, times);
  const pageOf = async (mail: Mail | undefined): Promise<string> => (await system.call('GET', (mail && linkIn(mail)) ?? '')).text;

  describe('of a meeting in private', () => {
    let found: Walked;
    beforeAll(async () => {
      found = await noticed(
        system,
        safer({
          subject: 'Settling a claim',
          decisionMaker: 'cabinet',
          publicAccess: { kind: 'fully-exempt', paragraphs: [3], publicInterest: 'Bids are open.' },
        }),
      );
      await clerk.goto(`/desk/proposals/${found.id}`);
    });

    it('ask the chair to agree to it sooner, in the clerk’s words', async () => {
      expect(
        await through(clerk, 'Ask for agreement to meet in private sooner', 'Ask', {
          faults: { reason: missing },
          whole: { reason: 'The court date is on Friday.' },
        }),
      ).toBe('The chair has been asked.');
      const [mail] = await askedOf('scrutiny-chair', found);
      expect(await pageOf(mail)).toContain('The court date is on Friday.');
    });

    it('publish its second notice, with what was said against it and the answer', async () => {
      const said = { representations: 'A resident asked that it be in public.', response: 'The bids would be harmed.' };
      const { representations, ...rest } = said;
      expect(
        await through(clerk, 'Publish the second notice of the private meeting', 'Publish', {
          little: { representations },
          faults: { response: missing },
          whole: rest,
        }),
      ).toBe('The second notice is published.');
      expect((await found.get()).notice?.privateMeeting?.second).toMatchObject(said);
      expect(await words(clerk)).not.toContain('Publish the second notice');
    });
  });

  describe('about the people asked', () => {
    let found: Walked;
    beforeAll(async () => {
      found = await submitted(system, safer({ subject: 'Lighting for the sanctuary scheme' }));
      await clerk.goto(`/desk/proposals/${found.id}`);
    });

    it('record an answer in somebody’s place, with how the clerk knows it', async () => {
      const said = { response: 'approve', words: 'Lawful.' };
      expect(
        await through(clerk, 'Record an answer of Monitoring Officer', 'Record', {
          faults: { response: missing, evidence: missing },
          whole: { ...said, evidence: 'Signed paper of 6 March, in the file' },
        }),
      ).toBe('The answer is recorded as your entry.');
      expect((await found.get()).steps.find(({ title }) => title === 'Monitoring Officer')).toMatchObject({ state: 'approved', ...said });
      expect(await words(clerk)).toContain('Recorded in their place: Signed paper of 6 March, in the file');
    });

    it('arrange cover for somebody, who is then asked', async () => {
      await follow(clerk, 'Arrange cover for Section 151 Officer');
      expect(await faultsAfter(clerk, 'Arrange cover')).toEqual({ to: missing, scheme: missing });
      await type(clerk, { 'to.name': 'Dee Deputy', 'to.email': 'dee', scheme: 'Constitution, paragraph 4' });
      expect(await faultsAfter(clerk, 'Arrange cover')).toEqual({ 'to.email': 'Use one email address, such as name@council.example' });
      await type(clerk, { 'to.email': 'dee@kent.example' });
      expect(await done(clerk, 'Arrange cover')).toBe('Cover is arranged, and a link sent.');
      expect(await askedOf('dee', found)).toHaveLength(1);
    });

    it('write to a mailbox again once it was put right', async () => {
      const [mail] = (await askedOf('dee', found)) as (Mail & { messageId: string })[];
      await system.call('POST', '/_local/ses-events', {
        type: 'Bounce',
        bounceType: 'Permanent',
        to: mail?.to,
        messageId: mail?.messageId,
      });
      await clerk.goto(`/desk/proposals/${found.id}`);
      expect(
        await through(clerk, /^The mailbox was put right of/, 'Write again', {
          faults: { reason: missing },
          whole: { reason: 'IT has given the mailbox back.' },
        }),
      ).toBe('A fresh email is on its way.');
      expect(await askedOf('dee', found, 2)).toHaveLength(2);
      expect((await found.get()).steps.map(({ state }) => state)).not.toContain('undeliverable');
    });
  });

  describe('of a decision about to be taken', () => {
    let found: Walked;
    beforeAll(async () => {
      found = await noticed(system);
      await clerk.goto(`/desk/proposals/${found.id}`);
    });

    it('ask the chair to waive call-in, and let the reason be read before the answer', async () => {
      expect(
        await through(clerk, 'Ask for call-in to be waived', 'Ask', {
          faults: { reason: missing },
          whole: { reason: 'The grant lapses on 30 April.' },
        }),
      ).toBe('The chair has been asked.');
      const [mail] = await askedOf('scrutiny-chair', found);
      expect(await pageOf(mail)).toContain('The grant lapses on 30 April.');
      const file = await words(clerk);
      expect(file).toContain('Chair of the Scrutiny Committee: agreement to waive call-in');
      expect(file).not.toContain('Ask for call-in to be waived');
    });

    it('record a signature on paper, its day and the interest declared', async () => {
      await system.clock('2023-04-05T09:00:00Z');
      await askedOf('cabinet-member-adult-social-care', found);
      await clerk.goto(`/desk/proposals/${found.id}`);
      await follow(clerk, /^Record an answer of Cabinet Member/);
      await type(clerk, { response: 'approve', evidence: 'Paper in the file', ...dated('signedOn', '2023-04-31') });
      expect(await faultsAfter(clerk, 'Record')).toEqual({ signedOn: noSuchDay });
      await type(clerk, dated('signedOn', '2023-04-05'));
      expect(await faultsAfter(clerk, 'Record')).toEqual({ interest: 'Say whether an interest was declared' });
      await type(clerk, { 'interest.interest': 'none' });
      expect(await done(clerk, 'Record')).toBe('The answer is recorded as your entry.');
      expect(await found.get()).toMatchObject({ status: 'decided', determination: { decidedOn: '2023-04-05' } });
    });
  });

  describe('that bring things in', () => {
    it('save a forward plan as drafts, after showing what could not be read', async () => {
      await follow(officer, 'Bring in a forward plan or a past decision');
      expect(await faultsAfter(officer, 'Read it')).toEqual({ plan: 'Paste at least one item' });
      await type(officer, { plan: 'A library for Dover | 1 June 2023 | Leader\nA road | Spring | The Cabinet of Narnia' });
      await press(officer, 'Read it');
      expect(await words(officer)).toContain('No one post of the directory is called “The Cabinet of Narnia”.');
      await pictured(officer, 'read');
      expect(await faultsOn(officer)).toEqual([]);
      await press(officer, 'Save all 2 as drafts');
      expect(await words(officer)).toContain('What became of them');
      const { items } = (await system.as('officer')<{ items: View[] }>('GET', '/api/proposals?mine=true&status=draft')).json;
      expect(items.map(({ subject, decisionMaker, targetDecisionDate }) => [subject, decisionMaker, targetDecisionDate]).sort()).toEqual([
        ['A library for Dover', 'leader', '2023-06-01'],
        ['A road', undefined, undefined],
      ]);
    });

    it('take a past decision in with its number, its days and the contracts it led to', async () => {
      const contract = (title: string) => ({
        title,
        outcome: 'procure' as const,
        start: '2023-08-01',
        end: '2025-07-31',
        extensionOptions: [],
        replaces: [],
      });
      const decision = {
        proposal: safer({ subject: 'Shelter in Thanet', contracts: [contract('Shelter'), contract('Wardens')] }),
        number: '18/00015',
        noticePublishedOn: '2018-03-23',
        decidedOn: '2018-04-20',
      };
      await clerk.goto('/desk/import');
      await type(clerk, { decision: '{"number": ' });
      expect(await faultsAfter(clerk, 'Bring it in')).toEqual({
        decision: 'This is not JSON. Paste the whole of it, from its first brace to its last',
      });
      await type(clerk, { decision: JSON.stringify({ ...decision, number: '18/15' }) });
      expect(await faultsAfter(clerk, 'Bring it in')).toEqual({ decision: 'number: Use a number such as 23/00022' });
      await type(clerk, { decision: JSON.stringify(decision) });
      expect(await done(clerk, 'Bring it in')).toBe('Brought in. What it lacks is among its findings.');
      expect((await system.call('GET', '/decisions/18/00015', undefined, { accept: 'application/json' })).json).toMatchObject({
        number: '18/00015',
        subject: 'Shelter in Thanet',
      });
    });

    it('check a register that was copied from a spreadsheet, bring its good rows in, and take the rest once it is put right', async () => {
      const row = (reference: string, end: string) => ({
        Reference: reference,
        Title: `Service ${reference}`,
        Description: 'What it does.',
        Department: 'Adult Social Care and Health',
        Supplier: 'A, B and C',
        Route: 'Open',
        'Net value': '£600,000',
        Start: '2022-01-01',
        End: end,
        Owner: 'An Owner',
        'Owner email': 'owner@kent.example',
        Sponsor: 'A Sponsor',
        'Sponsor email': 'sponsor@kent.example',
      });
      const copied = (...rows: ReturnType<typeof row>[]) =>
        [Object.keys(row('', '')), ...rows.map((each) => Object.values(each))].map((cells) => cells.join('\t')).join('\n');
      const held = async () =>
        (await system.as('contracts')<{ items: { reference: string }[] }>('GET', '/api/contracts')).json.items
          .map(({ reference }) => reference)
          .filter((reference) => reference.startsWith('IN/'))
          .sort();
      await contracts.goto('/desk/contracts');
      await follow(contracts, 'Bring in a register');
      expect(await faultsAfter(contracts, 'Check it')).toEqual({
        register: 'Paste a row of headings, and under it a row for each contract',
      });
      await type(contracts, { register: copied(row('IN/1', '31/12/2025'), row('IN/2', '31/02/2025'), row('IN/3', '2026-03-31')) });
      await press(contracts, 'Check it');
      for (const said of ['2 contracts can be brought in.', 'Line 3, End “31/02/2025”: Use a date that exists, as YYYY-MM-DD.'])
        expect(await words(contracts)).toContain(said);
      await pictured(contracts, 'register');
      expect(await held()).toEqual([]);
      await press(contracts, 'Bring in 2 contracts');
      expect(await words(contracts)).toContain('2 contracts were brought in.');
      expect(await held()).toEqual(['IN/1', 'IN/3']);
      await type(contracts, { register: copied(row('IN/1', '31/12/2025'), row('IN/2', '28/02/2025'), row('IN/3', '2027-03-31')) });
      await press(contracts, 'Check it');
      for (const said of [
        '1 contract can be brought in.',
        '1 is in the register already, with the same particulars.',
        '1 is in the register with other particulars, and would be left as it is.',
      ])
        expect(await words(contracts)).toContain(said);
      await contracts.getByText('The headings, in any order').click();
      await pictured(contracts, 'again');
      expect(await faultsOn(contracts)).toEqual([]);
      await press(contracts, 'Bring in 1 contract');
      expect(await held()).toEqual(['IN/1', 'IN/2', 'IN/3']);
      await contracts.goto('/desk/contracts');
    });
  });

  describe('of the register of contracts', () => {
    const idOn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const held = async (id: string): Promise<ContractResponse> =>
      (await system.as('contracts')<ContractResponse>('GET', `/api/contracts/${id}`)).json;
    const given = terms({ start: '2022-01-01', end: '2023-12-31', decision: undefined });
    const whole = JSON.parse(JSON.stringify(given)) as object;
    let id = '';
    beforeAll(() => system.clock('2023-04-05T12:00:00Z'));

    it('enter a contract as it was typed, once every fault beside its field is put right', async () => {
      await follow(contracts, 'Register a contract');
      expect(await faultsAfter(contracts, 'Register')).toEqual(
        Object.fromEntries(
          ['title', 'description', 'department', 'supplier', 'netPence', 'start', 'end', 'owner', 'sponsor'].map((name) => [name, missing]),
        ),
      );
      await typeInto(contracts, writeForm(contractFields(council), { ...given, owner: { name: 'An Owner', email: 'nobody' } }));
      expect(await faultsAfter(contracts, 'Register')).toEqual({ 'owner.email': 'Use one email address, such as name@council.example' });
      await type(contracts, { 'owner.email': 'owner@kent.example' });
      expect(await done(contracts, 'Register')).toBe('The contract is in the register.');
      id = idOn(contracts);
      expect(await held(id)).toMatchObject({ ...whole, status: 'registered' });
    });

    it('change its particulars and nothing else of it', async () => {
      const tried = {
        little: { title: 'Property security', ...dated('end', '2023-02-30') },
        faults: { end: noSuchDay },
        whole: { ...dated('end', '2023-12-31'), words: 'Its proper name.' },
      };
      expect(await through(contracts, 'Change its particulars', 'Save', tried)).toBe('The change is saved.');
      expect(await held(id)).toMatchObject({ ...whole, title: 'Property security', effectiveEnd: '2023-12-31' });
    });

    it('say that somebody else was quicker, keep what was typed, and save it when that is meant', async () => {
      const second = await contracts.context().newPage();
      await Promise.all([contracts, second].map((page) => page.goto(`/desk/contracts/${id}/edit`)));
      await type(second, { 'sponsor.name': 'Another Sponsor' });
      await done(second, 'Save');
      await second.close();
      await type(contracts, { 'owner.name': 'Another Owner' });
      await press(contracts, 'Save');
      const said = await contracts.getByRole('alert').innerText();
      for (const expected of ['This changed while you were writing', 'Connie Contracts: contract amended', 'A Sponsor'])
        expect(said).toContain(expected);
      expect(await faultsOn(contracts)).toEqual([]);
      expect(await contracts.locator('[name="owner.name"]').inputValue()).toBe('Another Owner');
      expect(await done(contracts, 'Save')).toBe('The change is saved.');
      expect(await held(id)).toMatchObject({ owner: { name: 'Another Owner' }, version: 4 });
    });

    const snoozed = { response: 'snooze', words: 'The grant is decided in May.', ...dated('until', '2023-05-01') };
    it.each<[string, Tried, string, { type: string; what: object }]>([
      [
        'Record the value to date',
        { faults: { toDatePence: missing, on: missing }, whole: { toDatePence: '200,000.50', ...dated('on', '2023-03-31') } },
        'The value is recorded.',
        { type: 'value-recorded', what: { toDatePence: 20_000_050, on: '2023-03-31' } },
      ],
      [
        'Record a notice published',
        { faults: { notice: missing, publishedOn: missing }, whole: { notice: 'UK10', ...dated('publishedOn', '2023-03-31') } },
        'The notice is recorded.',
        { type: 'contract-notice-recorded', what: { published: { notice: 'UK10', publishedOn: '2023-03-31' } } },
      ],
      [
        'Answer its alerts',
        { faults: { response: missing }, whole: snoozed },
        'The answer is recorded.',
        { type: 'alert-snoozed', what: { until: '2023-05-01', words: 'The grant is decided in May.' } },
      ],
      [
        'Record an option taken up',
        { faults: { on: missing }, whole: dated('on', '2023-04-04') },
        'The option is recorded.',
        { type: 'option-exercised', what: { exercised: { on: '2023-04-04', endsOn: '2024-12-31' } } },
      ],
    ])('%s, and it stands in the history', async (link, tried, said, last) => {
      expect(await through(contracts, link, 'Record', tried)).toBe(said);
      const { items } = (await system.as('contracts')<{ items: object[] }>('GET', `/api/contracts/${id}/history`)).json;
      expect(items.at(-1)).toMatchObject(last);
    });

    it('open a draft to follow it, which starts the day after it ends', async () => {
      expect(
        await through(contracts, 'Open a draft proposal', 'Open the draft', {
          faults: { intent: missing },
          whole: { intent: 're-procure' },
        }),
      ).toBe('The draft is saved.');
      expect((await system.as('contracts')('GET', `/api/proposals/${idOn(contracts)}`)).json).toMatchObject({
        status: 'draft',
        contracts: [{ replaces: [id], start: '2025-01-01' }],
      });
    });

    it('record its end, and why where it was terminated', async () => {
      await contracts.goto(`/desk/contracts/${id}`);
      const tried = {
        little: { how: 'terminated', ...dated('on', '2023-04-04') },
        faults: { words: 'Say why the contract was terminated' },
        whole: { words: 'The supplier failed.' },
      };
      expect(await through(contracts, 'Record its end', 'Record the end', tried)).toBe('The end is recorded.');
      expect(await held(id)).toMatchObject({ status: 'ended', ended: { on: '2023-04-04', how: 'terminated' } });
    });

    it('give a contract that a decision proposed its real dates', async () => {
      await contracts.goto('/desk/contracts');
      await follow(contracts, '18/00015-1 Shelter');
      id = idOn(contracts);
      await follow(contracts, 'Register its real dates');
      expect(await faultsAfter(contracts, 'Save')).toEqual(
        Object.fromEntries(['description', 'supplier', 'route', 'netPence'].map((name) => [name, missing])),
      );
      await typeInto(contracts, writeForm(contractFields(council), { ...given, reference: '18/00015-1', title: 'Shelter' }));
      expect(await done(contracts, 'Save')).toBe('The contract is in the register.');
      expect(await held(id)).toMatchObject({ ...whole, reference: '18/00015-1', title: 'Shelter', status: 'registered' });
    });

    it('close one that never came about', async () => {
      await contracts.goto('/desk/contracts');
      await follow(contracts, '18/00015-2 Wardens');
      id = idOn(contracts);
      expect(
        await through(contracts, 'Close it unregistered', 'Close it', { faults: { words: missing }, whole: { words: 'Not procured.' } }),
      ).toBe('It is closed.');
      expect(await held(id)).toMatchObject({ status: 'closed' });
    });
  });
});
