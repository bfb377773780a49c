import type { KeyRule } from '../council/council.schema.ts';
import type { Draft } from '../proposal/proposal.schema.ts';
import { type Highest, highestExpenditure, highestSavings } from './highest-total.ts';
import { type Areas, divisionsAffected, type Finding, keyFindings, numbersMakeKey } from './key-findings.ts';
import { keyWarnings, type KeyWarning } from './key-warnings.ts';
import type { Pence } from './money.ts';

export type KeyGround = Finding['ground'] | 'declared';

/** Whether a decision is key (reg 8 of SI 2012/2089), by which grounds, from which figures and under which rule of the council's. */
export type KeyDecision = {
  isKey: boolean;
  grounds: KeyGround[];
  statement: string;
  totals: { expenditurePence: Highest; savingsPence: Pence; divisions: number };
  thresholds: KeyRule;
  warnings: KeyWarning[];
};

const joined = (findings: Finding[]): string => findings.map(({ words }) => words).join('; ');

const whyNot = (findings: Finding[]): string => {
  const met = findings.filter((finding) => finding.met);
  const unmet = findings.filter((finding) => !finding.met);
  return met.length === 0 ? joined(unmet) : `the council’s rule asks for both, and ${joined(met)}, but ${joined(unmet)}`;
};

const statementOf = (findings: Finding[], byNumbers: boolean, declared: boolean): string => {
  if (byNumbers)
    return `Key decision: ${joined(findings.filter((finding) => finding.met))}${declared ? '; it was also declared key' : ''}.`;
  return declared
    ? `Key decision: it was declared key, although not by the figures: ${whyNot(findings)}.`
    : `Not a key decision: ${whyNot(findings)}.`;
};

/**
 * Whether the draft is a key decision under the council's rule, on what the draft holds so far. Money is compared at
 * its highest total, gross of funding. A declaration can make a decision key and can never make it not key.
 */
export const assessKey = (draft: Draft, rule: KeyRule, council: Areas): KeyDecision => {
  const findings = keyFindings(draft, rule, council);
  const byNumbers = numbersMakeKey(findings, rule);
  const declared = draft.declaredKey === true;
  const grounds = new Set(byNumbers ? findings.filter((finding) => finding.met).map(({ ground }) => ground) : []);
  return {
    isKey: byNumbers || declared,
    grounds: [...grounds, ...(declared ? (['declared'] as const) : [])],
    statement: statementOf(findings, byNumbers, declared),
    totals: {
      expenditurePence: highestExpenditure(draft),
      savingsPence: highestSavings(draft),
      divisions: divisionsAffected(draft, council),
    },
    thresholds: rule,
    warnings: keyWarnings({ draft, rule, council, findings }),
  };
};
