import { randomUUID } from 'node:crypto';
import { fingerprint } from '../decision/fingerprint.ts';
import { refuse, type Refused, stale } from '../decision/refusal.ts';
import { actingAs, roleOf } from '../platform/http/caller.ts';
import type { Surroundings } from '../platform/deployed.ts';
import { api, type ApiHandler } from '../platform/http/http.ts';
import { savedMeanwhile } from '../platform/store/saved-answer.ts';
import { viewProposal } from '../proposal/proposal.view.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { judgedNow } from '../contract/store/contract-deployed.ts';
import { loadContract } from '../contract/store/contract-loading.ts';
import { draftRequest } from '../contract/api/contract-requests.schema.ts';
import { draftFromContract } from './draft-proposal.rules.ts';

const roles = ['officer', 'contracts'] as const;

const wrongBy = ({ status, version }: Contract, ifMatch: number | null): Refused | null => {
  if (status === 'registered') return ifMatch === null || ifMatch === version ? null : stale('contract', version);
  return refuse(
    'not-in-this-status',
    'Council contract procedure',
    'A proposal can be drawn up from a contract once it is registered and until it has ended.',
    { status },
  );
};

/** Saves a proposal begun from a registered contract as the caller’s own draft: 201 with where it is, 412 where it is not as they read it. */
export const draftProposalFrom = (around: Surroundings): ApiHandler =>
  api({ roles, body: draftRequest }, async ({ who, params, body, idempotencyKey: key, ifMatch, method, path }) => {
    const contract = await loadContract(around.table, params.id ?? '');
    if (!contract) return refuse('no-such-contract', 'API', 'There is no such contract.');
    const [given, id, { sub, name, email }] = [await judgedNow(around), randomUUID(), who];
    const location = `/api/proposals/${id}`;
    const answer = key === null ? undefined : { sub, key, bodyHash: fingerprint({ method, path, body }), status: 201, location };
    const wrong = wrongBy(contract, ifMatch);
    // Sent again under its key it is answered as it was, whatever the contract has become since.
    if (wrong && !(await savedMeanwhile(around.table, { answer, given }))) return wrong;
    const command = {
      type: 'draft-proposal' as const,
      by: actingAs(who, roleOf(who, roles)),
      content: contract.status === 'registered' ? draftFromContract(contract, body.intent) : {},
      submittedBy: { sub, name, email },
    };
    const executed = await around.store.execute(id, command, { given, answer });
    if (!executed.ok) return executed;
    const { decision, answered } = executed;
    return {
      status: 201,
      body: viewProposal(decision, answered ? { ...given, now: decision.updatedAt } : given),
      version: decision.version,
      headers: { location: answered?.location ?? location },
    };
  });
