import type * as z from 'zod/mini';
import type { Actor } from '../../decision/events.ts';
import { refuse, type Refused } from '../../decision/refusal.ts';
import { actingAs, type Role, roleOf } from '../../platform/http/caller.ts';
import { type Answer, api, type ApiHandler } from '../../platform/http/http.ts';
import type { AlsoWrong } from '../../platform/http/request.ts';
import { answeringOf } from '../../platform/store/saved-answer.ts';
import type { Contract } from '../contract.schema.ts';
import { contractAnswer } from './contract-answer.ts';
import type { ContractCommand } from '../contract-commands.ts';
import { type ContractSurroundings, judgedNow } from '../store/contract-deployed.ts';
import type { Judged } from '../store/contract-items.ts';
import { inHandWrites } from '../store/in-hand.ts';

const roles = ['contracts'] as const satisfies readonly Role[];

/** `isSeen`: whether the contract was named as it was when it was last read (If-Match). */
export type ContractAsked<B> = { by: Actor; body: B; given: Judged; contract: Contract | null; isSeen: boolean };

/** One command on a contract over HTTP. `creates` names the contract that is begun, and answers 201. */
export type ContractCommandSpec<B> = {
  body: z.ZodMiniType<B>;
  alsoWrong?: AlsoWrong;
  ifMatch?: 'required';
  /** Fills in what was left out. A request sent again is known by what was sent. */
  prepared?: (body: B) => B;
  creates?: (body: B) => string;
  /** Whether the command depends on what is there; then it is read first, and a change in between is told as stale. */
  reads?: boolean;
  command: (asked: ContractAsked<B>) => ContractCommand | Refused | Promise<ContractCommand | Refused>;
};

const absent = (): Refused => refuse('no-such-contract', 'API', 'There is no such contract.');

/**
 * A command in these surroundings, answered with the contract as it then stands; sent again under its key, with the contract as it stood.
 */
export const contractCommandHandler = <B>(spec: ContractCommandSpec<B>, around: ContractSurroundings): ApiHandler => {
  const { body, alsoWrong, ifMatch, creates, reads = false, prepared = (sent) => sent } = spec;
  return api<B>({ roles, body, alsoWrong, ifMatch }, async (request): Promise<Answer | Refused> => {
    const given = await judgedNow(around);
    const asked = prepared(request.body);
    const id = creates ? creates(asked) : (request.params.id ?? '');
    const contract = reads ? await around.contracts.load(id) : null;
    if (reads && !contract) return absent();
    const by = actingAs(request.who, roleOf(request.who, roles));
    const command = await spec.command({ by, body: asked, given, contract, isSeen: request.ifMatch !== null });
    const [status, location] = creates ? [201, `/api/contracts/${id}`] : [200, undefined];
    const execution = { given, expect: request.ifMatch ?? undefined, answer: answeringOf(request, { status, location }) };
    const executed =
      'ok' in command
        ? ((await around.contracts.answered(execution)) ?? command)
        : await around.contracts.execute(id, command, { ...execution, beside: () => inHandWrites(around.table, command, id) });
    if (!executed.ok) return executed;
    const { contract: now, answered } = executed;
    const shown = answered ? { ...given, now: now.updatedAt } : given;
    const where = answered ? answered.location : location;
    return {
      status: answered?.status ?? status,
      body: contractAnswer(now, shown),
      version: now.version,
      headers: where ? { location: where } : {},
    };
  });
};
