import { setImmediate as turn } from 'node:timers/promises';
import type { Command, Given } from '../../decision/commands.ts';
import type { Decision } from '../../decision/decision.ts';
import type { DecisionEvent } from '../../decision/events.ts';
import type { Next } from '../../decision/next.ts';
import { refuse, type Refused, stale } from '../../decision/refusal.ts';
import { londonDate } from '../../rules/local-date.ts';
import { isConflict } from '../table/conflict.ts';
import { about, correlationId } from '../log/correlation.ts';
import { decideNext } from './decide-next.ts';
import { linksOf, momentOf } from './decision-history.ts';
import { readDecision } from './decision-items.ts';
import { currentWrite, eventWrite, publicationWrite } from './decision-writes.ts';
import type { Executed, Execution, Publishing } from './execution.ts';
import { keys } from '../table/keys.ts';
import { logger } from '../log/logger.ts';
import { type NumberOffered, numberKeys, type NumberWanted, numberWanted, numberWrites, offer, taken } from './numbers.ts';
import { TooLargeToStore } from '../table/packed-json.ts';
import { answerWrite, readAnswer, reused, type SavedAnswer, savedMeanwhile } from './saved-answer.ts';
import { getAll, type Table, type Write } from '../table/table.ts';
import { transact } from '../table/transact.ts';
import { untilDone } from '../table/until-done.ts';
import { chainLink } from '../../proof/chain.rules.ts';
import { proofWrites } from '../../proof/proof-items.ts';
import type { ChainLink } from '../../proof/proof.schema.ts';
import { isPublic } from '../../record/publication/sight.rules.ts';

type Asked = { table: Table; publication: Publishing; id: string; command: Command; execution: Execution; wanted: NumberWanted | null };
type Loaded = { current: Decision | null; saved: SavedAnswer | null; offered: NumberOffered | null; links: ChainLink[] };

// A first notice takes the whole history along, so it is asked for beside the decision and not after it.
const linksFor = ({ table, id, command }: Asked): Promise<ChainLink[]> =>
  command.type === 'publish-notice' ? linksOf(table, id) : Promise.resolve([]);

/**
 * The one read of a command: the decision, the answer saved under its key, and the counter when it may give a number. Nothing where the
 * caller has just read all of it.
 */
const loadFor = async (asked: Asked, read: Decision | undefined): Promise<Loaded> => {
  const {
    table,
    id,
    execution: { answer, given },
    wanted,
  } = asked;
  const beside = [...(answer ? [keys.answer(answer.sub, answer.key)] : []), ...(wanted ? numberKeys(wanted) : [])];
  if (read && beside.length === 0) return { current: read, saved: null, offered: null, links: [] };
  const [[current, ...others], links] = await Promise.all([getAll(table, [keys.current(id), ...beside]), linksFor(asked)]);
  const saved = answer ? readAnswer(others.shift() ?? null, given.now) : null;
  return { current: current ? readDecision(current) : null, saved, offered: wanted && offer(wanted, others), links };
};

const answeredBefore = async ({ table, execution }: Asked, saved: SavedAnswer): Promise<Executed> => {
  const refused = execution.answer && reused(saved, execution.answer);
  if (refused) return refused;
  const then = await momentOf(table, saved.decisionId, saved.version);
  if (!then) throw new Error(`The answer saved for decision ${saved.decisionId} names version ${saved.version}, which is not there`);
  return { ok: true, decision: then.decision, events: [], answered: saved };
};

const overtaken = async (asked: Asked, refused: Refused): Promise<Executed> => {
  const saved = await savedMeanwhile(asked.table, asked.execution);
  return saved ? answeredBefore(asked, saved) : refused;
};

const givenFor = ({ execution: { given } }: Asked, { offered }: Loaded): Given => ({
  now: given.now,
  council: given.council,
  ...(offered ? { number: offered.number } : {}),
});

const givesNumber = ({ current }: Loaded, { decision }: Next): boolean => decision.number !== null && (current?.number ?? null) === null;

// On the day of its first notice a decision's whole history joins its public chain; after that, only what is new.
const unproved = async ({ table, id }: Asked, { current, links }: Loaded, events: DecisionEvent[]): Promise<ChainLink[]> => {
  const since = events.map(chainLink);
  if (current === null || isPublic(current)) return since;
  const before = links.slice(0, current.version);
  return [...(before.length === current.version ? before : await linksOf(table, id, current.version)), ...since];
};

const publicWrites = async (asked: Asked, loaded: Loaded, { decision, events }: Next): Promise<Write[]> => {
  const { now, council } = asked.execution.given;
  const { tableName } = asked.table;
  const published = asked.publication(decision, council);
  if (!published) return [];
  const { number, document } = published;
  const proved = { number, document, decision, links: await unproved(asked, loaded, events), at: now, on: londonDate(now) };
  return [publicationWrite(tableName, published, decision.id), ...proofWrites(tableName, proved)];
};

const eventWrites = async (asked: Asked, loaded: Loaded, next: Next): Promise<Write[]> => {
  const { decision, events } = next;
  if (events.length === 0) return [];
  const { tableName } = asked.table;
  const { now, council } = asked.execution.given;
  return [
    ...events.map((event) => eventWrite(tableName, event)),
    currentWrite(tableName, decision, loaded.current, { today: londonDate(now), reminders: council.reminders }),
    ...(loaded.offered && givesNumber(loaded, next) ? numberWrites(tableName, loaded.offered, decision.id) : []),
    ...(await publicWrites(asked, loaded, next)),
  ];
};

const writesFor = async (asked: Asked, loaded: Loaded, next: Next): Promise<Write[]> => {
  const { answer, given } = asked.execution;
  const reached = { decisionId: asked.id, version: next.decision.version, now: given.now };
  return [...(await eventWrites(asked, loaded, next)), ...(answer ? [answerWrite(asked.table.tableName, answer, reached)] : [])];
};

/**
 * Stores, and meanwhile lets the caller make something of the decision that is being stored; what goes wrong in that is no fault of the
 * storing.
 */
const store = async ({ table, execution: { meanwhile } }: Asked, TransactItems: Write[], { decision }: Next): Promise<void> => {
  if (TransactItems.length === 0) return;
  const storing = transact(table, TransactItems);
  // A turn later the request is on its way, and whatever is worked out from there on delays nothing.
  const [stored] = await Promise.allSettled([storing, meanwhile && turn().then(() => meanwhile(decision))]);
  if (stored.status === 'rejected') throw stored.reason;
};

const tooLarge = (): Refused => refuse('fits-the-record', 'API', 'This proposal is too long to be kept. Move part of it into documents.');

/** One reading, deciding and writing; null when somebody else wrote first. */
const attempt = async (asked: Asked, read: Decision | undefined): Promise<Executed | null> => {
  const loaded = await loadFor(asked, read);
  const { expect } = asked.execution;
  if (loaded.saved) return answeredBefore(asked, loaded.saved);
  if (expect !== undefined && loaded.current && loaded.current.version !== expect)
    return overtaken(asked, stale('proposal', loaded.current.version));
  if (loaded.current) about(loaded.current);
  const next = await decideNext({
    ...asked,
    current: loaded.current,
    given: givenFor(asked, loaded),
    retold: asked.execution.retold === true,
  });
  if (!next.ok) return overtaken(asked, next);
  const inUse = loaded.offered && givesNumber(loaded, next) ? taken(loaded.offered) : null;
  if (inUse) return overtaken(asked, inUse);
  try {
    await store(asked, await writesFor(asked, loaded, next), next);
  } catch (fault) {
    if (fault instanceof TooLargeToStore) return tooLarge();
    if (isConflict(fault)) return null;
    throw fault;
  }
  about(next.decision);
  // The seeds and other loaders store hundreds at once, and are nobody's request.
  if (correlationId() !== undefined) logger.info('Stored', { command: asked.command.type, version: next.decision.version });
  return { ok: true, decision: next.decision, events: next.events, answered: null };
};

/**
 * Decides a command and stores what then happened, in one read and one write; decides again on what is then there when
 * somebody else wrote first. Refusals are values. Throws `TooMuchContention` when it never gets its turn.
 */
export const execute = async (
  table: Table,
  publication: Publishing,
  id: string,
  command: Command,
  execution: Execution,
): Promise<Executed> => {
  const wanted = numberWanted(command, execution.given.now, execution.number);
  if (wanted && 'ok' in wanted) return wanted;
  // What the caller read is good for one try: whoever lost to another write reads for itself.
  let { read } = execution;
  const next = (): Decision | undefined => {
    const once = read;
    read = undefined;
    return once;
  };
  return untilDone(`"${command.type}" on decision ${id}`, () => attempt({ table, publication, id, command, execution, wanted }, next()));
};
