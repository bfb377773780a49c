import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertsDue, anchorsOf } from '../../functions/contract/alert-ladder.rules.ts';
import { contractSettingsOf } from '../../functions/contract/contract-settings.ts';
import { type Digest, digestsFor } from '../../functions/contract/digest.rules.ts';
import { importedContractId, readRegister } from '../../functions/contract/register-import.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { Inbox } from './inbox.ts';
import { typedIn, Visitor } from './signed-in.ts';
import { type Mail, System } from './system.ts';

const header = 'Reference,Title,Description,Department,Supplier,Route,Net value,Start,End,Extension options,Owner,Owner email,Sponsor,Sponsor email,Lead director,Divisions,Next route';
const row = (reference: string, end: string, owner: string, options = '', next = '', start = '2020-01-01') =>
  `${reference},"${reference}, a service",What it does,Strategic and Corporate Services,A Supplier Ltd,open,"£600,000",${start},${end},${options},${owner},${owner.toLowerCase()}@kent.example,Sponsor,sponsor@kent.example,corporate-director-strategic-services,all,${next}`;

const good = [
  row('SOON', '2026-03-31', 'Olive'), row('YEAR', '2026-12-31', 'Olive'), row('NEXT', '2027-09-30', 'Peter'), row('FAR', '2031-03-31', 'Peter'),
  row('OPTION', '2026-10-31', 'Quinn', '"12 months: £100,000: 3 months notice"', 'extension-by-option'), row('WAITS', '2027-03-31', 'Rosa'),
];
const faulty = [row('BAD', '2026-02-30', 'Olive'), row('SOON', '2027-01-01', 'Olive'), row('WORSE', '2027-01-01', 'nobody at all').replace('nobody at all@kent.example', 'nobody')];
const register = [header, ...good, ...faulty].join('\n');

type Imported = { rows: number; added: number; unchanged: number; differs: unknown[]; faults: { line: number; column: string; reason: string }[] };

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The register as the rules alone would have it told, day by day, beside the one that runs. */
class Expected {
  readonly stories: ContractStory[];
  day = '2026-01-05';

  constructor() {
    this.stories = readRegister([header, ...good].join('\n')).good.map(({ id, reference, terms }) =>
      new ContractStory('2026-01-05T09:00:00Z', id).does({ type: 'register-contract', reference, ocid: 'ocds-000000-a', terms }));
  }

  story(reference: string): ContractStory {
    const found = this.stories.find(({ contract }) => contract?.reference === reference);
    if (!found) throw new Error(`There is no contract ${reference}`);
    return found;
  }

  private digests(): Digest[] {
    const due = this.stories.flatMap((story) => {
      const contract = story.on(this.day, '06:15:00Z').contract;
      const alerts = contract ? alertsDue(contract, anchorsOf(contract, { on: this.day, council: kent, settings: contractSettingsOf(kent) }), this.day) : [];
      story.does({ type: 'run-daily-check' });
      return contract && alerts.length > 0 ? [{ contract, alerts }] : [];
    });
    return digestsFor(due, kent, this.day);
  }

  /** Everything to be told after the day last asked about, up to and with another. */
  until(day: string): { day: string; to: string; words: string[] }[] {
    const told: { day: string; to: string; words: string[] }[] = [];
    while (this.day < day) {
      this.day = addDays(this.day, 1);
      for (const { to, items } of this.digests()) told.push({ day: this.day, to: to.email, words: items.flatMap(({ reference, alerts }) => [`(${reference})`, ...alerts.map(({ words }) => words)]) });
    }
    return told;
  }
}

const key = ({ day, to }: { day: string; to: string }): string => `${day} ${to.toLowerCase()}`;
const arrived = (mail: Mail) => key({ day: mail.sentAt.slice(0, 10), to: mail.to });
const linkTo = (mail: Mail | undefined, reference: string, part: string): string =>
  mail?.links.find((link) => link.includes(part) && link.includes(importedContractId(reference))) ?? `no ${part} link for ${reference}`;

describe('a register of contracts, imported and watched for a year', () => {
  let system: System;
  let inbox: Inbox;
  const expected = new Expected();
  const everything: Mail[] = [];
  const officer = () => system.as('contracts');

  /** Moves the clock, and holds every mail that came against what the rules say, one by one. */
  const moveTo = async (day: string) => {
    await system.clock(`${day}T09:00:00Z`);
    const came = (await inbox.fresh()).filter(({ kind }) => kind === 'contracts-digest');
    const wanted = expected.until(day);
    expect(came.map(arrived).sort()).toEqual(wanted.map(key).sort());
    for (const one of wanted) {
      const text = flat(came.find((mail) => arrived(mail) === key(one))?.text ?? '');
      for (const words of one.words) expect(text).toContain(flat(words));
    }
    everything.push(...came);
    return came;
  };

  beforeAll(async () => {
    system = await System.start('--empty', '--now', '2026-01-05T09:00:00Z');
    inbox = new Inbox(system);
  }, 180_000);
  afterAll(() => system?.stop());

  it('names every faulty row with its line, column and reason, and saves nothing until asked', async () => {
    const told = await officer()<Imported>('POST', '/api/contracts/import', register, { 'content-type': 'text/csv' });
    expect(told.status).toBe(200);
    expect(told.json.faults.map(({ line, column }) => [line, column])).toEqual([[8, 'End'], [9, 'Reference'], [10, 'Owner email']]);
    expect([told.json.rows, told.json.added]).toEqual([9, 6]);
    expect((await officer()<{ items: unknown[] }>('GET', '/api/contracts')).json.items).toEqual([]);
  });

  it('brings in the good rows, and changes nothing when it is sent again', async () => {
    const first = await officer()<Imported>('POST', '/api/contracts/import?import=true', register, { 'content-type': 'text/csv' });
    const again = await officer()<Imported>('POST', '/api/contracts/import', { csv: register, import: true });
    expect([first.json.added, again.json.added, again.json.unchanged, again.json.differs]).toEqual([6, 0, 6, []]);
    const listed = await officer()<{ items: { reference: string; version: number }[] }>('GET', '/api/contracts');
    expect(listed.json.items.map(({ reference, version }) => [reference, version]).sort()).toEqual([['FAR', 1], ['NEXT', 1], ['OPTION', 1], ['SOON', 1], ['WAITS', 1], ['YEAR', 1]]);
    expect((await system.as('officer')('POST', '/api/contracts/import', { csv: register })).status).toBe(403);
  });

  it('shows what needs something first, by owner and by day, and gives the register back as a file that can be imported', async () => {
    const due = await officer()<{ items: { reference: string; latestSafeStart: { date: string } }[] }>('GET', '/api/contracts?dueBefore=2026-01-01&owner=OLIVE@kent.example');
    expect(due.json.items.map(({ reference }) => reference)).toEqual(['SOON']);
    const file = await officer()('GET', '/api/contracts.csv');
    expect(file.headers.get('content-type')).toContain('text/csv');
    const back = await officer()<Imported>('POST', '/api/contracts/import', file.text, { 'content-type': 'text/csv' });
    expect([back.json.unchanged, back.json.faults]).toEqual([6, []]);
  });

  it('tells nobody anything before the morning, and then each person once', async () => {
    expect(await inbox.fresh()).toEqual([]);
    const came = await moveTo('2026-01-06');
    expect(came.length).toBeGreaterThan(0);
    await system.call('POST', '/_local/schedules/check-contracts');
    expect(await inbox.fresh()).toEqual([]);
  });

  it('takes an answer by the link of the mail: put off, it is quiet until that day', async () => {
    const [mail] = (await moveTo('2026-04-20')).filter(({ to, text }) => to.startsWith('rosa') || text.includes('(WAITS)')).slice(-1);
    const link = linkTo(mail, 'WAITS', '/contract-alerts/');
    const { pathname } = new URL(link);
    expect((await system.call('GET', pathname)).status).toBe(200);
    const answered = await system.answer(pathname, { response: 'snooze', until: '1/9/2026', words: 'The grant is decided in August.' });
    expect([answered.status, answered.text.includes('Your answer is recorded')]).toEqual([200, true]);
    expected.story('WAITS').on('2026-04-20', '09:00:00Z').does({ type: 'snooze-alerts', until: '2026-09-01', words: 'The grant is decided in August.' });
    const later = await moveTo('2026-06-30');
    expect(later.some(({ text }) => text.includes('(WAITS)'))).toBe(false);
  }, 240_000);

  it('tells the clerk when an owner’s address bounces, and writes to that address no more', async () => {
    const mail = everything.findLast(({ to }) => to.startsWith('quinn'));
    await system.call('POST', '/_local/ses-events', { type: 'Bounce', bounceType: 'Permanent', to: mail?.to ?? '', messageId: (mail as unknown as { messageId: string }).messageId });
    expected.story('OPTION').on('2026-06-30', '09:30:00Z').does({ type: 'mark-contact-undeliverable', email: 'quinn@kent.example' });
    const came = await moveTo('2026-07-10');
    // The alert that bounced comes to the clerk, beside the bounce itself.
    const [first] = came.filter(({ to }) => to.startsWith('clerk'));
    for (const words of ['Email to quinn@kent.example could not be delivered.', 'Extension option 1, of 12 months']) expect(flat(first?.text ?? '')).toContain(words);
    const after = await moveTo('2026-09-15');
    expect([...came, ...after].some(({ to }) => to.startsWith('quinn'))).toBe(false);
  }, 240_000);

  it('goes to the director after fourteen days of silence', () => {
    const director = everything.filter(({ to }) => to.startsWith('corporate-director'));
    expect(director.length).toBeGreaterThan(0);
    expect(director.every(({ text }) => flat(text).includes('Nobody has acted in the 14 days since'))).toBe(true);
  });

  it('opens, from the mail, a draft filled in from the contract, and saves nothing by it', async () => {
    const link = linkTo(everything.findLast(({ text }) => text.includes('(YEAR)')), 'YEAR', 'intent=re-procure');
    const page = await new Visitor().as('officer', link);
    expect([page.status, typedIn(page.text, 'subject')]).toEqual([200, 'Procurement to follow YEAR, a service']);
    expect(typedIn(page.text, 'contracts.0.start.year')).toBe('2027');
    expect((await system.as('officer')<{ items: unknown[] }>('GET', '/api/proposals')).json.items).toEqual([]);
    const drafted = await officer()<{ subject: string; contracts: { replaces: string[] }[] }>('POST', `/api/contracts/${importedContractId('YEAR')}/draft-proposal`, { intent: 're-procure' });
    expect([drafted.status, drafted.json.contracts[0]?.replaces]).toEqual([201, [importedContractId('YEAR')]]);
  });

  it('goes on to the end of the year and a day, with nothing missed and nothing said twice', async () => {
    await moveTo('2027-01-06');
    for (const story of expected.stories) {
      const { items } = (await officer()<{ items: { what: { alerts?: { id: string; covers: string[] }[] } }[] }>('GET', `/api/contracts/${story.id}/history`)).json;
      const told = items.flatMap(({ what: { alerts = [] } }) => alerts.flatMap(({ id, covers }) => [id, ...covers]));
      expect(told).toEqual(story.contract?.alerted.map(({ id }) => id));
      expect(new Set(told).size).toBe(told.length);
    }
    expect(everything.length).toBeGreaterThan(60);
    expect(new Set(everything.map(arrived)).size).toBe(everything.length);
    expect(everything.some(({ text }) => text.includes('(FAR)'))).toBe(false);
    expect((await system.call<{ items: unknown[] }>('GET', '/_local/dead-letters')).json.items).toEqual([]);
  }, 300_000);

  it('is open to the public as a page, data, a file and Open Contracting data', async () => {
    for (const [path, accept, type] of [['/contracts', 'text/html', 'text/html'], ['/contracts', 'application/json', 'application/json'], ['/contracts.csv', '*/*', 'text/csv'], ['/contracts.ocds.json', '*/*', 'application/json'], ['/contracts/FAR', 'text/html', 'text/html'], ['/contracts/FAR.json', '*/*', 'application/json']] as const) {
      const { status, headers, text } = await system.call('GET', path, undefined, { accept });
      expect([path, status, headers.get('content-type')?.split(';')[0], headers.get('etag') !== null]).toEqual([path, 200, type, true]);
      expect(text).toContain('FAR');
    }
    const page = await system.call('GET', '/contracts/FAR', undefined, { accept: 'text/html' });
    expect(page.text).toMatch(/<svg[^>]*role="img"[\s\S]*Start by[\s\S]*The same timetable in words/);
    expect(page.text).not.toMatch(/<script|style="/);
    expect((await system.call('GET', '/contracts/NONE', undefined, { accept: 'text/html' })).status).toBe(404);
  });
});
