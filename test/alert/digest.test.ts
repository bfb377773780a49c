import { describe, expect, it } from 'vitest';
import { digestLetter } from '../../functions/alert/digest.letter.ts';
import { digestsFor } from '../../functions/alert/digest.rules.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { dueOn } from './daily-checks.ts';

const plain = { start: '2023-01-01', end: '2026-12-31', extensionOptions: [] };

describe('a digest', () => {
  const due = (id: string, over = {}) => {
    const told = new ContractStory('2026-10-05T07:00:00Z', id).registers({ ...plain, reference: id, ...over });
    return { contract: told.contract!, alerts: dueOn(told.contract!, '2026-10-05') };
  };
  it('is one a person, whatever the contracts, with what ends first on top', () => {
    const found = digestsFor(
      [
        due('late', { end: '2027-03-31' }),
        due('later'),
        due('mine', { sponsor: { name: 'An Owner', email: 'Owner@kent.example' }, end: '2026-11-30' }),
      ],
      kent,
      '2026-10-05',
    );
    expect(found.map(({ to, items }) => [to.email, items.map(({ reference }) => reference)])).toEqual([
      ['owner@kent.example', ['mine', 'later', 'late']],
      ['sponsor@kent.example', ['later', 'late']],
    ]);
  });
  it('puts what presses most first, and offers the drafts that fit', () => {
    const item = digestsFor([due('a', { extensionOptions: [{ months: 12, amountPence: 1 }] })], kent, '2026-10-05')[0]?.items[0];
    expect(item?.alerts.map(({ family }) => family)).toEqual(['end', 'option', 'start']);
    expect(item?.drafts).toEqual(['re-procure', 'extend', 'vary', 'let-lapse']);
  });
  it('goes to the clerk in place of an address that bounced', () => {
    const one = due('a');
    expect(
      digestsFor([{ ...one, contract: { ...one.contract, bounced: ['owner@kent.example'] } }], kent, '2026-10-05').map(
        ({ to }) => to.email,
      ),
    ).toEqual(['clerk@kent.example', 'sponsor@kent.example']);
  });
  it('of an escalation goes to the lead director as well', () => {
    const told = new ContractStory('2026-10-05T07:00:00Z').registers(plain);
    told.checks();
    const later = addDays('2026-10-05', 14);
    expect(digestsFor([{ contract: told.contract!, alerts: dueOn(told.contract!, later) }], kent, later).map(({ to }) => to.email)).toEqual(
      ['owner@kent.example', 'sponsor@kent.example', 'corporate-director-adult-social-care@kent.example'],
    );
  });
});

describe('a digest as a letter', () => {
  const addresses = { answer: () => 'https://k/a', draft: () => 'https://k/d' };
  /** The letters of a day about these contracts, to each in turn: the owner, the sponsor, the director. */
  const letters = (day: string, ...told: ContractStory[]) =>
    digestsFor(
      told.map(({ contract }) => ({ contract: contract!, alerts: dueOn(contract!, day) })),
      kent,
      day,
    ).map((digest) =>
      digestLetter({ ...digest, items: digest.items.map((item) => ({ ...item, versions: [] })), name: 'one', day }, kent, addresses),
    );
  const toOwner = (day: string, ...told: ContractStory[]) => {
    const [found] = letters(day, ...told);
    if (!found) throw new Error('Nobody is told');
    return found;
  };
  const letterOf = (
    ...contracts: { reference: string; extensionOptions?: { months: number; amountPence: number; noticeMonths: number }[] }[]
  ) =>
    toOwner(
      '2026-10-05',
      ...contracts.map((terms) => new ContractStory('2026-10-05T07:00:00Z', terms.reference).registers({ ...plain, ...terms })),
    );
  it('speaks of one contract as one, and of several as several', () => {
    expect(letterOf({ reference: 'a' })).toMatchObject({
      heading: '1 contract needs your attention',
      paragraphs: [expect.stringContaining('this contract'), expect.stringContaining('by its link')],
    });
    expect(letterOf({ reference: 'a' }, { reference: 'b' })).toMatchObject({
      heading: '2 contracts need your attention',
      paragraphs: [expect.stringContaining('these contracts'), expect.stringContaining('each contract')],
    });
  });
  it('names the day of every day that it tells of, as every other letter does', () => {
    const said = letterOf({ reference: 'a' }, { reference: 'b' }).facts.map(({ value }) => value);
    expect(said.join('\n')).toContain('The contract ends on Thursday 31 December 2026. That is in about 3 months.');
    expect(
      said
        .join('\n')
        .match(/(\w+ )\d{1,2} \w+ \d{4}/g)
        ?.filter((date) => !/^\w+day /.test(date)),
    ).toEqual([]);
  });
  it('says once when a contract ends, and of a last day that is found late nothing as if it were still to come', () => {
    const lines = letterOf({ reference: 'a', extensionOptions: [{ months: 12, amountPence: 1, noticeMonths: 4 }] }).facts[0]?.value.split(
      '\n',
    );
    expect(lines?.slice(0, 2)).toEqual([
      'The contract ends on Thursday 31 December 2026. That is in about 3 months.',
      'Last day on which extension option 1 can be taken up: Monday 31 August 2026. That was 35 days ago.',
    ]);
  });
  const nextSaid = (told: ContractStory, on: string) => toOwner(on, told).whatHappensNext;
  it('says that the director is told only where the director will be: not of a review, nor of a contract whose sequel is settled', () => {
    const reviewed = new ContractStory('2023-06-01T07:00:00Z').registers({ ...plain, reviewOn: '2023-06-05' });
    expect(nextSaid(reviewed, '2023-06-05')).not.toContain('director');
    reviewed.on('2023-06-05').checks();
    expect(dueOn(reviewed.contract!, '2023-06-30'), 'nobody acted, and it goes no further').toEqual([]);
    const ending = new ContractStory('2026-10-05T07:00:00Z').registers(plain);
    expect(nextSaid(ending, '2026-10-05')).toContain(
      'If nobody acts within 14 days on a contract for which it is not settled what follows, its director is told, once.',
    );
  });
  it('says of a notice that the law asks for that it goes to the director, even where it is settled what follows', () => {
    const followed = new ContractStory('2025-12-01T07:00:00Z').registers({
      ...plain,
      procurementStartedOn: '2025-06-01',
      start: '2025-12-01',
    });
    followed.does({ type: 'link-successor', successor: { id: 'next', start: '2027-01-01', basis: 'stated' } });
    expect(nextSaid(followed, '2025-12-01')).toContain(
      'If nobody acts within 14 days on a contract of which a notice is due, or for which it is not settled what follows, its director is told, once.',
    );
    followed.checks();
    expect(followed.on('2025-12-15').checks()).toEqual(['escalation']);
  });
  it('says no more that the director is to be told once they were, until somebody acts', () => {
    const silent = new ContractStory('2026-10-05T07:00:00Z').registers(plain);
    silent.checks();
    expect(silent.on('2026-10-19').checks()).toContain('escalation');
    expect(nextSaid(silent, '2026-11-30')).not.toContain('director');
    silent.on('2026-11-02').does({ type: 'acknowledge-alert', alert: silent.contract!.alerted[0]!.id, words: '' });
    expect(nextSaid(silent, '2026-11-30')).toContain('its director is told');
  });
  it('says of a review that is found late that its day is past, and of one on its day that it is today', () => {
    const said = (on: string) => {
      const told = new ContractStory('2023-06-01T07:00:00Z').registers({ ...plain, reviewOn: '2023-06-05' });
      return toOwner(on, told).facts[0]?.value.split('\n')[1];
    };
    expect(said('2023-06-05')).toBe('The contract is to be reviewed on Monday 5 June 2023. That is today.');
    expect(said('2023-06-08')).toBe('The contract is to be reviewed on Monday 5 June 2023. That was 3 days ago.');
  });
  it('of an escalation tells its owner, its sponsor and the director alike what is to be done, and sends nobody to ask themselves', () => {
    const told = new ContractStory('2026-10-05T07:00:00Z').registers(plain);
    told.checks();
    const said = letters(addDays('2026-10-05', 14), told).map(({ facts }) => facts[0]?.value.split('\n').at(-1));
    expect(said).toEqual(Array(3).fill('Do next: See that what is due is done, and answer by the link.'));
  });
  it('asks no answer about a contract that is over, whose link would take none, nor says that its director is to be told', () => {
    const over = new ContractStory('2025-10-05T07:00:00Z', 'over').registers({
      ...plain,
      reference: 'over',
      procurementStartedOn: '2025-06-02',
    });
    over.on('2026-10-02').does({ type: 'end-contract', on: '2026-10-02', how: 'terminated', words: 'The supplier failed.' });
    const alone = toOwner('2026-10-05', over);
    expect(alone.facts.map(({ term }) => term)).toEqual([expect.stringContaining('(over)')]);
    expect([...alone.paragraphs, alone.whatHappensNext].join(' ')).not.toMatch(/answer(ed)? (by|for each|is not)|director|link/);
    const beside = toOwner('2026-10-05', over, new ContractStory('2026-10-05T07:00:00Z', 'a').registers({ ...plain, reference: 'a' }));
    expect(beside.facts.map(({ term }) => term).filter((term) => term.startsWith('Answer'))).toEqual(['Answer for a']);
    expect(beside.paragraphs.at(-1)).toContain('Please answer for each contract that has a link, by that link.');
  });
  it('numbers the contracts, and says of each how near its end is, in its subject as in its words', () => {
    const until = (end: string) => new ContractStory('2023-01-02T07:00:00Z', end).registers({ ...plain, reference: end, end });
    const said = (day: string, ...told: ContractStory[]) => {
      const { subject, facts } = toOwner(day, ...told);
      const numbered = facts.filter(({ term }) => /^\d/.test(term));
      return [subject, ...numbered.map(({ term, value }) => `${term}: ${value.split('\n')[0]}`)];
    };
    expect(said('2026-12-30', until('2026-12-31'), until('2027-01-31'))).toEqual([
      'Contracts: 2 contracts need you – 2026-12-31 ends on 31 December 2026',
      '1. SAFER property security (2026-12-31): The contract ends on Thursday 31 December 2026. That is tomorrow.',
      '2. SAFER property security (2027-01-31): The contract ends on Sunday 31 January 2027. That is in 32 days.',
    ]);
    expect(said('2026-12-31', until('2026-12-31'))[0]).toBe('Contracts: 1 contract needs you – 2026-12-31 ends on 31 December 2026');
    expect(said('2027-01-01', until('2026-12-31'))).toEqual([
      'Contracts: 1 contract needs you – 2026-12-31 ended on 31 December 2026',
      expect.stringContaining('Thursday 31 December 2026. That was yesterday.'),
    ]);
  });
  it('has nobody prolong a contract that is over, where what follows it leaves a gap', () => {
    const told = new ContractStory('2026-06-01T07:00:00Z').registers(plain);
    told.does({ type: 'link-successor', successor: { id: 'next', start: '2027-02-01', basis: 'stated' } });
    const next = () => {
      const gap = dueOn(told.contract!, '2026-06-30').filter(({ family }) => family === 'gap');
      const [found] = digestsFor([{ contract: told.contract!, alerts: gap }], kent, '2026-06-30');
      const items = found!.items.map((item) => ({ ...item, versions: [] }));
      return digestLetter({ ...found!, items, name: 'owner', day: '2026-06-30' }, kent, addresses)
        .facts[0]?.value.split('\n')
        .at(-1);
    };
    expect(next()).toBe('Do next: Close the gap: prolong this contract or bring the next one forward.');
    told.on('2026-06-30').does({ type: 'end-contract', on: '2026-06-30', how: 'terminated', words: 'Breach.' });
    expect(next()).toBe('Do next: Close the gap: bring the next contract forward.');
  });
  it('says of which day it is that it is near or past, where more than one is told', () => {
    const late = letterOf({ reference: 'a' })
      .facts[0]?.value.split('\n')
      .find((line) => line.startsWith('Late:'));
    expect(late).toMatch(/was (\w+day \d+ \w+ \d{4})\. The contract ends on Thursday 31 December 2026\. \1 was about \d+ months ago\.$/);
  });
});
