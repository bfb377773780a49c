import { randomUUID } from 'node:crypto';
import type { Command } from '../../functions/decision/commands.ts';
import type { Decision } from '../../functions/decision/decision.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { stepOf } from '../../functions/decision/steps.ts';
import { emailKey, statusOf } from '../../functions/email/email-item.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { type Sending, sendLetters } from '../../functions/email/send-letters.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { asksInTime, historyHolds, lawful, storesWhole, type Told } from '../decision/model.checks.ts';
import { commandOf, letTimePass, type Links, type Move } from '../decision/model.moves.ts';
import { key } from '../decision/stories.ts';
import { officer, Story, submittedBy } from '../decision/story.ts';
import type { Chance } from '../security/chance.ts';
import { Posted } from '../email/sending-table.ts';
import { type Faults, faultySender, faultyTable, troubles } from './faulty-client.ts';

/** What a soak counts. */
export type Counts = {
  commands: number;
  faults: number;
  events: number;
  lettersDue: number;
  moot: number;
  sent: number;
  duplicates: number;
  parked: number;
  redriven: number;
  lost: string[];
  broken: string[];
};
export const noCounts = (): Counts => ({
  commands: 0,
  faults: 0,
  events: 0,
  lettersDue: 0,
  moot: 0,
  sent: 0,
  duplicates: 0,
  parked: 0,
  redriven: 0,
  lost: [],
  broken: [],
});

const kinds = [
  'onward',
  'onward',
  'onward',
  'onward',
  'heard',
  'heard',
  'reissue-link',
  'delegate-step',
  'mark-undeliverable',
  'determine',
  'give-clearance',
  'amend-proposal',
] as const;
const moveBy = (chance: Chance): Move => ({
  kind: chance.pick(kinds),
  which: chance.below(1000),
  nth: chance.below(1000),
  clock: chance.pick(['stay', 'stay', 'due', 'due', 3, 30] as const),
  stale: chance.oneIn(8),
});

const faultsBy =
  (chance: Chance, counts: Counts, oneIn: number): Faults =>
  () => {
    if (!chance.oneIn(oneIn)) return null;
    counts.faults += 1;
    return { when: chance.oneIn(2) ? 'before' : 'after', what: chance.pick(troubles)() };
  };

const mostTries = 40;

const sequencesAfter = (reached: number, version: number): number[] =>
  Array.from({ length: version - reached }, (_, at) => reached + at + 1);

// What an email asked is asked no more, as the decision stands at the end: answered, void, or asked by another link.
const isMoot = (end: Decision | null, then: Decision, { stepId }: { stepId?: string | undefined }): boolean => {
  if (stepId === undefined || !end) return false;
  const [was, is] = [stepOf(then, stepId), stepOf(end, stepId)];
  return is?.state !== 'open' || was?.issue !== is.issue;
};

/** One decision lived in a table that fails, and its emails sent by a sender that fails, each announced at least once. */
export class Soaked extends Posted {
  private readonly chance: Chance;
  private readonly counts: Counts;
  private readonly faults: Faults;
  private readonly failing: ReturnType<typeof dynamoDecisionStore>;
  private readonly parked = new Set<number>();
  private reached = 0;

  constructor(table: Table, chance: Chance, counts: Counts) {
    super(table);
    this.chance = chance;
    this.counts = counts;
    this.faults = faultsBy(chance, counts, 12);
    this.failing = dynamoDecisionStore({ ...faultyTable(table, this.faults), publication: publishing });
  }

  private async carriedOut(command: Command): Promise<void> {
    const answer = { sub: 'soak', key: randomUUID(), bodyHash: 'h', status: 200 };
    for (let tries = 0; tries < mostTries; tries += 1) {
      // Machines set their clocks back by seconds, and seldom by more.
      const now = this.chance.oneIn(15) ? new Date(Date.parse(this.now) - this.chance.below(5000)).toISOString() : this.now;
      const done = await this.failing.execute(this.id, command, { given: { now, council: this.council }, answer }).catch(() => null);
      if (done) return;
    }
    throw new Error(`${command.type} failed ${mostTries} times`);
  }

  private async moved(move: Move, sent: Links): Promise<void> {
    const story = new Story(this.now, this.council);
    story.decision = await this.store.load(this.id);
    letTimePass(story, move);
    this.now = new Date(story.now).toISOString();
    this.counts.commands += 1;
    await this.carriedOut({ by: officer, ...commandOf(story, move, sent) } as Command);
  }

  /** From draft to wherever chance takes it, its emails going out meanwhile, sooner or later. */
  async live(moves: number): Promise<void> {
    await this.carriedOut({ type: 'draft-proposal', content: key, submittedBy, by: officer });
    const sent: Links = [];
    for (let made = 0; made < moves && this.now < '2025-09'; made += 1) {
      await this.moved(moveBy(this.chance), sent);
      const decision = await this.store.load(this.id);
      if (!this.chance.oneIn(3)) await this.announced(sequencesAfter(this.reached, decision?.version ?? 0));
      sent.push(...(decision?.steps ?? []).map(({ id, issue, stage }) => ({ stepId: id, issue, stage })));
      if (decision?.status === 'withdrawn' || decision?.status === 'declined') return;
    }
  }

  private failingSender(): Sending {
    const own = faultyTable(this.table, this.faults);
    const emails = emailStore(own);
    const pause = async (milliseconds: number) => {
      this.now = new Date(Date.parse(this.now) + milliseconds).toISOString();
    };
    const store = dynamoDecisionStore({ ...own, publication: publishing });
    return {
      ...this.sending,
      emails,
      pause,
      store,
      undelivered: this.undeliveredIn(store),
      send: faultySender(this.office.send, this.faults),
    };
  }

  private async announced(sequences: number[]): Promise<void> {
    const sending = this.failingSender();
    for (const sequence of sequences) {
      let sent = false;
      for (let tries = 0; tries < 4 && !sent; tries += 1)
        sent = await sendLetters(sending, this.id, sequence).then(
          () => true,
          () => false,
        );
      if (sent) this.parked.delete(sequence);
      else this.parked.add(sequence);
      this.reached = Math.max(this.reached, sequence);
    }
    this.sending.pause = sending.pause;
  }

  /** The stream, delivered to its end, at times replayed from its start, each event given up after a few tries, and what was parked redriven. */
  async deliver(): Promise<void> {
    const version = (await this.store.load(this.id))?.version ?? 0;
    await this.announced(sequencesAfter(this.reached, version));
    if (this.chance.oneIn(4)) await this.announced(sequencesAfter(0, version));
    this.counts.parked += this.parked.size;
    for (const sequence of this.parked) {
      const cleared = await this.announce(sequence).then(
        () => 1,
        () => 0,
      );
      this.counts.redriven += cleared;
    }
  }

  /** Counts what became of every letter that was due, and finds what the model says must hold and does not. */
  async settle(): Promise<void> {
    const events = await this.store.history(this.id);
    const told: Told = [];
    let state: Decision | null = null;
    for (const event of events) {
      state = evolve(state, event);
      told.push({ event, state });
    }
    this.counts.events += events.length;
    for (const { event, state: then } of told)
      for (const letter of lettersFor(event, then, this.council))
        await this.weigh(emailKey(event.sequence, letter), letter.to.email, isMoot(state, then, letter));
    const keys = this.office.sent.map(({ key: each }) => each);
    this.counts.sent += keys.length;
    this.counts.duplicates += keys.length - new Set(keys).size;
    try {
      storesWhole(told, Math.floor(events.length / 2));
      lawful(told);
      asksInTime(told);
      historyHolds(events, (await this.store.load(this.id)) as Decision, this.chance.below(100_000));
    } catch (fault) {
      this.counts.broken.push(`${this.id}: ${String(fault).slice(0, 500)}`);
    }
  }

  private async weigh(emailKeyed: string, to: string, moot: boolean): Promise<void> {
    this.counts.lettersDue += 1;
    const item = await this.stored(emailKeyed);
    const wasSent = this.office.sent.some(({ key: each }) => each === emailKeyed);
    const status = item ? statusOf(item as never) : 'never tried';
    if (moot && status === 'failed') {
      this.counts.moot += 1;
      return;
    }
    if (!wasSent || status !== 'sent')
      this.counts.lost.push(`${emailKeyed} to ${to} of ${this.id}: ${status}, ${wasSent ? 'sent' : 'not sent'}`);
  }
}
