import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CouncilId } from '../../../bin/local/arguments.ts';
import type { CouncilResponse } from '../../../functions/council/council-response.schema.ts';
import type { Proposal } from '../../../functions/proposal/proposal.schema.ts';
import { System } from '../system.ts';
import { safer } from '../walk.ts';

type Checked = { keyDecision: { isKey: boolean; grounds: string[]; statement: string } };
type Spent = { pounds: number; kind?: 'one-off' | 'annual'; of?: 'revenue' | 'capital'; years?: number; wards?: string[] };

const proposalOf = (council: CouncilId, { pounds, kind = 'one-off', of = 'revenue', years, wards = [] }: Spent): Proposal =>
  safer({
    decisionMaker: council === 'plymouth' ? 'cabinet' : 'leader',
    department: council === 'plymouth' ? 'Place' : 'Services',
    leadDirector: council === 'plymouth' ? 's151-officer' : 'director-services',
    financialImplications: {
      summary: 'Met from the budget.',
      expenditure: [{ description: 'The works', kind, class: of, amountPence: pounds * 100, ...(years ? { years } : {}) }],
      savings: [],
      funding: [],
    },
    divisionsAffected: wards,
  });

// Each figure by hand from the council's own page, at its edge and one pound beside it.
const judged: { council: CouncilId; source: string; cases: [string, Spent, boolean][]; warned: RegExp | null; callInDays: number }[] = [
  {
    council: 'doncaster',
    source: '£250,000 or more of revenue in a full year, or £1,000,000 or more of capital',
    warned: null,
    callInDays: 5,
    cases: [
      ['£250,000 of revenue exactly', { pounds: 250_000 }, true],
      ['£249,999 of revenue', { pounds: 249_999 }, false],
      ['£249,999 a year for ten years', { pounds: 249_999, kind: 'annual', years: 10 }, false],
      ['£999,999 of capital', { pounds: 999_999, of: 'capital' }, false],
      ['£1,000,000 of capital exactly', { pounds: 1_000_000, of: 'capital' }, true],
      ['two wards and no money', { pounds: 0, wards: ['Armthorpe', 'Bentley'] }, true],
    ],
  },
  {
    council: 'dover',
    source: '£200,000 or more and two wards or more, both together',
    warned: /asks for money and wards both/,
    callInDays: 5,
    cases: [
      ['£5m in one ward', { pounds: 5_000_000, wards: ['Walmer'] }, false],
      ['two wards for £199,999', { pounds: 199_999, wards: ['Walmer', 'Sandwich'] }, false],
      ['two wards for £200,000', { pounds: 200_000, wards: ['Walmer', 'Sandwich'] }, true],
    ],
  },
  {
    council: 'lancaster',
    source: '£50,000, and £250,000 from 2020 on',
    warned: null,
    callInDays: 5,
    cases: [
      ['£250,000 exactly in 2023', { pounds: 250_000 }, false],
      ['£250,001 in 2023', { pounds: 250_001 }, true],
    ],
  },
  {
    council: 'greenwich',
    source: 'four working days for call-in',
    warned: null,
    callInDays: 4,
    cases: [
      ['£500,001', { pounds: 500_001 }, true],
      ['£500,000', { pounds: 500_000 }, false],
    ],
  },
  {
    council: 'plymouth',
    source: '£1m of revenue, £3m of capital',
    warned: null,
    callInDays: 5,
    cases: [
      ['£2m of capital', { pounds: 2_000_000, of: 'capital' }, false],
      ['£1,000,001 of revenue', { pounds: 1_000_001 }, true],
    ],
  },
];

describe.each(judged)('$council, with $source', ({ council, cases, warned, callInDays }) => {
  let system: System;
  beforeAll(async () => {
    system = await System.start('--empty', '--council', council, '--now', '2023-03-07T09:00:00Z');
  }, 120_000);
  afterAll(() => system?.stop());

  it('judges each proposal by its own figures, and says so', async () => {
    const officer = system.as('officer');
    for (const [words, spent, isKey] of cases) {
      const { status, json, text } = await officer<Checked>('POST', '/api/proposals/check', {
        proposal: proposalOf(council, spent),
        noticePublishedOn: '2023-03-07',
      });
      expect([words, status, json?.keyDecision?.isKey], text.slice(0, 500)).toEqual([words, 200, isKey]);
    }
  });

  it('shows its rules in force, and warns of one that makes fewer decisions key than reg 8', async () => {
    const { json } = await system.as('officer')<CouncilResponse>('GET', '/api/council');
    expect(json.callIn.clearWorkingDays).toBe(callInDays);
    const words = json.warnings.map((warning) => warning.words).join(' ');
    if (warned) expect(words).toMatch(warned);
    else expect(words).toBe('');
  });
});
