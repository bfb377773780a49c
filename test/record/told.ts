import type { Decision, Meeting } from '../../functions/decision/decision.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { clerk, scrutiny, somebody, Story, submittedBy } from '../decision/story.ts';

/** The SAFER scheme's proposal with parts of it put differently. */
export const safer = (parts: Partial<Proposal> = {}): Proposal => ({ ...kent2300022.proposal, targetDecisionDate: undefined, ...parts });

/** A decision told by what happened to it, so that nothing in it is impossible. */
export class Told extends Story {
  submitted(content: Proposal = safer()): this {
    return this.does({ type: 'draft-proposal', content, submittedBy }).does({ type: 'submit-proposal' });
  }

  cleared(content?: Proposal, words = ''): this {
    this.submitted(content);
    for (const step of this.open('clearance')) this.does({ type: 'give-clearance', response: 'approve', ...step, words, by: somebody });
    return this;
  }

  noticed(content?: Proposal): this {
    return this.cleared(content).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  }

  get due(): string {
    const { decision } = this;
    if (decision?.status !== 'notice-published') throw new Error('No notice runs');
    return decision.notice.timetable.earliestDecisionDate;
  }

  awaiting(content?: Proposal): this {
    if (this.status !== 'notice-published') this.noticed(content);
    return this.on(this.due).does({ type: 'run-daily-check' });
  }

  meets(meeting: Partial<Meeting> & Pick<Meeting, 'present' | 'date'>): this {
    return this.does({ type: 'record-meeting', meeting: { points: [], interests: [], ...meeting }, by: clerk });
  }

  decided(
    content?: Proposal,
    interest: { interest: 'none' } | { interest: 'declared'; kind: 'other'; detail: string } = { interest: 'none' },
  ): this {
    if (this.status !== 'awaiting-decision') this.awaiting(content);
    for (const step of this.open('determination')) this.does({ type: 'determine', response: 'approve', interest, ...step, by: somebody });
    return this;
  }

  calledIn(content?: Proposal): this {
    if (this.status !== 'decided') this.decided(content);
    const requestedBy = [
      { name: 'A Councillor', group: 'Green' },
      { name: 'B Councillor', group: 'Labour' },
    ];
    return this.does({
      type: 'call-in-decision',
      requestedBy,
      grounds: ['Openness was not presumed'],
      words: 'We were not told why.',
      by: scrutiny,
    });
  }

  effective(content?: Proposal): this {
    if (this.status !== 'decided') this.decided(content);
    const { decision } = this;
    if (decision?.status !== 'decided') throw new Error('Nothing was decided');
    return this.on(decision.record.effectiveFrom).does({ type: 'run-daily-check' });
  }

  get told(): Decision {
    if (this.decision === null) throw new Error('Nothing was told');
    return this.decision;
  }

  get published(): Publication {
    const publication = publicationOf(this.told, this.council);
    if (publication === null) throw new Error('Nothing is public');
    return publication;
  }
}
