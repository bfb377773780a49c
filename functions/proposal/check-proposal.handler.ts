import { invalid } from '../decision/refusal.ts';
import { deployedGround, type Ground } from '../platform/deployed-ground.ts';
import { api, type ApiHandler } from '../platform/http/http.ts';
import { standingOf } from '../record/publication/standing.ts';
import { replacementFaults } from '../record/superseding.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { assess } from './assessment.ts';
import { checkRequest } from './requests.schema.ts';
import { assessmentResponse } from './responses.schema.ts';

/** Says what the rules make of a proposal, and saves nothing. */
export const checkProposal = ({ table, loadCouncil, now }: Ground): ApiHandler =>
  api({ roles: ['officer'], body: checkRequest, response: assessmentResponse }, async ({ body }) => {
    const faults = replacementFaults(body.proposal, await standingOf(table, body.proposal));
    if (faults.length > 0) return invalid(faults.map(({ path, message }) => ({ path: `proposal.${path}`, message })));
    const assessed = assess(body.proposal, await loadCouncil(), body.noticePublishedOn ?? londonDate(now()));
    return assessed.ok ? { status: 200, body: assessed.assessment } : assessed;
  });

export const handler = checkProposal(deployedGround());
