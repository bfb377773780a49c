import { describe, expect, it } from 'vitest';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { decisionRelease } from '../../functions/transparency/ocds-decision.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent } from '../../seeds/kent/council.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';

describe('A release that was published before', () => {
  const { decision } = new Story('2026-11-21T09:00:00Z').does({
    type: 'import-decision',
    content: kent2000017.proposal,
    submittedBy,
    number: '20/00017',
    noticePublishedOn: '2020-04-30',
    decidedOn: '2020-05-29',
    keyStatus: 'key',
    interest: 'None',
  });
  const id = (ocid?: string) => decisionRelease(decision!, { council: kent, settings }, ocid)?.id;
  it('of a decision under its own Open Contracting id keeps its id when it is announced again', () =>
    expect(id()).toBe('ocds-000000-20-00017-decision-1'));
  it('is told from that of the decision whose Open Contracting id it shares', () =>
    expect(id('ocds-000000-19-00001')).toBe('ocds-000000-19-00001-decision-20-00017-1'));
});

describe('A contract that is published before it begins', () => {
  const status = (signedOn?: string) =>
    contractRelease(
      new ContractStory('2025-12-01T07:00:00Z').registers({ signedOn, start: '2026-02-01', end: '2028-01-31', extensionOptions: [] })
        .registered,
      { council: kent },
    )?.contracts?.[0]?.status;
  it('is in force once it is signed, since nothing more need be published when it begins', () =>
    expect(status('2025-11-28')).toBe('active'));
  it('is pending while nobody has said that it is signed, or it is to be signed later', () =>
    expect([status(), status('2025-12-08')]).toEqual(['pending', 'pending']));
});
