import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Command } from '../../decision/commands.ts';
import type { Decision } from '../../decision/decision.ts';
import type { Actor } from '../../decision/events.ts';
import type { Refused } from '../../decision/refusal.ts';
import { viewProposal } from '../../proposal/proposal.view.ts';
import { actingAs, type Role, roleOf, type Who } from './caller.ts';
import type { Executed } from '../store/execution.ts';
import { deployed, type Surroundings } from '../deployed.ts';
import { type Answer, api, type ApiHandler } from './http.ts';
import type { AlsoWrong } from './request.ts';
import { onceEach } from '../once-each.ts';
import { answeringOf } from '../store/saved-answer.ts';

/** What a command is made of: who sends it, in which role, with what. */
export type Asked<B> = { by: Actor; who: Who; body: B; params: Record<string, string> };

/** One command over HTTP. The caller acts in the first of `roles` that they have. `creates` makes a new decision and answers 201. */
export type CommandSpec<B> = {
  roles: readonly Role[];
  body?: z.ZodMiniType<B>;
  alsoWrong?: (around: Surroundings) => AlsoWrong;
  ifMatch?: 'required';
  creates?: boolean;
  command: (asked: Asked<B>, around: Surroundings) => Command | Promise<Command>;
};

type Answered = { status: number; location?: string };

const answeredWith = (id: string, creates: boolean): Answered =>
  creates ? { status: 201, location: `/api/proposals/${id}` } : { status: 200 };

/**
 * A command in these surroundings, answered with the proposal as it then stands; sent again under its key, with the proposal as it stood.
 */
export const commandHandler = <B = undefined>(spec: CommandSpec<B>, around: Surroundings = deployed()): ApiHandler => {
  const { roles, body, ifMatch, creates = false } = spec;
  return api<B>({ roles, body, ifMatch, alsoWrong: spec.alsoWrong?.(around) }, async (request): Promise<Answer | Refused> => {
    const { who, params } = request;
    const given = { now: around.now(), council: await around.loadCouncil() };
    const id = creates ? randomUUID() : (params.id ?? '');
    const answered = answeredWith(id, creates);
    const asked = await spec.command({ by: actingAs(who, roleOf(who, roles)), who, body: request.body, params }, around);
    const command: Command = { ...asked, address: who.email };
    const answerOf = onceEach((decision: Decision) => JSON.stringify(viewProposal(decision, given)));
    const executed: Executed = await around.store.execute(id, command, {
      given,
      expect: request.ifMatch ?? undefined,
      answer: answeringOf(request, answered),
      meanwhile: answerOf,
    });
    if (!executed.ok) return executed;
    const { decision } = executed;
    const { status, location } = executed.answered ?? answered;
    // Sent again, it is answered as on the day it was first sent.
    const text = executed.answered ? JSON.stringify(viewProposal(decision, { ...given, now: decision.updatedAt })) : answerOf(decision);
    return { status, file: { type: 'application/json', text }, version: decision.version, headers: location ? { location } : {} };
  });
};
