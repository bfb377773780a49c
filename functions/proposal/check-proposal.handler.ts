import { invalid } from '../decision/refusal.ts';
import { deployedGround, type Ground } from '../platform/deployed-ground.ts';
import { api, type ApiHandler } from '../platform/http/http.ts';
import type { Fault } from '../rules/fault.ts';
import { standingOf } from '../record/publication/standing.ts';
import { replacementFaults } from '../record/superseding.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { assess } from './assessment.ts';
import { namesAtFault } from './names-at-fault.ts';
import { checkRequest } from './requests.schema.ts';
import { assessmentResponse } from './responses.schema.ts';

const within = (faults: Fault[]): Fault[] => faults.map(({ path, message }) => ({ path: `proposal.${path}`, message }));

/** Says what the rules make of a proposal, and saves nothing. */
export const checkProposal = (ground: Ground): ApiHandler => {
  const { table, loadCouncil, now } = ground;
  const alsoWrong = async (body: unknown) => within(await namesAtFault(ground)(Object(body).proposal, {}));
  return api({ roles: ['officer'], body: checkRequest, alsoWrong, response: assessmentResponse }, async ({ body }) => {
    const faults = replacementFaults(body.proposal, await standingOf(table, body.proposal));
    if (faults.length > 0) return invalid(within(faults));
    const assessed = assess(body.proposal, await loadCouncil(), body.noticePublishedOn ?? londonDate(now()));
    return assessed.ok ? { status: 200, body: assessed.assessment } : assessed;
  });
};

export const handler = checkProposal(deployedGround());
