import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftIntent } from '../../functions/procurement/draft-intent.schema.ts';
import { draftFromContract } from '../../functions/procurement/draft-proposal.rules.ts';
import { draftSchema, proposalSchema } from '../../functions/proposal/proposal.schema.ts';
import { keyDecisionOn } from '../../functions/proposal/proposal.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { anyTerms, ContractStory } from '../contract/contract-story.ts';

const intents: DraftIntent[] = ['re-procure', 'extend', 'vary', 'let-lapse'];
const draft = (intent: DraftIntent, over = {}) => draftFromContract(new ContractStory().registers(over).registered, intent);

describe('a draft proposal from a contract', () => {
  it.each(intents)('to %s is taken as a draft by the system as it is', (intent) => {
    expect(draftSchema.parse(draft(intent))).toMatchObject({ department: 'Adult Social Care and Health' });
    expect(
      new Story('2025-03-03T09:00:00Z').tries({ type: 'draft-proposal', content: draftSchema.parse(draft(intent)), submittedBy }),
    ).toBeNull();
  });

  it.each(intents)('to %s what was entered without an end is taken as one too, the day on which it is to end left to be said', (intent) => {
    expect(draftSchema.parse(draft(intent, { start: '2026-01-01', end: '2199-12-31' })).contracts).toHaveLength(
      intent === 'let-lapse' ? 1 : 0,
    );
  });

  it.each(intents)('to %s what the register withholds keeps it from the public, for the reason given there', (intent) => {
    const withheld = { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'Prices would be known to its rivals.' };
    const { publicAccess } = draftSchema.parse(draft(intent, { withheld }));
    expect(publicAccess).toEqual({
      kind: 'part-exempt',
      paragraphs: [3],
      publicInterest: 'Prices would be known to its rivals.',
      sections: ['background', 'financialImplications', 'contracts'],
    });
    expect(draft(intent, { withheld: { ...withheld, parts: ['supplier'] } }).publicAccess?.sections).toEqual(['background', 'contracts']);
    expect(draft(intent).publicAccess).toBeUndefined();
  });
  it('to procure again carries the value, options, divisions, decision maker and department over, and begins the day after the end', () =>
    expect(draft('re-procure')).toMatchObject({
      subject: 'Procurement to follow SAFER property security',
      decisionMaker: 'cabinet-member-adult-social-care',
      leadDirector: 'corporate-director-adult-social-care',
      divisionsAffected: 'all',
      contact: { name: 'An Owner', email: 'owner@kent.example' },
      contracts: [
        {
          start: '2025-12-01',
          end: '2027-11-30',
          outcome: 'procure',
          replaces: ['a-contract'],
          valuePence: 80_000_000,
          extensionOptions: [{ months: 12 }, { months: 12 }],
        },
      ],
      financialImplications: {
        expenditure: [
          { kind: 'initial-term', amountPence: 80_000_000 },
          { kind: 'extension-option', amountPence: 40_000_000 },
          { kind: 'extension-option', amountPence: 40_000_000 },
        ],
      },
    }));

  it('to procure again is key for the options that it carries over (as Kent 23/00022)', () =>
    expect(keyDecisionOn(kent, { ...draft('re-procure'), divisionsAffected: [] }, '2025-03-03')).toMatchObject({
      isKey: true,
      totals: { expenditurePence: 160_000_000 },
    }));
  it('to extend names the option and its end, and tests the new total', () => {
    expect(draft('extend')).toMatchObject({
      proposedDecision: ['Approve the extension of SAFER property security, until 30 November 2026.'],
      contracts: [{ outcome: 'extend', start: '2025-12-01', end: '2026-11-30', replaces: ['a-contract'] }],
    });
    expect(keyDecisionOn(kent, { ...draft('extend'), divisionsAffected: [] }, '2025-03-03')).toMatchObject({
      isKey: true,
      totals: { expenditurePence: 120_000_000 },
    });
  });
  it('to extend what has no option left proposes a year, with its value to be put in', () =>
    expect(draft('extend', { extensionOptions: [] })).toMatchObject({
      contracts: [{ end: '2026-11-30' }],
      financialImplications: { expenditure: [{}, { amountPence: 0 }] },
    }));
  it('to vary what is over its approved value asks for the new total (Kent 21/00117)', () => {
    const over = new ContractStory('2023-12-01T09:00:00Z')
      .registers({ netPence: 243_809_500, extensionOptions: [] })
      .on('2024-06-03')
      .does({ type: 'record-value', toDatePence: 285_500_000, on: '2024-06-03' });
    expect(keyDecisionOn(kent, { ...draftFromContract(over.registered, 'vary'), divisionsAffected: [] }, '2024-06-03')).toMatchObject({
      isKey: true,
      totals: { expenditurePence: 285_500_000 },
    });
  });
  it('to let it lapse says when it ends', () =>
    expect(draft('let-lapse')).toMatchObject({
      proposedDecision: ['Let the contract for SAFER property security end on 30 November 2025, and procure nothing in its place.'],
      contracts: [{ outcome: 'lapse', end: '2025-11-30' }],
    }));
  it('keeps a term of whole months, over 29 February too', () =>
    expect(draft('re-procure', { start: '2024-03-01', end: '2027-02-28' })).toMatchObject({
      contracts: [{ start: '2027-03-01', end: '2030-02-28' }],
    }));
  it('keeps a term of odd days in days', () =>
    expect(draft('re-procure', { start: '2024-03-01', end: '2024-03-10' })).toMatchObject({
      contracts: [{ start: '2024-03-11', end: '2024-03-20' }],
    }));

  it('whatever the contract, is a valid draft and never complete enough to submit', () =>
    fc.assert(
      fc.property(
        anyTerms('2012-01-01', 9000),
        fc.constantFrom(...intents),
        fc.string({ minLength: 300, maxLength: 300, unit: fc.constantFrom('a', 'é', ' ', ':') }),
        (terms, intent, long) => {
          const registered = new ContractStory().does({
            type: 'register-contract',
            reference: 'A',
            ocid: 'ocds-000000-a',
            terms: { ...terms, title: `a${long.slice(2)}z` },
          }).registered;
          const found = draftFromContract(registered, intent);
          expect(draftSchema.safeParse(found).error).toBeUndefined();
          expect(proposalSchema.safeParse(found).success).toBe(false);
        },
      ),
      { numRuns: 300 },
    ));
});
