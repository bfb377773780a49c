import type { Council } from '../functions/council/council.schema.ts';

type Area = Council['divisions'][number];

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** A division or ward with its seats, each a role and a role address: no member of the public is named. */
export const area = (domain: string, name: string, seats: number): Area => ({
  name,
  members: Array.from({ length: seats }, (_, seat) => ({
    name: seats === 1 ? `Member for ${name}` : `Member for ${name} (${seat + 1})`,
    email: seats === 1 ? `member.${slug(name)}@${domain}` : `member.${slug(name)}-${seat + 1}@${domain}`,
  })),
});
