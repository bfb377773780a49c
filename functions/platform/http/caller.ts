import * as z from 'zod/mini';
import type { Actor } from '../../decision/events.ts';
import { line } from '../../rules/text.schema.ts';
import { parseWhole } from './issues.ts';
import { Problem } from './problem.ts';

export const roles = ['officer', 'clerk', 'scrutiny', 'contracts'] as const;
export type Role = (typeof roles)[number];

/** Somebody signed in through the council's identity provider, with the roles that it says they have. */
export type Who = { sub: string; name: string; email: string; roles: Role[] };

const capacities: Record<Role, string> = { officer: 'Officer', clerk: 'Democratic Services', scrutiny: 'Scrutiny', contracts: 'Contracts' };

const claimsSchema = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(200)),
  // In the history for good and in letters to whoever clears and signs, it is written as all words are that are sent.
  name: line(),
  email: z._default(z.string().check(z.maxLength(254)), ''),
  roles: z.unknown(),
});

// API Gateway hands a list on as "[officer clerk]"; issuers write it as JSON or with spaces.
const wordsOf = (claim: unknown): string[] => {
  if (Array.isArray(claim)) return claim.filter((word) => typeof word === 'string');
  return typeof claim === 'string' ? claim.split(/[\s,[\]"]+/).filter((word) => word !== '') : [];
};

/** The roles in a `roles` claim, however it was written; words that are no role of ours count for nothing. */
export const rolesIn = (claim: unknown): Role[] => {
  const words = new Set(wordsOf(claim));
  return roles.filter((role) => words.has(role));
};

/** Whoever a verified token names. Throws 401 where it names nobody. */
export const callerOf = (claims: unknown): Who => {
  const read = parseWhole(claimsSchema, claims);
  if (!read.ok) throw new Problem(401, 'signed-in', 'Sign in through the council, and send the token as a bearer token.');
  return { ...read.value, roles: rolesIn(read.value.roles) };
};

/** The first of these roles that somebody has. Throws 403 where they have none. */
export const roleOf = (who: Who, allowed: readonly Role[]): Role => {
  const role = allowed.find((each) => who.roles.includes(each));
  if (!role)
    throw new Problem(403, 'role', `This is for people with the role ${allowed.join(' or ')}.`, {
      source: 'Council scheme of delegation',
      roles: [...allowed],
    });
  return role;
};

/** Somebody acting in a role, as the history records it. */
export const actingAs = ({ sub, name }: Who, role: Role): Actor => ({ kind: role, id: sub, name, capacity: capacities[role] });
