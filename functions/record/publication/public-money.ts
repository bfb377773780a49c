import type { ExpenditureLine, Proposal } from '../../proposal/proposal.schema.ts';
import { sum, times } from '../../rules/money.ts';
import type { Publication } from './publication.schema.ts';
import { type Sight, shown } from './sight.rules.ts';

type Financial = NonNullable<Publication['financialImplications']>;

const total = (lines: ExpenditureLine[], end: (line: ExpenditureLine) => number): number =>
  sum(...lines.map((line) => times(end(line), line.kind === 'annual' ? (line.years ?? 1) : 1)));

const lineTotal = (lines: ExpenditureLine[]): Financial['lineTotal'] => {
  if (lines.length === 0) return null;
  const low = total(lines, (line) => line.amountPence);
  const high = total(lines, (line) => line.upToPence ?? line.amountPence);
  return { amountPence: low, upToPence: high > low ? high : null };
};

const growthOf = (growth: Proposal['financialImplications']['growth']): Financial['growth'] =>
  growth ? { ...growth, upToPence: growth.upToPence ?? null, reapprovalTrigger: growth.reapprovalTrigger ?? null } : null;

/** The money of a proposal as the public reads it; null where it is kept back. Whole pence. */
export const publicFinancial = (sight: Sight): Publication['financialImplications'] =>
  shown(sight, 'financialImplications', ({ financialImplications: money }) => ({
    summary: money.summary,
    expenditure: money.expenditure.map((line) => ({
      description: line.description,
      kind: line.kind,
      class: line.class ?? null,
      years: line.years ?? null,
      contract: sight.hidden.has('contracts') ? null : (line.contract ?? null),
      amountPence: line.amountPence,
      upToPence: line.upToPence ?? null,
    })),
    lineTotal: lineTotal(money.expenditure),
    growth: growthOf(money.growth),
    savings: money.savings.map(({ description, years, amountPence, upToPence }) => ({
      description,
      years: years ?? null,
      amountPence,
      upToPence: upToPence ?? null,
    })),
    funding: money.funding.map(({ source, amountPence, ringFenced }) => ({ source, amountPence: amountPence ?? null, ringFenced })),
  }));

/** The contracts that would follow; null where they are kept back, and without sums where the sums are. */
export const publicContracts = (sight: Sight): Publication['contracts'] => {
  const priced = (amountPence: number | undefined) => (sight.hidden.has('figures') ? null : (amountPence ?? null));
  return shown(sight, 'contracts', ({ contracts }) =>
    contracts.map(({ title, supplier, start, end, valuePence, extensionOptions, outcome }) => ({
      title,
      supplier: supplier ?? null,
      start: start ?? null,
      end: end ?? null,
      outcome,
      valuePence: priced(valuePence),
      extensionOptions: extensionOptions.map(({ months, amountPence }) => ({ months, amountPence: priced(amountPence) })),
    })),
  );
};
