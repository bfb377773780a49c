import type { Council } from '../../functions/council/council.schema.ts';
import type { DecisionEvent } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { clerk, somebody, Story, submittedBy } from '../decision/story.ts';
import { aProposal } from './proposal.ts';

/** A story with the letters that each of its events called for. */
export class Telling extends Story {
  /** Every letter about the last event of this type, written from the decision as it stood just after it. */
  letters(type: DecisionEvent['happening']['type']): Letter[] {
    const at = this.events.findLastIndex(({ happening }) => happening.type === type);
    const event = this.events[at];
    if (!event) throw new Error(`"${type}" has not happened; ${this.happened.join(', ')} have`);
    const decision = this.events.slice(0, at + 1).reduce<ReturnType<typeof evolve> | null>(evolve, null);
    if (!decision) throw new Error('There is no decision');
    return lettersFor(event, decision, this.council);
  }

  /** Who gets a letter about it, by the part of the address before the @; a star marks those who get a link. */
  told(type: DecisionEvent['happening']['type']): string[] {
    return this.letters(type).map(({ to, stepId }) => `${to.email.replace(/@.*/, '')}${stepId ? '*' : ''}`);
  }

  submitted(over: Partial<Proposal> = {}): this {
    return this.does({ type: 'draft-proposal', content: aProposal(over), submittedBy }).does({ type: 'submit-proposal' });
  }

  cleared(over: Partial<Proposal> = {}): this {
    this.submitted(over);
    for (const step of this.open('clearance')) this.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    return this;
  }

  noticed(over: Partial<Proposal> = {}): this {
    return this.cleared(over).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  }

  awaiting(over: Partial<Proposal> = {}): this {
    return this.noticed(over).on('2023-04-05').does({ type: 'run-daily-check' });
  }

  decided(over: Partial<Proposal> = {}): this {
    this.awaiting(over);
    for (const step of this.open('determination'))
      this.does({ type: 'determine', by: somebody, response: 'approve', interest: { interest: 'none' }, ...step });
    return this;
  }
}

/** A new story, at nine in the morning of 7 March 2023 unless said otherwise. */
export const telling = (now?: string, council?: Council): Telling => new Telling(now, council);
