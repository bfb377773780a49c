import type { Council } from '../../functions/council/council.schema.ts';
import type { Command, CommandOf, CommandType, Given } from '../../functions/decision/commands.ts';
import type { Decision, Stage } from '../../functions/decision/decision.ts';
import type { Actor, DecisionEvent } from '../../functions/decision/events.ts';
import { nextOf } from '../../functions/decision/next.ts';
import type { Refusal } from '../../functions/decision/refusal.ts';
import { kent } from '../../seeds/kent/council.ts';

export const officer: Actor = { kind: 'officer', id: 'officer', name: 'An Officer', capacity: 'Officer' };
export const clerk: Actor = { kind: 'clerk', id: 'clerk', name: 'A Clerk', capacity: 'Democratic Services' };
export const scrutiny: Actor = { kind: 'scrutiny', id: 'scrutiny', name: 'A Member', capacity: 'Scrutiny Committee' };
export const somebody: Actor = { kind: 'post', id: 'a-post', name: 'Somebody', capacity: 'A post', link: 'clearance-1#1' };
export const submittedBy = { sub: 'officer', name: 'An Officer', email: 'officer@kent.example' };

/** A command as a test writes it: by the officer, unless it says otherwise. */
export type Loose = CommandType extends infer T ? (T extends CommandType ? Omit<CommandOf<T>, 'by'> & { by?: Actor } : never) : never;

/** A decision told command by command on a clock, as a test reads it. */
export class Story {
  decision: Decision | null = null;
  events: DecisionEvent[] = [];
  now: string;
  council: Council;
  number = '23/00001';
  /** The steps whose emails reached nobody. */
  unreached: string[] = [];

  constructor(now = '2023-03-07T09:00:00Z', council: Council = kent) {
    this.now = now;
    this.council = council;
  }

  get given(): Given {
    return { now: this.now, council: this.council, number: this.number, unreached: this.unreached };
  }

  get status() {
    return this.decision?.status;
  }

  on(day: string, time = '09:00:00Z'): this {
    this.now = `${day}T${time}`;
    return this;
  }

  /** Carries a command out, or gives the refusal. */
  tries(command: Loose): Refusal | null {
    const whole = { by: officer, ...command } as Command;
    const next = nextOf(this.decision?.id ?? 'a-decision', this.decision, whole, this.given);
    if (!next.ok) return next.refusal;
    this.events.push(...next.events);
    this.decision = next.decision;
    return null;
  }

  /** Carries a command out; a refusal fails the test. */
  does(command: Loose): this {
    const refusal = this.tries(command);
    if (refusal) throw new Error(`${command.type} was refused: ${refusal.rule}: ${refusal.words} ${JSON.stringify(refusal.errors ?? '')}`);
    return this;
  }

  open(stage: Stage) {
    return (this.decision?.steps ?? [])
      .filter((step) => step.stage === stage && step.state === 'open')
      .map(({ id, issue }) => ({ stepId: id, issue, words: '' }));
  }

  get happened() {
    return this.events.map(({ happening }) => happening.type);
  }
}
