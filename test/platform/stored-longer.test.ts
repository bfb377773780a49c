import { describe, expect, it } from 'vitest';
import { contractRequest } from '../../functions/contract/contract-terms.schema.ts';
import { parseWhole } from '../../functions/platform/http/issues.ts';
import { publicAccess } from '../../functions/proposal/proposal.schema.ts';
import { readRegister } from '../../functions/spreadsheet/register-import.ts';
import { registerCsv } from '../../functions/spreadsheet/register-export.ts';
import { ContractStory, terms } from '../contract/contract-story.ts';

const parts = (count: number) => Array.from({ length: count }, () => 'value' as const);
const keptBack = (count: number) => ({
  withheld: { parts: parts(count), paragraph: 3, publicInterest: 'A tender is to follow.' },
});
const access = (count: number) => ({
  kind: 'part-exempt',
  paragraphs: [3],
  publicInterest: 'A tender is to follow.',
  sections: Array.from({ length: count }, () => 'reasons'),
});

describe('A list of parts kept from the public, one of them named again and again', () => {
  it('is read as it was stored, while that could be sent', () => {
    expect(terms(keptBack(600)).withheld?.parts).toHaveLength(600);
    expect(publicAccess.parse(access(600)).sections).toHaveLength(600);
  });

  it('is refused where it is sent with more than 500', () => {
    const fault = (path: string) => ({ ok: false, faults: [{ path, message: 'Give 500 or fewer' }] });
    const sent = (count: number) => parseWhole(contractRequest, { ...terms(), ...keptBack(count) });
    expect([sent(500).ok, sent(501)]).toEqual([true, fault('withheld.parts')]);
    expect(parseWhole(publicAccess, access(501))).toEqual(fault('sections'));
  });

  it('is one part, named once, where it comes from a file', () => {
    const contract = new ContractStory().registers(keptBack(600)).contract!;
    expect(readRegister(registerCsv([contract])).good[0]?.terms.withheld?.parts).toEqual(['value']);
  });
});
