import { createHash } from 'node:crypto';
import type { Council } from '../functions/council/council.schema.ts';
import type { Command } from '../functions/decision/commands.ts';
import type { Decision } from '../functions/decision/decision.ts';
import { nextDueOn } from '../functions/decision/due.ts';
import { systemActor } from '../functions/decision/system-actor.ts';
import type { DecisionStore } from '../functions/platform/store/decision-store.ts';
import { type Instant, type LocalDate, londonTime } from '../functions/rules/local-date.ts';
import { commandOf } from './act-command.ts';
import type { Act, SeedDecision } from './decisions/seed-decision.ts';

/** As much of a store as a history needs to be told to it. */
export type Told = Pick<DecisionStore, 'load' | 'execute'>;

type Retelling = { store: Told; council: Council; seed: SeedDecision; id: string };

/** The id of a decision held here: the same for the same source on every machine, in the shape of a UUID (version 8 of RFC 9562). */
export const seedId = ({ source }: Pick<SeedDecision, 'source'>): string => {
  const hash = createHash('sha256').update(source).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
};

const isBy = (at: Instant, until: Instant): boolean => Date.parse(at) <= Date.parse(until);

/** Six in the morning in London, when the daily check runs. */
const morningOf = (day: LocalDate): Instant => {
  const winter = `${day}T06:00:00Z`;
  return londonTime(winter) === '06:00' ? winter : `${day}T05:00:00Z`;
};

const execute = async ({ store, council, seed, id }: Retelling, command: Command, now: Instant): Promise<Decision> => {
  const number = command.type === 'submit-proposal' && seed.number ? { number: seed.number } : {};
  const done = await store.execute(id, command, { given: { now, council }, retold: true, ...number });
  if (done.ok) return done.decision;
  const { rule, words, errors } = done.refusal;
  throw new Error(
    `${seed.source}: "${command.type}" at ${now} was refused by ${rule}. ${words}${errors ? ` ${JSON.stringify(errors)}` : ''}`,
  );
};

const checkDaily = async (retelling: Retelling, decision: Decision | null, until: Instant): Promise<Decision | null> => {
  const due = decision && nextDueOn(decision);
  if (due === null || !isBy(morningOf(due), until)) return decision;
  const checked = await execute(retelling, { type: 'run-daily-check', by: systemActor }, morningOf(due));
  return checked.version === decision?.version ? decision : checkDaily(retelling, checked, until);
};

const perform = async (retelling: Retelling, before: Decision | null, act: Act): Promise<Decision | null> => {
  const { seed, council } = retelling;
  const decision = await checkDaily(retelling, before, act.at);
  const command = commandOf({ seed, council, decision }, act);
  if (command) return execute(retelling, command, act.at);
  if (act.act === 'take-effect' && decision?.status !== 'effective')
    throw new Error(`${seed.source}: not in effect at ${act.at}, but ${decision?.status}`);
  return decision;
};

/**
 * Brings a decision to where its history had it by `until`, through the very commands of the process and with the daily check of
 * every due day between. What is stored already is not told again. Throws, naming the act and the refusal, where the process says no.
 */
export const retell = async (store: Told, council: Council, seed: SeedDecision, until: Instant): Promise<Decision | null> => {
  const retelling = { store, council, seed, id: seedId(seed) };
  let decision = await store.load(retelling.id);
  const told = decision?.updatedAt;
  for (const act of seed.history.filter(({ at }) => isBy(at, until) && !(told && isBy(at, told))))
    decision = await perform(retelling, decision, act);
  return checkDaily(retelling, decision, until);
};
