import { describe, expect, it } from 'vitest';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { decisionRelease } from '../../functions/transparency/ocds-decision.ts';
import { isPublic, publicContractOf, publicLineOf } from '../../functions/transparency/public-contract.ts';
import { kent } from '../../seeds/kent/council.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { given } from '../alert/daily-checks.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';
import { declined, effective, key } from '../decision/stories.ts';
import { Story } from '../decision/story.ts';
import { pastDecision } from '../decision/past-decision.ts';

const story = (over: Partial<Terms> = {}) => new ContractStory().registers(over);
const released = (told: ContractStory) => contractRelease(told.contract!, { council: kent })!;
const release = (over: Partial<Terms> = {}) => released(story(over));
const shown = (over: Partial<Terms> = {}) => publicContractOf(story(over).registered, given('2024-01-02'));
const supplier = (over: Partial<Terms>) => release(over).parties.find(({ roles }) => roles?.includes('supplier'));

describe('Open Contracting readers are told of a supplier', () => {
  it('its number at Companies House in capitals, and nothing as that which is no such number', () => {
    expect(supplier({ supplier: { name: 'A Ltd', number: 'sc123456' } })).toMatchObject({
      id: 'GB-COH-SC123456',
      identifier: { scheme: 'GB-COH', id: 'SC123456', legalName: 'A Ltd' },
    });
    for (const number of [undefined, '123']) {
      const found = supplier({ supplier: { name: 'A Ltd', number } });
      expect(found?.id).toBe('ocds-000000-23-00022-SC23001-supplier');
      expect(found).not.toHaveProperty('identifier');
    }
  });
  it('how large it is and whether a charity or the like, where anybody has said', () => {
    expect(supplier({ sme: true, vcse: false })?.details).toEqual({ scale: 'sme', vcse: false });
    expect(supplier({ sme: false, vcse: true })?.details).toEqual({ scale: 'large', vcse: true });
    expect(supplier({})).not.toHaveProperty('details');
  });
  it('under the id that its award gave it before its number was known', () => {
    const told = new ContractStory().registers().does({ type: 'note-decision', decision: { number: '23/00074', outcome: 'award' } });
    const [award] = released(told).awards ?? [];
    expect(award?.suppliers).toEqual([{ id: 'ocds-000000-23-00022-SC23001-supplier', name: 'A Security Company Ltd' }]);
    expect(release().awards?.[0]?.suppliers).toEqual([{ id: 'GB-COH-01234567', name: 'A Security Company Ltd' }]);
  });
});

describe('Open Contracting readers are told of a contract', () => {
  it('what is bought and how, of a concession not as what', () => {
    expect(release({ subject: 'works' }).tender).toMatchObject({
      mainProcurementCategory: 'works',
      procurementMethod: 'open',
      procurementMethodDetails: 'Open procedure',
    });
    expect(release({ subject: 'concession' }).tender).not.toHaveProperty('mainProcurementCategory');
  });
  it('the day on which it was signed, where that is known, and not one on which it is yet to be', () => {
    expect(release({ start: '2031-12-01', end: '2033-11-30', signedOn: '2031-11-20' }).contracts?.[0]).not.toHaveProperty('dateSigned');
    expect(release({ signedOn: '2023-11-20' }).contracts?.[0]).toMatchObject({ dateSigned: '2023-11-20T00:00:00Z' });
    expect(release().contracts?.[0]).not.toHaveProperty('dateSigned');
  });
  it('its value with VAT only where no option is counted with it, for of an option that is not known', () => {
    const grossPence = 96_000_000;
    expect(release({ grossPence, extensionOptions: [] }).awards?.[0]?.value).toMatchObject({ amount: 800_000, amountGross: 960_000 });
    expect(release({ grossPence }).awards?.[0]?.value).toEqual({ amount: 1_600_000, currency: 'GBP' });
  });
  it('each change by its place, and that it was changed', () => {
    const told = story().on('2025-08-01').does({ type: 'exercise-option', on: '2025-08-01' });
    told.on('2026-08-01').does({ type: 'exercise-option', on: '2026-08-01' });
    expect(released(told)).toMatchObject({
      tag: ['contractAmendment'],
      contracts: [{ amendments: [{ id: 'SC23001-change-1' }, { id: 'SC23001-change-2' }] }],
    });
  });
  it('its description as it stands, where nothing is withheld', () =>
    expect(release().contracts?.[0]?.description).toBe('Security measures in the homes of survivors of domestic abuse.'));
  it('of one day, that it is a day long', () =>
    expect(release({ end: '2023-12-01', extensionOptions: [] }).contracts?.[0]?.period).toMatchObject({ durationInDays: 1 }));
});

describe('The public register tells of a contract', () => {
  it('nothing while it is proposed', () => {
    const { contract } = story();
    expect([isPublic(contract!), isPublic({ ...contract!, status: 'proposed' } as never)]).toEqual([true, false]);
  });
  it('why something is withheld as a sentence, and null where nothing is', () => {
    const withheld = { parts: ['value'] as 'value'[], paragraph: 3 as const, publicInterest: 'A second lot is open.' };
    expect(publicLineOf(story({ withheld }).registered).withheld).toBe(
      'Value withheld: paragraph 3 of Schedule 12A to the Local Government Act 1972 (the financial or business affairs of a person or organisation, the council included). A second lot is open.',
    );
    expect(publicLineOf(story().registered).withheld).toBeNull();
  });
  it('its particulars as its officers gave them, and null for each that nobody has said', () => {
    const said = { sme: true, vcse: false, signedOn: '2023-11-20', reviewOn: '2025-03-01', divisionsAffected: ['Dover Town'] };
    expect(shown({ ...said, supplier: { name: 'A Ltd', number: '01234567' } })).toMatchObject({ ...said, supplierNumber: '01234567' });
    const unsaid = { sme: null, vcse: null, signedOn: null, reviewOn: null, divisionsAffected: null, supplierNumber: null };
    expect(shown({ divisionsAffected: undefined, supplier: { name: 'A Ltd' } })).toMatchObject(unsaid);
  });
  it('each notice with its day, its source and whether it was published', () => {
    const { notices } = publicContractOf(
      new ContractStory('2025-12-01T07:00:00Z')
        .registers({ procurementStartedOn: '2025-06-02', start: '2025-12-01', end: '2027-11-30', extensionOptions: [] })
        .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2025-12-01' }).registered,
      given('2025-12-02'),
    );
    expect(notices?.notices.find(({ notice }) => notice === 'UK7')).toEqual({
      notice: 'UK7',
      name: 'Contract details notice',
      duty: 'required',
      deadline: '2025-12-30',
      words: 'Within 30 days beginning with 1 December 2025, when it was entered into.',
      source: 'Procurement Act 2023, s 53',
      publishedOn: '2025-12-01',
    });
  });
  it('no option to come once it has ended', () => {
    const told = story().on('2025-11-30').does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' });
    const ended = told.contract!;
    expect(ended.status === 'ended' && publicContractOf(ended, given('2025-12-02')).optionsAhead).toEqual([]);
    expect(shown().optionsAhead).toHaveLength(2);
  });
  it('over £5,000 in the file of the Transparency Code, and at £5,000 not', () => {
    const row = (netPence: number) => publicLineOf(story({ netPence, extensionOptions: [] }).registered).row;
    expect([row(500_000), row(500_001)?.length]).toEqual([null, expect.any(Number)]);
  });
  it('as what it is followed: a direct award as that, and one with the council’s own company as no award', () => {
    const words = (over: Partial<Terms>) => shown({ nextRoute: 'direct-award', extensionOptions: [], ...over }).plan?.words;
    expect(words({})).toContain('by a direct award.');
    expect(words({ route: 'in-house' })).toContain('by an agreement with the council’s own company or another public body.');
  });
});

describe('Open Contracting readers are told of a decision', () => {
  const [first] = kent2300022.proposal.contracts as [(typeof kent2300022.proposal.contracts)[number]];
  const imported = (contracts: (typeof first)[]) =>
    new Story('2026-11-21T09:00:00Z').does(pastDecision('23/00022', { contracts })).decision!;
  const contract = { reference: '23/00022-1', ocid: 'ocds-000000-23-00022', updatedAt: '2026-11-22T09:00:00Z' };
  const told = (outcome: 'procure' | 'award', status?: 'proposed' | 'closed' | 'registered' | 'ended', ocid = contract.ocid) =>
    decisionRelease(imported([{ ...first, outcome }]), { council: kent, settings }, undefined, () =>
      status ? { ...contract, ocid, status } : null,
    )!;

  it('that a tender is planned until its contract is in the register, and cancelled once nothing came of it', () => {
    expect([undefined, 'proposed' as const, 'closed' as const].map((status) => told('procure', status).tender?.status)).toEqual([
      'planned',
      'planned',
      'cancelled',
    ]);
    for (const status of ['registered', 'ended'] as const) expect(told('procure', status).tender).toBeUndefined();
  });
  it('of one tender, under one id from the decision to procure it until its contract is in the register', () => {
    const planned = told('procure');
    expect(planned.tender?.id).toBe(planned.ocid);
    const registered = release();
    expect(registered.tender?.id).toBe(registered.ocid);
  });
  it('that a tender for two is planned while one of them may come, without the days of either', () => {
    const two = imported([first, first].map((each) => ({ ...each, outcome: 'procure' as const })));
    const closed = (index: number) => (index === 0 ? { ...contract, status: 'closed' as const } : null);
    const { tender } = decisionRelease(two, { council: kent, settings }, undefined, closed)!;
    expect([tender?.status, tender?.contractPeriod]).toEqual(['planned', undefined]);
    expect(told('procure').tender?.contractPeriod).toBeDefined();
  });
  it('in words, where it sets no upper limit', () => {
    const growth = { per: 'family', amountPence: 100_000, maximumUnits: null, reapprovalTrigger: 'At £3 million' };
    const financialImplications = { ...kent2300022.proposal.financialImplications, growth };
    const { decision } = new Story('2026-11-21T09:00:00Z').does(pastDecision('23/00022', { financialImplications }));
    expect(decisionRelease(decision!, { council: kent, settings })?.planning?.budget).toEqual({
      description: 'The decision sets no upper limit',
    });
  });
  it('of an award that its contract tells of by itself, or under another id, nothing more', () => {
    expect(told('award').awards?.map(({ status }) => status)).toEqual(['active']);
    expect(told('award', 'closed').awards?.map(({ status }) => status)).toEqual(['cancelled']);
    for (const status of ['registered', 'ended'] as const) expect(told('award', status).awards).toBeUndefined();
    expect(told('award', 'proposed', 'ocds-000000-22-00001').awards).toBeUndefined();
  });
  it('what came to nothing since as a later release of another id', () => {
    expect(told('award', 'closed')).toMatchObject({ id: expect.stringMatching(/-closed-1$/), date: contract.updatedAt });
    expect(told('award').id).not.toContain('closed');
  });
  it('its reasons, while they are public', () => {
    const { decision } = effective();
    expect(decisionRelease(decision!, { council: kent, settings })?.planning?.rationale).toBe(key.reasons);
  });
  it('that no tender comes of what was not agreed', () =>
    expect(decisionRelease(declined().decision!, { council: kent, settings })?.tender).toMatchObject({ status: 'cancelled' }));
});
