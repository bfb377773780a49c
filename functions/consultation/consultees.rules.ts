import type { Council } from '../council/council.schema.ts';
import { holderOf } from '../council/directory.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { isSameAddress } from '../rules/alike.ts';
import type { LocalDate } from '../rules/local-date.ts';

/** Somebody to be asked their view: the holder of a post, or a person or body outside the council. */
export type Consultee = { post: string | null; name: string; title: string; email: string; external: boolean };

type Known = Pick<Consultee, 'post' | 'email'>;

/** Whether two were asked as one: by the same post, whoever held it, or at the same address. */
export const isSamePerson = (one: Known, other: Known): boolean =>
  (one.post !== null && one.post === other.post) || isSameAddress(one.email, other.email);

/** Everyone whom this content has consulted on a day, whoever then holds each post; one mailbox once. */
export const consulted = (content: Proposal, council: Council, on: LocalDate): Consultee[] => {
  // Of one mailbox that is asked twice over, it is kept in which post the decision needs it.
  const posts = [...(content.inConsultationWith ?? []), ...content.consultees];
  const people = posts.flatMap((who): Consultee[] => {
    if (typeof who !== 'string') return [{ post: null, name: who.name, title: who.name, email: who.email, external: who.external ?? true }];
    const holder = holderOf(council, who, on);
    return holder ? [{ post: holder.post, name: holder.name, title: holder.title, email: holder.email, external: false }] : [];
  });
  return people.filter(({ email }, index) => people.findIndex((other) => isSameAddress(other.email, email)) === index);
};
