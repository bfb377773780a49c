import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { clerk, submittedBy } from './story.ts';

/** What takes in a past decision like Kent's 23/00022, of 5 April 2023, with parts of its proposal put differently. */
export const pastDecision = (number: string, over: Partial<Proposal> = {}) => ({
  type: 'import-decision' as const,
  by: clerk,
  content: { ...kent2300022.proposal, ...over },
  submittedBy,
  number,
  noticePublishedOn: '2023-03-07',
  decidedOn: '2023-04-05',
  keyStatus: 'key' as const,
  interest: 'None',
});
