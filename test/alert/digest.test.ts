import { describe, expect, it } from 'vitest';
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
