import type { Holder, Post } from '../functions/council/council.schema.ts';

type Term = Omit<Holder, 'email'>;

/**
 * A post with everyone who has held it, at the one role address `<id>@<domain>`, so that mail follows the post and
 * never a person. Terms are Europe/London dates; `to` is the last day held.
 */
export const post = (domain: string, kind: Post['kind'], id: string, title: string, terms: Term[]): Post => ({
  id,
  title,
  kind,
  holders: terms.map((term) => ({ ...term, email: `${id}@${domain}` })),
});

/** A post whose holder no source names: the post's own title stands for the person, from `2012-01-01` on. */
export const unnamed = (domain: string, kind: Post['kind'], id: string, title: string): Post =>
  post(domain, kind, id, title, [{ from: '2012-01-01', name: `The ${title}` }]);

/** A body that decides together, with its members by post as reg 9(1)(c) of SI 2012/2089 has them listed. */
export const body = (domain: string, id: string, title: string, members: Post[]): Post => ({
  ...post(domain, 'body', id, title, [{ from: '2012-01-01', name: title }]),
  members: members.map((member) => member.id),
});
