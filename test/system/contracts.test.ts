import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProposedContract } from '../../functions/proposal/proposal.schema.ts';
import { toBeTold, told } from './contracts-ladder.ts';
import { Inbox } from './inbox.ts';
import { typedIn, Visitor } from './signed-in.ts';
import { type Mail, System } from './system.ts';
import { safer, submitted } from './walk.ts';

const header =
  'Reference,Title,Description,Department,Supplier,Route,Net value,Procurement started,Signed,Start,End,Extension options,Owner,Owner email,Sponsor,Sponsor email,Lead director,Divisions,Class of service,Next route';
type Row = {
  end: string;
  owner: string;
  value?: string;
  options?: string;
  next?: string;
  procured?: string;
  signed?: string;
  start?: string;
};
const row = (
  reference: string,
  { end, owner, value = '"£600,000"', options = '', next = 'open-tender', procured = '', signed = '', start = '01/01/2020' }: Row,
) =>
  `${reference},"${reference}, a service",What it does,Strategic and Corporate Services,A Supplier Ltd,open,${value},${procured},${signed},${start},${end},${options},${owner},${owner.toLowerCase()}@kent.example,Sam,sam@kent.example,corporate-director-strategic-services,all,simple,${next}`;

const good = [
  row('YEAR', { end: '31/12/2026', owner: 'Olive' }),
  row('WAITS', { end: '2027-03-31', owner: 'Rosa', next: 'lapse' }),
  row('OPTION', { end: '2026-10-31', owner: 'Quinn', options: '"12 months: £100,000: 3 months notice"', next: 'extension-by-option' }),
  row('PIPE', { end: '2027-09-30', owner: 'Peter', value: '"£2,000,000"' }),
  row('NOTICE', { end: '2031-12-31', owner: 'Peter', procured: '2025-06-02', signed: '2025-12-15', start: '2026-01-01' }),
  row('FAR', { end: '2031-03-31', owner: 'Peter' }),
];
const faulty = [
  row('BAD', { end: '2026-02-30', owner: 'Olive' }),
  row('YEAR', { end: '2027-01-01', owner: 'Olive' }),
  row('WORSE', { end: '2027-01-01', owner: 'nobody at all' }).replace('nobody at all@kent.example', 'nobody'),
];
const register = [header, ...good, ...faulty].join('\n');

type Imported = {
  rows: number;
  added: number;
  unchanged: number;
  differs: unknown[];
  faults: { line: number; column: string; value: string; reason: string }[];
};
type Listed = { items: { id: string; reference: string; version: number; effectiveEnd: string; latestSafeStart: { date: string } }[] };

describe('a register of contracts, imported beside the real ones and watched for a year', () => {
  let system: System;
  let inbox: Inbox;
  let day = '2026-01-05';
  const everything: Mail[] = [];
  const ids = new Map<string, string>();
  const officer = () => system.as('contracts');
  const of = (reference: string): string => `/api/contracts/${ids.get(reference)}`;

  /** Moves the clock, and holds all that came on the way against the ladder reckoned by hand, line by line. */
  const moveTo = async (next: string) => {
    await system.clock(`${next}T09:00:00Z`);
    const came = (await inbox.fresh()).filter(({ kind }) => kind === 'contracts-digest');
    expect(told(came)).toEqual(toBeTold(day, next));
    everything.push(...came);
    day = next;
  };
  const lastTo = (person: string): Mail => everything.findLast(({ to }) => to.startsWith(`${person}@`)) as Mail;
  const answerLink = (mail: Mail, reference: string): string =>
    new URL(mail.links.find((link) => link.includes('/contract-alerts/') && link.includes(ids.get(reference) ?? '-')) ?? 'http://none/')
      .pathname;
  const answers = async (person: string, reference: string, fields: Record<string, string>) => {
    const link = answerLink(lastTo(person), reference);
    expect((await system.call('GET', link)).status).toBe(200);
    const { status, text } = await system.answer(link, fields);
    expect([status, text.includes('Your answer is recorded')]).toEqual([200, true]);
  };

  beforeAll(async () => {
    // With the real decisions and their contracts in it: one still stands open, and its end is on record already.
    system = await System.start('--now', '2026-01-05T09:00:00Z');
    const { items } = (await officer()<Listed>('GET', '/api/contracts')).json;
    for (const { id } of items)
      expect((await officer()('POST', `/api/contracts/${id}/end`, { on: '2025-11-30', how: 'expired' })).status).toBe(200);
    // Refused in words that the API’s description has.
    for (const { id } of items)
      expect((await officer()('GET', `/api/contracts/${id}/draft-proposal?intent=re-procure`)).json).toMatchObject({ status: 409 });
    inbox = new Inbox(system);
    await inbox.fresh();
  }, 180_000);
  afterAll(() => system?.stop());

  it('names every faulty row with its line, column and reason, and saves nothing until asked', async () => {
    const asked = await officer()<Imported>('POST', '/api/contracts/import', register, { 'content-type': 'text/csv' });
    expect([asked.status, asked.json.rows, asked.json.added]).toEqual([200, 9, 6]);
    expect(asked.json.faults).toEqual([
      { line: 8, column: 'End', value: '2026-02-30', reason: 'Use a date that exists, as YYYY-MM-DD' },
      { line: 9, column: 'Reference', value: 'YEAR', reason: 'Line 2 has this reference already' },
      { line: 10, column: 'Owner email', value: 'nobody', reason: 'Use one email address, such as name@council.example' },
    ]);
    expect((await officer()<Listed>('GET', '/api/contracts')).json.items).toEqual([]);
  });

  it('brings in the good rows, and changes nothing when it is sent again', async () => {
    const first = await officer()<Imported>('POST', '/api/contracts/import?import=true', register, { 'content-type': 'text/csv' });
    const again = await officer()<Imported>('POST', '/api/contracts/import', { csv: register, import: true });
    expect([first.json.added, again.json.added, again.json.unchanged, again.json.differs]).toEqual([6, 0, 6, []]);
    const { items } = (await officer()<Listed>('GET', '/api/contracts')).json;
    for (const { reference, id } of items) ids.set(reference, id);
    expect(items.map(({ reference, version, latestSafeStart }) => [reference, version, latestSafeStart.date]).slice(0, 4)).toEqual([
      ['OPTION', 1, '2026-05-05'],
      ['YEAR', 1, '2026-07-27'],
      ['WAITS', 1, '2026-12-16'],
      ['PIPE', 1, '2027-04-23'],
    ]);
    expect((await system.as('officer')('POST', '/api/contracts/import', { csv: register })).status).toBe(403);
  });

  it('gives the register back as a file that can be imported, and lists it by owner and by day', async () => {
    const due = await officer()<Listed>('GET', '/api/contracts?dueBefore=2027-12-31&owner=PETER@kent.example');
    expect(due.json.items.map(({ reference }) => reference)).toEqual(['PIPE']);
    const file = await officer()('GET', '/api/contracts.csv');
    const back = await officer()<Imported>('POST', '/api/contracts/import', file.text, { 'content-type': 'text/csv' });
    expect([file.headers.get('content-type'), back.json.unchanged, back.json.faults]).toEqual([
      'text/csv; charset=utf-8; header=present',
      6,
      [],
    ]);
  });

  it('tells nobody anything before the morning, then each person once in one email', async () => {
    expect(await inbox.fresh()).toEqual([]);
    await moveTo('2026-01-06');
    await system.call('POST', '/_local/schedules/check-contracts');
    expect(await inbox.fresh()).toEqual([]);
    expect(everything.filter(({ to }) => to.startsWith('sam@')).map(({ subject }) => subject)).toEqual([
      'Contracts: 2 contracts need you – OPTION ends on 31 October 2026',
    ]);
  });

  it('tells the clerk when an owner’s address bounces, and writes there no more', async () => {
    const { messageId, to } = lastTo('quinn') as Mail & { messageId: string };
    await system.call('POST', '/_local/ses-events', { type: 'Bounce', bounceType: 'Permanent', to, messageId });
    await moveTo('2026-01-08');
    expect(
      (await officer()('POST', `${of('NOTICE')}/notices`, { notice: 'UK7', publishedOn: '2026-01-08', reference: '000101-2026' })).status,
    ).toBe(200);
  });

  it('goes to the director after fourteen days of silence, until somebody acknowledges it by the link', async () => {
    await moveTo('2026-02-11');
    await answers('olive', 'YEAR', { response: 'acknowledge', words: 'On it.' });
    await moveTo('2026-04-10');
    expect((await officer()('POST', `${of('PIPE')}/notices`, { notice: 'UK1', publishedOn: '2026-04-10' })).status).toBe(200);
    await moveTo('2026-04-30');
    await answers('olive', 'YEAR', { response: 'acknowledge', words: '' });
  }, 240_000);

  it('hangs on the new end once an option is taken up', async () => {
    await moveTo('2026-05-01');
    const done = await officer()<Listed['items'][number]>('POST', `${of('OPTION')}/extend`, { on: '2026-05-01' });
    expect([done.status, done.json.effectiveEnd, done.json.latestSafeStart.date]).toEqual([200, '2027-10-31', '2027-05-24']);
    expect((await officer()<{ rule: string }>('POST', `${of('OPTION')}/extend`, { on: '2026-05-01' })).json.rule).toBe('no-option-left');
  });

  it('is quiet about what is put off by the link until that day, and an older link says so', async () => {
    await moveTo('2026-06-16');
    await answers('rosa', 'WAITS', { response: 'snooze', until: '1/10/2026', words: 'The grant is decided in September.' });
    expect((await system.call('GET', answerLink(lastTo('rosa'), 'WAITS'))).text).toContain('1 October 2026');
    await moveTo('2026-07-28');
  }, 240_000);

  it('opens, from the email, a draft filled in from the contract, and saves nothing by it', async () => {
    const link = lastTo('olive').links.find((each) => each.includes('intent=re-procure')) ?? 'none';
    const page = await new Visitor().as('officer', link);
    expect([page.status, typedIn(page.text, 'subject'), typedIn(page.text, 'contracts.0.start.year')]).toEqual([
      200,
      'Procurement to follow YEAR, a service',
      '2027',
    ]);
    expect((await system.as('officer')<{ items: unknown[] }>('GET', '/api/proposals?mine=true')).json.items).toEqual([]);
    const drafted = await officer()<{ status: string; contracts: { replaces: string[]; start: string }[] }>(
      'POST',
      `${of('YEAR')}/draft-proposal`,
      { intent: 're-procure' },
    );
    expect([drafted.status, drafted.json.status, drafted.json.contracts]).toMatchObject([
      201,
      'draft',
      [{ replaces: [ids.get('YEAR')], start: '2027-01-01' }],
    ]);
  });

  it('says no more of a start once a decision is in hand, by its number and by the link', async () => {
    const link = answerLink(lastTo('olive'), 'YEAR');
    expect((await system.answer(link, { response: 'in-hand', number: '26/00099' })).text).toContain('There is no decision 26/00099 here');
    const { number } = await submitted(system);
    await answers('olive', 'YEAR', { response: 'in-hand', number });
    await moveTo('2026-10-01');
  }, 240_000);

  it('goes on to the end of the year and a day', async () => {
    await moveTo('2027-01-06');
    const days = everything.map(({ to, sentAt }) => `${sentAt.slice(0, 10)} ${to.toLowerCase()}`);
    expect(new Set(days).size).toBe(days.length);
    expect(everything.some(({ text }) => text.includes('(FAR)'))).toBe(false);
    for (const id of ids.values()) {
      const { items } = (await officer()<{ items: { what: { alerts?: { id: string }[] } }[] }>('GET', `/api/contracts/${id}/history`)).json;
      const raised = items.flatMap(({ what: { alerts = [] } }) => alerts.map((alert) => alert.id));
      expect(new Set(raised).size).toBe(raised.length);
    }
    expect((await system.call<{ items: unknown[] }>('GET', '/_local/dead-letters')).json.items).toEqual([]);
  }, 300_000);

  it('refuses an option after expiry, whatever is said of it', async () => {
    const late = await officer()<{ id: string }>('POST', '/api/contracts', {
      reference: 'GONE',
      title: 'Gone',
      description: 'A service',
      department: 'Strategic and Corporate Services',
      supplier: { name: 'A Supplier Ltd' },
      route: 'open',
      netPence: 100,
      start: '2020-01-01',
      end: '2026-12-31',
      extensionOptions: [{ months: 12, amountPence: 100 }],
      owner: { name: 'Olive', email: 'olive@kent.example' },
      sponsor: { name: 'Sam', email: 'sam@kent.example' },
    });
    const refused = await officer()<{ rule: string; effectiveEnd: string }>('POST', `/api/contracts/${late.json.id}/extend`, {
      on: '2027-01-05',
      late: 'The supplier agrees.',
    });
    expect([late.status, refused.status, refused.json.rule, refused.json.effectiveEnd]).toEqual([
      201,
      409,
      'option-after-expiry',
      '2026-12-31',
    ]);
  });

  it('is open to the public as a page, data, a file and Open Contracting data', async () => {
    for (const [path, accept, type] of [
      ['/contracts', 'text/html', 'text/html'],
      ['/contracts', 'application/json', 'application/json'],
      ['/contracts.csv', '*/*', 'text/csv'],
      ['/contracts.atom', '*/*', 'application/atom+xml'],
      ['/contracts.ocds.json', '*/*', 'application/json'],
      ['/contracts/FAR', 'text/html', 'text/html'],
      ['/contracts/FAR.json', '*/*', 'application/json'],
    ] as const) {
      const { status, headers, text } = await system.call('GET', path, undefined, { accept });
      expect([path, status, headers.get('content-type')?.split(';')[0], headers.get('etag') !== null]).toEqual([path, 200, type, true]);
      expect(text).toContain('FAR');
    }
    const page = await system.call('GET', '/contracts/FAR', undefined, { accept: 'text/html' });
    expect(page.text).toMatch(/<svg[^>]*role="img"[\s\S]*Start by[\s\S]*The same timetable in words/);
    expect(page.text).not.toMatch(/<script|style="/);
    expect((await system.call('GET', '/contracts/NONE', undefined, { accept: 'text/html' })).status).toBe(404);
  });

  type Public = {
    supplier: string | null;
    start: string;
    end: string;
    ended: { on: string; how: string } | null;
    follows: { start: string; words: string } | null;
    notices: { none: string | null };
  };
  const read = async (reference: string) => (await system.call<Public>('GET', `/contracts/${reference.replace('/', '~')}.json`)).json;

  it('takes from one decision, once it is in effect, what it awards, procures, extends, brings in-house and lets lapse', async () => {
    const contract = (
      outcome: ProposedContract['outcome'],
      replaces: string[],
      over: Partial<ProposedContract> = {},
    ): ProposedContract => ({
      title: `To ${outcome}`,
      outcome,
      extensionOptions: [],
      start: '2027-10-01',
      end: '2029-09-30',
      replaces: replaces.map((reference) => ids.get(reference) ?? ''),
      ...over,
    });
    const contracts = [
      contract('award', [], { supplier: 'Another Supplier Ltd', valuePence: 10_000_000 }),
      contract('procure', ['PIPE']),
      contract('extend', ['NOTICE']),
      contract('bring-in-house', ['WAITS']),
      contract('lapse', ['FAR']),
    ];
    const imported = await system.as('clerk')<{ status: string }>('POST', '/api/proposals/import', {
      proposal: safer({ contracts }),
      number: '26/00090',
      noticePublishedOn: '2026-09-01',
      decidedOn: '2026-11-02',
      keyStatus: 'key',
      interest: 'None',
    });
    expect([imported.status, imported.json.status]).toEqual([201, 'effective']);
    await inbox.fresh();
    type Told = Listed['items'][number] & {
      status: string;
      start: string | null;
      supplier: { name: string } | null;
      exit: { how: string; decision: string } | null;
      decisions: { number: string; outcome: string }[];
      successor: { start: string } | null;
    };
    const { items } = (await officer()<{ items: Told[] }>('GET', '/api/contracts?limit=100')).json;
    const [awarded, procured] = ['26/00090-1', '26/00090-2'].map((reference) => items.find((each) => each.reference === reference));
    expect([awarded, procured]).toMatchObject([
      { status: 'proposed', supplier: { name: 'Another Supplier Ltd' } },
      { status: 'proposed', start: '2027-10-01' },
    ]);
    const held = (reference: string) => items.find((each) => each.reference === reference);
    expect([held('FAR')?.exit, held('WAITS')?.exit]).toMatchObject([
      { how: 'lapse', decision: '26/00090' },
      { how: 'bring-in-house', decision: '26/00090' },
    ]);
    expect([
      held('NOTICE')?.decisions.at(-1),
      held('PIPE')?.successor?.start,
      items.filter(({ reference }) => reference.startsWith('26/00090')).length,
    ]).toMatchObject([{ number: '26/00090', outcome: 'extend' }, '2027-10-01', 2]);
  });

  it('has the contracts of 20/00017, all ending on 30 September 2020, two brought in-house and two followed the next day', async () => {
    const found = await Promise.all([1, 3, 5, 6].map((index) => read(`20/00017-${index}`)));
    expect(found.map(({ supplier, end, ended, follows }) => [supplier, end, ended?.how, follows?.words ?? null])).toEqual([
      ['Imago', '2020-09-30', 'expired', 'The next contract starts on 1 October 2020, the day after this one ends.'],
      ['CXK Ltd', '2020-09-30', 'expired', 'The next contract starts on 1 October 2020, the day after this one ends.'],
      ['Porchlight', '2020-09-30', 'brought-in-house', null],
      ['Project Salus', '2020-09-30', 'brought-in-house', null],
    ]);
    expect(found.map(({ notices }) => notices.none?.slice(0, 14))).toEqual(Array(4).fill('None: PCR 2015'));
  });

  it('has those of 17/00102, which follow each other without a day between: 31 March, 30 September 2018, 30 September 2023', async () => {
    const found = await Promise.all(['HRS-YP-2017', 'HRS-YP-2018', 'SAS-2018'].map(read));
    expect(found.map(({ start, end, follows }) => [start, end, follows?.words ?? null])).toEqual([
      ['2017-04-01', '2018-03-31', 'The next contract starts on 1 April 2018, the day after this one ends.'],
      ['2018-04-01', '2018-09-30', 'The next contract starts on 1 October 2018, the day after this one ends.'],
      ['2018-10-01', '2023-09-30', null],
    ]);
  });

  it('says that they leave a gap, to the day, where what follows starts later', async () => {
    const contracts = system.as('contracts');
    const contract = (reference: string, start: string, end: string, over: object = {}) =>
      contracts<{ id: string }>('POST', '/api/contracts', {
        reference,
        title: reference,
        description: 'Supported accommodation',
        department: 'Children, Young People and Education',
        supplier: { name: 'A Supplier Ltd' },
        route: 'open',
        netPence: 10_000_000,
        start,
        end,
        owner: { name: 'Olive', email: 'olive@kent.example' },
        sponsor: { name: 'Sam', email: 'sam@kent.example' },
        ...over,
      });
    const before = await contract('INTERIM', '2026-10-01', '2027-06-30');
    await contract('LATE', '2027-08-01', '2032-03-31', { replaces: [before.json.id] });
    await inbox.fresh();
    expect((await read('INTERIM')).follows).toEqual({
      start: '2027-08-01',
      words: 'Nothing is under contract for 31 days, from 1 July 2027 to 31 July 2027.',
    });
    await system.clock('2027-01-07T09:00:00Z');
    const [mail] = await system.waitFor(
      ({ kind, to, text }) => kind === 'contracts-digest' && to.startsWith('olive') && text.includes('(INTERIM)'),
    );
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain('Nothing is under contract for 31 days, from 1 July 2027 to 31 July 2027.');
  });
});
