import { describe, expect, it } from 'vitest';
import type { NotedDecision } from '../../functions/contract/contract-noted.schema.ts';
import { cameToNothing, lossTasks } from '../../functions/contract/succession.rules.ts';
import { ContractStory, terms } from './contract-story.ts';

const procure: NotedDecision = { number: '25/00050', outcome: 'procure' };
const next = () =>
  new ContractStory('2025-06-02T09:00:00Z', 'next').does({
    type: 'propose-contract',
    reference: '25/00050-1',
    ocid: 'ocds-000000-25-00050',
    decision: procure,
    particulars: { title: 'SAFER', department: 'Adults', owner: terms().owner, sponsor: terms().sponsor },
    proposed: { outcome: 'procure', extensionOptions: [], replaces: ['a-contract'] },
  });
const closed = () => next().does({ type: 'close-contract', words: 'No bids.' }).contract!;
const earlier = () => new ContractStory('2023-12-01T09:00:00Z').registers();
const follows = (id: string) => ({ type: 'link-successor' as const, successor: { id, start: '2025-12-01', basis: 'stated' as const } });
const takes = (number: string) => ({ type: 'take-decision-in-hand' as const, number });
const told = (...stories: ContractStory[]) =>
  lossTasks(
    closed(),
    stories.map(({ contract }) => contract!),
  ).map(({ contractId, command }) => [contractId, command.type]);

describe('A contract that was to follow another and was closed', () => {
  it('is told to the one before as following it no longer, and that the decision it came of is in hand no more', () => {
    expect(lossTasks(closed(), [earlier().does(follows('next')).does(takes('25/00050')).contract!])).toMatchObject([
      {
        contractId: 'a-contract',
        command: {
          type: 'give-up-decision-in-hand',
          by: { kind: 'system' },
          words: expect.stringContaining('25/00050-1, which was to follow'),
        },
      },
      { contractId: 'a-contract', command: { type: 'unlink-successor', by: { kind: 'system' }, id: 'next' } },
    ]);
  });
  it('leaves another decision in hand, and none', () =>
    expect(told(earlier().does(follows('next')).does(takes('26/00012')), earlier().does(follows('next')))).toEqual([
      ['a-contract', 'unlink-successor'],
      ['a-contract', 'unlink-successor'],
    ]));
  it('takes the decision out of hand whichever of its own it is', () => {
    const both = next()
      .does({ type: 'note-decision', decision: { number: '25/00070', outcome: 'award' } })
      .does({ type: 'close-contract', words: 'No bids.' }).contract!;
    expect(lossTasks(both, [earlier().does(follows('next')).does(takes('25/00070')).contract!])).toHaveLength(2);
  });
  it('tells one that has ended nothing of what is in hand, and leaves alone what something else follows, or nothing', () => {
    const ended = earlier()
      .does(follows('next'))
      .does(takes('25/00050'))
      .on('2025-12-02')
      .does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
    expect(told(ended, earlier().does(follows('another')), earlier())).toEqual([['a-contract', 'unlink-successor']]);
  });
  it('tells one that was itself closed nothing', () => {
    const first = new ContractStory('2025-06-02T09:00:00Z', 'first').does({
      type: 'propose-contract',
      reference: '25/00049-1',
      ocid: 'ocds-000000-25-00049',
      decision: procure,
      particulars: { title: 'SAFER', department: 'Adults', owner: terms().owner, sponsor: terms().sponsor },
      proposed: { outcome: 'procure', extensionOptions: [], replaces: [] },
    });
    expect(told(first.does(follows('next')).does({ type: 'close-contract', words: 'No bids.' }))).toEqual([]);
  });
});

describe('A contract', () => {
  it('came to nothing when it was closed, or was given up before the day on which it was to begin', () => {
    const signed = (on: string) =>
      new ContractStory('2023-12-05T09:00:00Z')
        .registers({ signedOn: '2023-11-01' })
        .does({ type: 'end-contract', on, how: 'terminated', words: 'The supplier failed.' }).contract!;
    expect(
      [closed(), next().contract!, earlier().contract!, signed('2023-11-30'), signed('2023-12-01'), signed('2023-12-02')].map(
        cameToNothing,
      ),
    ).toEqual([true, false, false, true, false, false]);
  });
});

describe('A contract told that it is not followed after all', () => {
  const unlinks = (id: string) => ({ type: 'unlink-successor' as const, id });
  it('is followed by nothing, told once or twice', () => {
    const story = earlier().does(follows('next')).does(unlinks('next')).does(unlinks('next'));
    expect([story.happened.at(-1), story.happened.length, story.registered.successor, story.registered.terms.title]).toEqual([
      'successor-lost',
      3,
      null,
      'SAFER property security',
    ]);
  });
  it('by something else goes on being followed by what follows it', () => {
    const story = earlier().does(follows('next')).does(unlinks('another'));
    expect([story.happened.length, story.registered.successor?.id]).toEqual([2, 'next']);
    expect(earlier().does(unlinks('another')).happened).toEqual(['contract-registered']);
  });
});

describe('A decision that lets a contract end', () => {
  const lapse = { type: 'plan-exit' as const, how: 'lapse' as const, decision: '25/00001', words: 'As the decision says.' };
  const extend = { type: 'note-decision' as const, decision: { number: '25/00040', outcome: 'extend' as const } };
  it('is taken back by one that extends it, also while its own dates are still to be registered', () => {
    expect(earlier().does(lapse).does(extend).registered.exit).toBeNull();
    const proposed = next().does(lapse).does(extend);
    expect(proposed.contract?.exit).toBeNull();
    expect(proposed.registers().on('2025-08-01').tries({ type: 'exercise-option', on: '2025-08-01' })).toBeNull();
  });
  it('is on it still once it has ended, whatever is heard of it since', () => {
    const ended = earlier().does(lapse).on('2025-12-01').does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
    expect(ended.does(extend).contract?.exit).toMatchObject({ decision: '25/00001' });
  });
});

describe('A notice', () => {
  const publishes = (notice: string, reference?: string) => ({
    type: 'record-notice' as const,
    notice,
    publishedOn: '2025-12-01',
    ...(reference ? { reference } : {}),
  });
  it('told twice is recorded once; another notice of that day, or another of its kind, is recorded too', () => {
    const story = earlier()
      .on('2025-12-01')
      .does(publishes('UK7'))
      .does(publishes('UK7'))
      .does(publishes('UK11'))
      .does(publishes('UK7', '2025/S 000-000001'));
    expect(story.registered.notices.map(({ notice, reference }) => [notice, reference])).toEqual([
      ['UK7', undefined],
      ['UK11', undefined],
      ['UK7', '2025/S 000-000001'],
    ]);
  });
});
