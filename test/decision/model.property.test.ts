import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decision } from '../../functions/decision/decision.ts';
import { happeningSchema } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { materialChanges } from '../../functions/proposal/material-change.rules.ts';
import type { Council } from '../../functions/council/council.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import {
  asksInTime,
  blamedNobodyUnasked,
  historyHolds,
  lawful,
  linkWasGood,
  movedLawfully,
  storesWhole,
  type Told,
} from './model.checks.ts';
import { after, londonDay } from './model.law.ts';
import { askedOnce, linksAnswer, noStands, noticedTruly, signedInPost, toldTruly } from './model.promises.ts';
import { handedOver } from '../link/handed-over.ts';
import { anyMove, commandOf, letTimePass, type Links, type Move } from './model.moves.ts';
import { awaiting, byItself, cleared, inTurn, key, noticed, small, submitted, vacant } from './stories.ts';
import { Story, submittedBy } from './story.ts';

const numRuns = Number(process.env.MODEL_RUNS ?? 300);
// CI lives the same lives each time, so that what fails there is a change; elsewhere they are new ones each time.
const seed = process.env.MODEL_SEED ? { seed: Number(process.env.MODEL_SEED) } : {};

// By name, so that a counterexample can be read.
const contents = {
  key,
  small,
  consulted: { ...small, consultees: key.consultees },
  joint: { ...key, jointWith: 'leader' },
  delegated: { ...small, decisionMaker: 'corporate-director-growth', inConsultationWith: ['cabinet-member-finance'] },
  cabinet: { ...key, decisionMaker: 'cabinet' },
  inPrivate: {
    ...small,
    decisionMaker: 'cabinet',
    publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
  },
};
const councils: Record<string, (start: string) => Council> = {
  kent: () => kent,
  'in turn': () => inTurn,
  'notice by itself': () => byItself,
  'no Leader later': (start) => vacant('leader', after(londonDay(start), 30)),
  'no scrutiny chair later': (start) => vacant('scrutiny-chair', after(londonDay(start), 20)),
  'no member to consult later': (start) => vacant('cabinet-member-finance', after(londonDay(start), 12)),
  'another maker later': (start) => handedOver(key.decisionMaker, after(londonDay(start), 33)),
  'maker away for a while': (start) => ({
    ...kent,
    absences: [
      {
        post: key.decisionMaker,
        cover: 'cabinet-member-finance',
        from: after(londonDay(start), 20),
        to: after(londonDay(start), 45),
        scheme: 'The scheme',
      },
    ],
  }),
};

// Of full length: lives end early enough by being declined or withdrawn.
const anyMoves = fc.array(anyMove, { minLength: 5, maxLength: 45, size: 'max' });

const anySetting = fc.record({
  content: fc.constantFrom(...(Object.keys(contents) as (keyof typeof contents)[])),
  council: fc.constantFrom(...Object.keys(councils)),
  submitter: fc.constantFrom('officer@kent.example', 'officer@kent.example', 'S151-Officer@kent.example'),
  start: fc.constantFrom('2023-03-06T09:00:00.000Z', '2023-03-31T23:30:00.000Z', '2023-12-08T17:00:00.000Z', '2024-10-25T22:59:00.000Z'),
});
type Setting = typeof anySetting extends fc.Arbitrary<infer T> ? T : never;

const sentSoFar = ({ decision }: Story): Links => (decision?.steps ?? []).map(({ id, issue, stage }) => ({ stepId: id, issue, stage }));

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const play = (story: Story, move: Move, sent: Links): void => {
  letTimePass(story, move);
  story.number = `23/${10_000 + move.nth}`;
  const [before, { nth }] = [story.events.length, move];
  story.unreached = (story.decision?.steps ?? []).filter((_, at) => (nth + at) % 3 === 0).map(({ id }) => id);
  // What is stored is never touched: from here on, touching it throws.
  const was = frozen(story.decision as Decision);
  const command = commandOf(story, move, sent);
  const refusal = story.tries(command);
  if (refusal) return void expect([refusal.rule, refusal.source, refusal.words].every((text) => text.length > 0)).toBe(true);
  movedLawfully(was, command, story);
  blamedNobodyUnasked(story, before);
  linkWasGood(was, command, story.now);
  askedOnce(was, command, story, before);
  linksAnswer(story);
  noticedTruly(story);
};

const live = ({ content, council, submitter, start }: Setting, moves: Move[]): Story => {
  const place = councils[council]?.(start) ?? kent;
  const story = new Story(start, place).does({
    type: 'draft-proposal',
    content: contents[content],
    submittedBy: { ...submittedBy, email: submitter },
  });
  const sent: Links = [];
  for (const move of moves) {
    if (story.now > '2025-11' || story.status === 'withdrawn' || story.status === 'declined') break;
    play(story, move, sent);
    sent.push(...sentSoFar(story));
  }
  return story;
};

const tell = ({ events }: Story): Told => {
  let state: Decision | null = null;
  return events.map((event) => {
    state = evolve(state, event);
    return { event, state };
  });
};

it('keeps the law, the history and its word through any life that a decision can have', () => {
  fc.assert(
    fc.property(anySetting, anyMoves, fc.nat(), (setting, moves, nth) => {
      const story = live(setting, moves);
      const told = tell(story);
      storesWhole(told, nth);
      lawful(told);
      asksInTime(told);
      toldTruly(told, story.council);
      signedInPost(told, story.council);
      noStands(told, story.council);
      historyHolds(story.events, story.decision as Decision, nth);
    }),
    { numRuns, ...seed },
  );
}, 600_000);

it('comes far enough in these lives to be worth the asking', () => {
  const reached = new Set<string>();
  const types = new Set<string>();
  for (const [setting, moves] of fc.sample(fc.tuple(anySetting, anyMoves), { numRuns: 250, seed: 7 })) {
    for (const { event, state } of tell(live(setting, moves))) {
      reached.add(state.status);
      types.add(event.happening.type);
    }
  }
  expect(reached.size).toBe(11);
  const all = happeningSchema.def.options.flatMap(({ shape }): string[] => shape.type.def.values);
  // No bank holiday is proclaimed while these lives are lived.
  expect(all.filter((type) => !types.has(type))).toEqual(['call-in-extended', 'decision-imported']);
});

const anyRise = fc.record({
  pence: fc.integer({ min: 1, max: 500_000_000 }),
  as: fc.constantFrom('more', 'another', 'range', 'growth', 'uncapped', 'saving'),
});

const dearer = ({ pence, as }: { pence: number; as: string }): typeof key => {
  const money = key.financialImplications;
  const [first, ...rest] = money.expenditure;
  if (!first) throw new Error('There is a first line');
  const growth = { per: 'family', amountPence: pence, maximumUnits: as === 'uncapped' ? null : 2 };
  if (as === 'growth' || as === 'uncapped') return { ...key, financialImplications: { ...money, growth } };
  if (as === 'saving') return { ...key, financialImplications: { ...money, savings: [{ description: 'Saved', amountPence: pence }] } };
  if (as === 'another')
    return { ...key, financialImplications: { ...money, expenditure: [...money.expenditure, { ...first, amountPence: pence }] } };
  const raised = as === 'range' ? { ...first, upToPence: first.amountPence + pence } : { ...first, amountPence: first.amountPence + pence };
  return { ...key, financialImplications: { ...money, expenditure: [raised, ...rest] } };
};

it('takes back every approval whenever the value goes up, however it goes up and whoever had approved', () => {
  const approvals = ['clearance', 'agreement', 'determination'];
  fc.assert(
    fc.property(anyRise, fc.constantFrom(submitted, cleared, noticed, awaiting), (rise, reach) => {
      const story = reach();
      const before = story.decision?.steps.map(({ id }) => id) ?? [];
      expect(materialChanges(key, dearer(rise)).length).toBeGreaterThan(0);
      story.does({ type: 'amend-proposal', content: dearer(rise) });
      const old = story.decision?.steps.filter(({ id, stage }) => before.includes(id) && approvals.includes(stage)) ?? [];
      expect(old.every(({ state }) => state === 'void')).toBe(true);
      expect(story.status).toBe('in-clearance');
    }),
    { numRuns: 60 },
  );
});
