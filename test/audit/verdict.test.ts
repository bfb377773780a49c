import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../bin/audit/verdict.ts';

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe('An audit of the dependencies', () => {
  it('is clean when nothing is known, or nothing grave', () => {
    expect(verdictOf(report({}))).toEqual({ checked: true, grave: [] });
    expect(verdictOf(report({ one: { severity: 'moderate', range: '<2' } }))).toEqual({ checked: true, grave: [] });
  });

  it('names each package that is gravely at fault', () => {
    expect(
      verdictOf(report({ one: { severity: 'high', range: '<2' }, two: { severity: 'critical' }, three: { severity: 'low' } })),
    ).toEqual({ checked: true, grave: ['one <2 (high)', 'two  (critical)'] });
  });

  it.each([
    [
      'the registry that does not answer',
      JSON.stringify({ message: 'audit endpoint returned an error', statusCode: 404 }),
      'audit endpoint returned an error',
    ],
    ['words that are no report', 'npm error', 'the registry gave no report'],
    ['silence', '', 'the registry gave no report'],
  ])('is not called clean after %s', (_, printed, why) => {
    expect(verdictOf(printed)).toEqual({ checked: false, why });
  });
});
