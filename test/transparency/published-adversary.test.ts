import { describe, expect, it } from 'vitest';
import { endOf } from '../../functions/contract/contract-dates.rules.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { contractView } from '../../functions/contract/api/contract.view.ts';
import { contractPage } from '../../functions/transparency/contract.page.tsx';
import { contractEntries } from '../../functions/transparency/contracts-feed.ts';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { decisionRelease } from '../../functions/transparency/ocds-decision.ts';
import { isPublic, publicContractOf, publicLineOf } from '../../functions/transparency/public-contract.ts';
import { transparencyHeader, transparencyRow } from '../../functions/transparency/transparency-csv.ts';
import { kent } from '../../seeds/kent/council.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { given } from '../alert/daily-checks.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { ContractStory, settings, terms } from '../contract/contract-story.ts';

const underTheAct = {
  procurementStartedOn: '2025-06-02',
  signedOn: '2025-12-01',
  start: '2025-12-01',
  end: '2027-11-30',
  extensionOptions: [{ months: 12, amountPence: 12_345_678 }],
};
const registered = (over: Partial<Terms> = {}) => new ContractStory('2025-12-01T07:00:00Z').registers({ ...underTheAct, ...over });
const inRegister = ({ contract }: ContractStory) => {
  if (!contract || !isPublic(contract)) throw new Error('The contract is not public');
  return contract;
};
const released = (story: ContractStory) => {
  const release = contractRelease(inRegister(story), { council: kent });
  if (!release) throw new Error('The contract is not released');
  return release;
};
const withheld = (...parts: ('value' | 'supplier')[]) => ({ withheld: { parts, paragraph: 3, publicInterest: 'A second lot is open.' } });

describe('A value that is withheld', () => {
  it('is told by no change of the contract either', () => {
    const of = { ...underTheAct, ...withheld('value') };
    const story = registered(of)
      .on('2026-03-02')
      .does({ type: 'amend-contract', terms: terms({ ...of, netPence: 98_765_400 }), words: 'More homes.', decision: '26/00011' });
    const said = JSON.stringify([
      released(story),
      publicContractOf(inRegister(story), given('2026-03-02')),
      publicLineOf(inRegister(story)),
    ]);
    expect(released(story).contracts?.[0]?.amendments).toHaveLength(1);
    for (const figure of ['1,111,110', '1111110', '111111078', '987,654', '987654', '12.0%', '20.4%', 'moved by'])
      expect(said).not.toContain(figure);
  });
  it('that is not withheld is told with each change', () => {
    const story = registered()
      .on('2026-03-02')
      .does({ type: 'amend-contract', terms: terms({ ...underTheAct, netPence: 98_765_400 }), words: 'More homes.', decision: '26/00011' });
    expect(released(story).contracts?.[0]?.amendments?.[0]?.description).toContain('£1,111,110.78');
  });
});

describe('A supplier that is withheld', () => {
  it('is not told by its registration as a charity', () => {
    const row = transparencyRow(inRegister(registered({ ...withheld('supplier'), vcse: { number: '1122334' } })));
    expect(row[transparencyHeader.indexOf('VCSE registration number')]).toBe('Withheld');
    expect(row.join(' ')).not.toContain('1122334');
  });
});

describe('A contract that was ended early', () => {
  const ended = () => registered().on('2026-06-30').does({ type: 'end-contract', on: '2026-06-30', how: 'terminated', words: 'Breach.' });
  it('ended on that day wherever it is published', () => {
    const contract = inRegister(ended());
    expect([endOf(contract), publicLineOf(contract).end, publicContractOf(contract, given('2026-07-01')).maximumEnd]).toEqual([
      '2026-06-30',
      '2026-06-30',
      '2026-06-30',
    ]);
    expect(transparencyRow(contract)[transparencyHeader.indexOf('End date')]).toBe('2026-06-30');
    expect(released(ended()).contracts?.[0]?.period).toMatchObject({
      endDate: '2026-06-30T23:59:59+01:00',
      maxExtentDate: '2026-06-30T23:59:59+01:00',
    });
  });
  it('leaves a gap before what was to follow its last day, and nothing of it can run past the council’s own', () => {
    const story = ended().does({ type: 'link-successor', successor: { id: 'next', start: '2027-12-01', basis: 'stated' } });
    const { warnings } = contractView(story.contract!, {
      ...given('2026-07-01'),
      settings: { ...settings, reorganisation: { on: '2027-04-01', words: 'Kent passes to others.' } },
    });
    expect(warnings).toEqual([{ code: 'gap', words: 'Nothing is under contract for 518 days, from 1 July 2026 to 30 November 2027.' }]);
  });
});

describe('What is published of a contract', () => {
  it('is not changed, nor dated anew, by what its officers are told and answer', () => {
    const story = registered();
    const before = released(story);
    story.on('2026-08-03').checks();
    story
      .does({ type: 'acknowledge-alert', alert: story.contract?.alerted[0]?.id ?? '', words: 'Seen.' })
      .does({ type: 'snooze-alerts', until: '2026-08-10', words: 'A week.' })
      .does({ type: 'take-decision-in-hand', number: '26/00012' })
      .does({ type: 'give-up-decision-in-hand', words: 'Withdrawn.' });
    story.does({ type: 'mark-contact-undeliverable', email: 'owner@kent.example' });
    expect(released(story)).toEqual(before);
    expect(publicContractOf(inRegister(story), given('2026-08-03')).updatedAt).toBe('2025-12-01T07:00:00Z');
  });
  it('is another release under another id once it is', () => {
    const story = registered();
    const before = released(story);
    const after = released(story.on('2026-01-05').does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-20' }));
    expect([after.id === before.id, after.date]).toEqual([false, '2026-01-05T09:00:00Z']);
  });
});

describe('The feed', () => {
  const entry = (story: ContractStory, today: string) => contractEntries([released(story)], today)[0];
  it('says that a contract is yet to begin, runs or has run out, on the day on which it is read', () => {
    const story = registered({ start: '2026-02-01' });
    expect(['2026-01-31', '2026-02-01', '2027-11-30', '2027-12-01'].map((today) => entry(story, today)?.summary.split('.')[0])).toEqual([
      'To begin',
      'Runs',
      'Runs',
      'Past its end',
    ]);
  });
  it('has as pending what was published before it began and was signed', () =>
    expect([
      released(registered({ start: '2026-02-01', signedOn: undefined })).contracts?.[0]?.status,
      released(registered()).contracts?.[0]?.status,
    ]).toEqual(['pending', 'active']));
});

describe('Two decisions on one procurement, published under one Open Contracting id', () => {
  const awarding = (number: string, supplier: string) => {
    const award = {
      title: 'Young Carers',
      supplier,
      start: '2020-10-01',
      end: '2021-09-30',
      extensionOptions: [],
      replaces: [],
      outcome: 'award' as const,
      valuePence: 1,
    };
    const content = { ...kent2000017.proposal, contracts: [award] };
    const { decision } = new Story('2026-11-21T09:00:00Z').does({
      type: 'import-decision',
      content,
      submittedBy,
      number,
      noticePublishedOn: '2020-04-30',
      decidedOn: '2020-05-29',
      keyStatus: 'key',
      interest: 'None',
    });
    return decisionRelease(decision!, { council: kent, settings }, 'ocds-000000-20-00001')!;
  };
  const [first, second] = [awarding('20/00017', 'One Ltd'), awarding('20/00018', 'Another Ltd')];

  it('are two releases, each with an id of its own', () =>
    expect([first.ocid === second.ocid, first.id === second.id]).toEqual([true, false]));
  it('name their suppliers by ids of their own', () => {
    const supplier = ({ parties }: typeof first) => parties.find(({ roles }) => roles.includes('supplier'))?.id;
    expect(supplier(first)).not.toBe(supplier(second));
    expect(first.awards?.[0]?.suppliers?.[0]?.id).toBe(supplier(first));
  });
});

describe('The page of a contract of which the day to begin what follows is over', () => {
  const page = (start?: string) => {
    const told = new ContractStory('2023-12-01T09:00:00Z').registers({ extensionOptions: [] });
    if (start) told.does({ type: 'link-successor', successor: { id: 'next', start, basis: 'stated' } });
    return contractPage(publicContractOf(told.registered, given('2025-09-01')), kent, '2025-09-01');
  };
  it('says so, unless something follows it without a gap', () =>
    expect([undefined, '2026-01-01', '2025-12-01'].map((start) => page(start).includes('That day has passed.'))).toEqual([
      true,
      true,
      false,
    ]));
});
