import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Plan, retentionPlan } from '../../bin/keeping/retention-plan.ts';
import type { Contract } from '../../functions/contract/contract.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Item } from '../../functions/platform/table/stored-item.ts';
import { addDays } from '../../functions/rules/local-date.ts';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { ContractStory, plain } from '../contract/contract-story.ts';
import { aProposal } from '../email/proposal.ts';
import { toldUntil } from '../seeds/remembered.ts';

const today = '2030-06-15';

type Numbers = { which: number; days: number; names: number };
type Drawn = {
  contracts: (Numbers & { hangsOn: number; how: string; held: boolean })[];
  decisions: (Numbers & { status: string })[];
  digests: Numbers[];
};

// Days before today around each line: two, six and twelve years, and anywhere else.
const days = fc.oneof(...[730, 2191, 4383].map((line) => fc.integer({ min: line - 3, max: line + 3 })), fc.integer({ min: 0, max: 6000 }));
const which = fc.integer({ min: 0, max: 9 });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  contracts: fc.uniqueArray(
    fc.record({
      which,
      days,
      names: which,
      hangsOn: which,
      how: fc.constantFrom('runs', 'ended', 'ended', 'ended', 'closed'),
      held: fc.boolean(),
    }),
    { selector: (each) => each.which, maxLength: 8 },
  ),
  decisions: fc.uniqueArray(
    fc.record({
      which,
      days,
      names: which,
      status: fc.constantFrom('draft', 'draft', 'returned', 'effective', 'effective', 'withdrawn', 'unsent'),
    }),
    { selector: (each) => each.which, maxLength: 8 },
  ),
  digests: fc.array(fc.record({ which, days, names: which }), { maxLength: 4 }),
});

const numberOf = (index: number): string => `10/0000${index}`;
const ago = (count: number): string => addDays(today, -count);
const at = (day: string): string => `${day}T12:00:00.000Z`;
let effective: Decision;
beforeAll(async () => {
  effective = await toldUntil(kent1900073, '2026-11-21T09:00:00Z');
});

const contractOf = ({ which: index, days: count, names, hangsOn, how }: Drawn['contracts'][number]): Contract => {
  const [end, reference] = [ago(count), `REF/${index}`];
  const terms: Terms = plain({
    reference,
    start: addDays(end, -365),
    end,
    decision: numberOf(hangsOn),
    ...(names === index ? {} : { replaces: [`contract-${names}`] }),
  });
  const story = new ContractStory(at(addDays(end, -365)), `contract-${index}`);
  const named = { reference, ocid: 'ocds-000000-a' };
  if (how === 'closed') {
    const { owner, sponsor } = terms;
    story.does({
      type: 'propose-contract',
      ...named,
      particulars: { title: 'A', department: 'D', owner, sponsor },
      proposed: { outcome: 'award', extensionOptions: [], replaces: [] },
      decision: { number: numberOf(hangsOn), outcome: 'award' },
    });
    story.on(end).does({ type: 'close-contract', words: 'Nothing came of it.' });
  } else {
    story.does({ type: 'register-contract', ...named, terms });
    if (how === 'ended') story.on(end).does({ type: 'end-contract', on: end, how: 'expired', words: 'Over.' });
  }
  if (!story.contract) throw new Error('There is no contract');
  return story.contract;
};

const decisionOf = ({ which: index, days: count, names, status }: Drawn['decisions'][number]): Decision => {
  const [day, number] = [ago(count), numberOf(index)];
  const contracts = [
    {
      title: 'Next',
      start: '2031-01-01',
      end: '2031-12-31',
      extensionOptions: [],
      replaces: [`contract-${names}`],
      outcome: 'procure' as const,
    },
  ];
  const same = { ...effective, id: `decision-${index}`, number, updatedAt: at(day), content: aProposal({ contracts }) };
  const draft = { ...same, notice: null, returned: null };
  switch (status) {
    case 'draft':
      return { ...draft, status, number: null } as unknown as Decision;
    case 'returned':
      return { ...draft, status: 'draft', returned: { by: 'a', at: at(day), words: '' } } as unknown as Decision;
    case 'unsent':
      return { ...draft, status: 'withdrawn', number: null, withdrawn: { by: 'a', at: at(day), words: '' } } as unknown as Decision;
    case 'withdrawn':
      return { ...draft, status, withdrawn: { by: 'a', at: at(day), words: '' } } as unknown as Decision;
    default:
      return {
        ...same,
        determination: { ...(effective as Decision & { determination: object }).determination, decidedOn: day },
      } as unknown as Decision;
  }
};

const currentOf = (pk: string, state: { version: number }): Item => ({
  pk,
  sk: 'CURRENT',
  state: JSON.stringify(state),
  version: state.version,
});
const alert = { id: 'end@1', code: 'end', family: 'end', date: today, anchor: today, to: ['owner'], words: 'It ends.', covers: [] };

const heldItem = (pk: string, number: number): Item => ({
  ...keys.hold(pk, number),
  number,
  because: 'A claim',
  by: 'A Khan, Solicitor',
  at: at(today),
  ...(number % 2 === 0 ? { lifted: { because: 'Over', by: 'A Khan, Solicitor', at: at(today) } } : {}),
});

const laidOut = ({ contracts, decisions, digests }: Drawn, holds: string[] = []) => {
  const held = { contracts: contracts.map(contractOf), decisions: decisions.map(decisionOf) };
  const items: Item[] = [
    ...held.contracts.flatMap((contract): Item[] => [
      currentOf(keys.contract(contract.id).pk, contract),
      keys.contractEvent(contract.id, 1),
      { ...keys.publicContract(contract.reference), contractId: contract.id },
      keys.release(`contract-${contract.id}`),
    ]),
    ...held.decisions.flatMap((decision): Item[] => [
      currentOf(keys.current(decision.id).pk, decision),
      keys.event(decision.id, 1),
      ...(decision.number === null
        ? []
        : [keys.number(decision.number), keys.publication(decision.number), keys.leaf('2010-01-01', decision.number)]),
    ]),
    ...holds.map((pk, index) => heldItem(pk, index + 1)),
    ...digests.map(
      ({ which: index, days: count }): Item => ({
        ...keys.alerts(ago(count), `contract-${index}`, 1),
        raised: JSON.stringify({ contractId: `contract-${index}`, version: 1, alerts: [alert] }),
      }),
    ),
  ];
  const underHand = new Set(contracts.filter(({ held: known }) => known).map(({ which: index }) => `REF/${index}`));
  return { ...held, items, underHand, plan: (on: string): Plan => retentionPlan(items, on, underHand) };
};

// Read off the figures of a date, and not by the functions that the rules count with.
const yearsOn = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
const goneIn = ({ going }: Plan): Set<string> => new Set(going.flatMap(({ begins }) => (begins ? [begins.current.pk] : [])));
const removedBy = ({ going }: Plan) =>
  going.flatMap(({ first = [], remove, last = [], begins }) => [...first, ...remove, ...last, ...(begins ? [begins.current] : [])]);
const runs = { numRuns: 300 };

describe('Whatever lies in a table', () => {
  it('everything that goes has a rule, a source, words and a day that has come', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { going } = laidOut(given).plan(today);
        expect(
          going.filter(
            ({ rule, source, words, what, from }) => [rule, source, words, what].includes('') || from === undefined || from > today,
          ),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('no contract goes before its time, nor while a record, an open decision, a contract that runs or an alert holds it', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { contracts, decisions, underHand, plan } = laidOut(given);
        const gone = goneIn(plan(today));
        for (const { contract, from } of contracts.map((each) => ({
          contract: each,
          from: given.contracts.find(({ which: index }) => each.id === `contract-${index}`),
        }))) {
          if (!from || !gone.has(keys.contract(contract.id).pk)) continue;
          const end = ago(from.days);
          expect(from.how).not.toBe('runs');
          expect(yearsOn(end, from.how === 'closed' || underHand.has(contract.reference) ? 6 : 12) <= today).toBe(true);
          if (from.how === 'ended') expect(yearsOn(end, underHand.has(contract.reference) ? 6 : 12) < today).toBe(true);
          for (const { id } of decisions.filter(({ number }) => number === numberOf(from.hangsOn)))
            expect(gone).toContain(keys.current(id).pk);
          const open = given.decisions.filter(
            ({ names, status, which: index }) =>
              names === from.which && (status === 'draft' || status === 'returned') && !gone.has(keys.current(`decision-${index}`).pk),
          );
          const live = given.contracts.filter(
            ({ names, how, which: index }) => names === from.which && how === 'runs' && index !== from.which,
          );
          const told = given.digests.filter(({ which: index, days: count }) => index === from.which && yearsOn(ago(count), 2) > today);
          expect({ open, live, told }).toEqual({ open: [], live: [], told: [] });
        }
      }),
      runs,
    );
  });

  it('no record goes within six years, nor before a contract that hangs on it may; no draft within two, nor one that was submitted', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const gone = goneIn(laidOut(given).plan(today));
        for (const { which: index, days: count, status, names } of given.decisions.filter(({ which: each }) =>
          gone.has(keys.current(`decision-${each}`).pk),
        )) {
          const isDraft = status === 'draft' || status === 'unsent';
          expect([status, status !== 'returned']).toEqual([status, true]);
          expect(yearsOn(ago(count), isDraft ? 2 : 6) <= today).toBe(true);
          const hanging = isDraft ? [] : given.contracts.filter(({ hangsOn }) => hangsOn === index);
          for (const each of hanging)
            expect(each.how !== 'runs' && yearsOn(ago(each.days), each.held || each.how === 'closed' ? 6 : 12) <= today).toBe(true);
          if (isDraft) expect(given.contracts.filter(({ which: each, how }) => each === names && how === 'runs')).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('nothing goes but what belongs to a thing that goes, and neither a number nor a leaf ever does', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { plan, contracts, decisions } = laidOut(given);
        const found = plan(today);
        const gone = goneIn(found);
        const owners = new Set([
          ...gone,
          ...contracts
            .filter(({ id }) => gone.has(keys.contract(id).pk))
            .flatMap(({ id, reference }) => [keys.publicContract(reference).pk, keys.release(`contract-${id}`).pk]),
          ...decisions.filter(({ id }) => gone.has(keys.current(id).pk)).map(({ number }) => keys.publication(number ?? '').pk),
          ...given.digests
            .filter(({ days: count }) => yearsOn(ago(count), 2) <= today)
            .map(({ days: count }) => keys.alerts(ago(count), '', 1).pk),
        ]);
        expect(removedBy(found).filter(({ pk }) => !owners.has(pk))).toEqual([]);
      }),
      runs,
    );
  });

  it('a contract past its time either goes or is said to stay, and why; a draft past its time goes unless a contract awaits it', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const { plan, underHand } = laidOut(given);
        const found = plan(today);
        const gone = goneIn(found);
        for (const { which: index, how, days: count } of given.contracts) {
          const isPast =
            how === 'closed'
              ? yearsOn(ago(count), 6) <= today
              : how === 'ended' && yearsOn(ago(count), underHand.has(`REF/${index}`) ? 6 : 12) < today;
          const isTold = found.staying.some(({ what, because }) => what.startsWith(`contract REF/${index},`) && because.length > 0);
          expect([index, gone.has(keys.contract(`contract-${index}`).pk) || isTold]).toEqual([index, isPast]);
        }
        for (const { which: index, status, days: count, names } of given.decisions.filter(
          (each) => each.status === 'draft' || each.status === 'unsent',
        )) {
          const isAwaited = given.contracts.some(({ which: each, how }) => each === names && how === 'runs');
          expect([index, status, gone.has(keys.current(`decision-${index}`).pk)]).toEqual([
            index,
            status,
            yearsOn(ago(count), 2) <= today && !isAwaited,
          ]);
        }
      }),
      runs,
    );
  });

  it('what may go on a day may go on every later one', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 2000 }), (given, later) => {
        const { plan } = laidOut(given);
        const [now, then] = [goneIn(plan(today)), goneIn(plan(addDays(today, later)))];
        expect([...now].filter((pk) => !then.has(pk))).toEqual([]);
      }),
      runs,
    );
  });

  it('nothing that is held goes, nor any part of it, nor what hangs together with it; a hold that was lifted keeps nothing, and no hold lets anything go', () => {
    const pks = fc.array(
      which.chain((index) => fc.constantFrom(keys.contract(`contract-${index}`).pk, keys.current(`decision-${index}`).pk)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(drawn, pks, (given, anywhere) => {
        const there = laidOut(given)
          .items.filter(({ sk }) => sk === 'CURRENT')
          .map(({ pk }) => pk);
        const holds = anywhere.filter((pk) => there.includes(pk));
        const { contracts, decisions, plan } = laidOut(given, holds);
        const [found, without] = [plan(today), laidOut(given).plan(today)];
        const [gone, free] = [goneIn(found), goneIn(without)];
        const inForce = new Set(holds.filter((_, index) => index % 2 === 0));
        const kept = new Set([
          ...inForce,
          ...given.contracts.flatMap(({ which: index, hangsOn }) => {
            const ends = [
              keys.contract(`contract-${index}`).pk,
              ...decisions.filter(({ number }) => number === numberOf(hangsOn)).map(({ id }) => keys.current(id).pk),
            ];
            return ends.some((pk) => inForce.has(pk)) ? ends : [];
          }),
        ]);
        expect(removedBy(found).filter(({ pk }) => kept.has(pk))).toEqual([]);
        expect(found.going.flatMap(({ blank }) => blank).filter(({ pk }) => kept.has(pk))).toEqual([]);
        expect([...gone].filter((pk) => !free.has(pk))).toEqual([]);
        for (const pk of free)
          if (kept.has(pk))
            expect(found.staying.some(({ because }) => because.some((words) => words.includes('is held: A claim')))).toBe(true);
        if (inForce.size === 0) expect(gone).toEqual(free);
        const told = given.digests.filter(
          ({ which: index }) =>
            inForce.has(keys.contract(`contract-${index}`).pk) && contracts.some(({ id }) => id === `contract-${index}`),
        );
        expect(removedBy(found).filter(({ pk }) => told.some(({ days: count }) => keys.alerts(ago(count), '', 1).pk === pk))).toEqual([]);
      }),
      runs,
    );
  });
});
