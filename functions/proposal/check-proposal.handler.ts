import { deployed, type Surroundings } from '../platform/deployed.ts';
import { api, type ApiHandler } from '../platform/http.ts';
import { londonDate } from '../rules/local-date.ts';
import { assess } from './assessment.ts';
import { checkRequest } from './requests.schema.ts';
import { assessmentResponse } from './responses.schema.ts';

/** Says what the rules make of a proposal, and saves nothing. */
export const checkProposal = ({ loadCouncil, now }: Surroundings): ApiHandler =>
  api({ roles: ['officer'], body: checkRequest, response: assessmentResponse }, async ({ body }) => {
    const assessed = assess(body.proposal, await loadCouncil(), body.noticePublishedOn ?? londonDate(now()));
    return assessed.ok ? { status: 200, body: assessed.assessment } : assessed;
  });

export const handler = checkProposal(deployed());
