import { describe, expect, it } from 'vitest';
import { proposalSchema } from '../../functions/proposal/proposal.schema.ts';
import { decisions } from '../../seeds/decisions/index.ts';
import { kent1700102 } from '../../seeds/decisions/kent-17-00102.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import type { SeedDecision } from '../../seeds/decisions/seed-decision.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { contactsIn, stringsIn } from './strings-in.ts';

const councilOf = (seed: SeedDecision) => (seed.council === 'kent' ? kent : plymouth);
const act = <A extends SeedDecision['history'][number]['act']>(seed: SeedDecision, name: A) =>
  seed.history.find((each): each is Extract<SeedDecision['history'][number], { act: A }> => each.act === name);

const londonDate = (at: string) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(at));
const longDate = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date));
const clearDays = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 - 1;

const postsUsed = ({ proposal, history }: SeedDecision) => [
  proposal.decisionMaker,
  proposal.leadDirector,
  ...proposal.consultees.filter((consultee) => typeof consultee === 'string'),
  ...history.flatMap((each) => ('post' in each ? [each.post] : [])),
  ...history.flatMap((each) => (each.act === 'decide' ? (each.meeting?.present ?? []) : [])),
];

const peopleOn = (seed: SeedDecision, date: string) =>
  councilOf(seed)
    .posts.filter((post) => postsUsed(seed).includes(post.id))
    .flatMap((post) => {
      const holder = post.holders.find((each) => each.from <= date && (each.to === undefined || date <= each.to));
      return [holder?.name ?? '', holder?.title ?? post.title];
    });

const printed = (seed: SeedDecision) => {
  const wording = stringsIn([seed.number, seed.proposal, seed.history]);
  const dates = wording
    .filter((text) => /^\d{4}-\d\d-\d\d/.test(text))
    .map((text) => longDate(text.includes('T') ? londonDate(text) : text));
  const decidedOn = londonDate(act(seed, 'decide')?.at ?? act(seed, 'publish-notice')?.at ?? '');
  const interests = act(seed, 'decide')?.interests.map(({ interest }) => (interest === 'none' ? 'None' : 'Declared')) ?? [];
  return [...wording, ...dates, ...interests, ...peopleOn(seed, decidedOn)].join('\n');
};

describe.each(decisions.map((seed) => ({ seed, name: seed.number ?? seed.source })))('$name', ({ seed }) => {
  it('is a proposal whole enough to submit', () => {
    expect(proposalSchema.safeParse(seed.proposal).error?.issues ?? []).toEqual([]);
  });

  it('carries every figure, date, name and statute of the original', () => {
    const text = printed(seed);
    expect(seed.facts.map((fact) => fact.text).filter((fact) => !text.includes(fact))).toEqual([]);
  });

  it('uses posts, departments and areas that its council has', () => {
    const council = councilOf(seed);
    const ids = council.posts.map((post) => post.id);
    expect(postsUsed(seed).filter((id) => !ids.includes(id))).toEqual([]);
    expect(council.departments).toContain(seed.proposal.department);
    if (seed.proposal.cabinetCommittee)
      expect(council.committees.map((committee) => committee.name)).toContain(seed.proposal.cabinetCommittee.name);
    const areas = seed.proposal.divisionsAffected === 'all' ? [] : seed.proposal.divisionsAffected;
    expect(areas.filter((area) => !council.divisions.some((division) => division.name === area))).toEqual([]);
  });

  it('holds nobody’s real address or telephone number', () => {
    const { emails, phones } = contactsIn(seed);
    expect(emails.filter((email) => !email.endsWith('.example'))).toEqual([]);
    expect(phones.filter((phone) => !/^01632 ?96\d{4}$/.test(phone))).toEqual([]);
  });

  it('tells its history in order', () => {
    const times = seed.history.map((each) => Date.parse(each.at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.some(Number.isNaN)).toBe(false);
  });

  it('gives notice of 28 clear days or more before the decision', () => {
    const notice = londonDate(act(seed, 'publish-notice')?.at ?? '');
    const decided = act(seed, 'decide') ? londonDate(act(seed, 'decide')?.at ?? '') : (seed.proposal.targetDecisionDate ?? '');
    expect(clearDays(notice, decided)).toBeGreaterThanOrEqual(28);
  });

  it('is assessed for equality before it is submitted', () => {
    const assessed = seed.proposal.equalityImplications.date;
    if (assessed) expect(assessed <= londonDate(act(seed, 'submit')?.at ?? '')).toBe(true);
  });

  it('is cleared by everyone on its council’s route', () => {
    const cleared = seed.history.flatMap((each) => (each.act === 'approve-clearance' ? [each.post] : []));
    expect(new Set(cleared)).toEqual(new Set(['s151-officer', 'monitoring-officer', seed.proposal.leadDirector]));
  });
});

describe('17/00102', () => {
  it('is still proposed, with its committee to come', () => {
    expect(kent1700102.history.at(-1)?.act).toBe('publish-notice');
    expect(kent1700102.proposal.cabinetCommittee?.date).toBe('2017-11-22');
  });

  it('leaves no day without a contract', () => {
    expect(kent1700102.proposal.contracts.map(({ start, end }) => [start, end])).toEqual([
      ['2018-04-01', '2018-09-30'],
      ['2018-10-01', '2023-09-30'],
    ]);
  });
});

describe('20/00017', () => {
  const { expenditure, savings } = kent2000017.proposal.financialImplications;
  const after = expenditure.reduce((sum, item) => sum + item.amountPence, 0);

  it('spends £2,924,295.28 before and £1,924,295.28 after, and saves £1,000,000.00 exactly', () => {
    const before = kent2000017.proposal.contracts
      .filter((contract) => contract.end === '2020-09-30')
      .reduce((sum, contract) => sum + (contract.valuePence ?? 0), 0);
    expect([before, after, before - after, savings[0]?.amountPence]).toEqual([292_429_528, 192_429_528, 100_000_000, 100_000_000]);
  });

  it('sends its three services three ways', () => {
    const outcomes = kent2000017.proposal.contracts.map((contract) => contract.outcome);
    expect(new Set(outcomes)).toEqual(new Set(['lapse', 'procure', 'award', 'bring-in-house']));
  });
});
