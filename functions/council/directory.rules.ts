import type { Maker } from '../decision/decision.ts';
import type { Draft } from '../proposal/proposal.schema.ts';
import { isSameAddress } from '../rules/alike.ts';
import type { LocalDate } from '../rules/local-date.ts';
import type { Council, Post } from './council.schema.ts';

/** Somebody in a post on a day. */
export type InPost = { post: string; name: string; title: string; email: string; group?: string | undefined };

type Directory = Pick<Council, 'posts' | 'absences'>;

/** The post or body of this id; null when the directory has none. */
export const postOf = (council: Directory, id: string): Post | null => council.posts.find((post) => post.id === id) ?? null;

/** Who held a post on a Europe/London day, with the title it had then; null when nobody did. */
export const holderOf = (council: Directory, id: string, on: LocalDate): InPost | null => {
  const post = postOf(council, id);
  const holder = post?.holders.find(({ from, to }) => from <= on && (to === undefined || on <= to));
  if (!post || !holder) return null;
  return { post: id, name: holder.name, title: holder.title ?? post.title, email: holder.email, group: holder.group };
};

/** Somebody to ask on a day, with whoever covers for them while they are away under the council's scheme. */
export type Asked = { post: string; name: string; title: string; email: string; cover?: { name: string; email: string; scheme: string } };

/** The person in a post on a day as one to be asked; an absence in the directory brings its cover. Null when the post is empty. */
export const personIn = (council: Directory, id: string, on: LocalDate): Asked | null => {
  const holder = holderOf(council, id, on);
  if (!holder) return null;
  const { group: _, ...person } = holder;
  const away = council.absences?.find(({ post, from, to }) => post === id && from <= on && on <= to);
  const deputy = away ? holderOf(council, away.cover, on) : null;
  return away && deputy ? { ...person, cover: { name: deputy.name, email: deputy.email, scheme: away.scheme } } : person;
};

const holdsOne = (council: Directory, email: string, on: LocalDate, ...kinds: Post['kind'][]): boolean =>
  council.posts.some(({ id, kind }) => kinds.includes(kind) && isSameAddress(holderOf(council, id, on)?.email ?? '', email));

/**
 * Whether an address is that of somebody in a post of scrutiny or of the council, to whom no power of the executive is delegated: that is
 * within it, or to an officer (section 9E of the Local Government Act 2000).
 */
export const isOfScrutiny = (council: Directory, email: string, on: LocalDate): boolean =>
  holdsOne(council, email, on, 'scrutiny', 'council');

const scrutinyChair = 'scrutiny-chair';
const agreeing = [scrutinyChair, 'council-chair', 'council-vice-chair'];

/**
 * Who may agree to urgency: the scrutiny chair, or else the chair, or else the vice-chair of the council (reg 11 of SI 2012/2089). Null
 * when none is in post, or the one named is none of these. Never a member of the executive, who can chair neither and would agree to what
 * they decide (ss 3(1A) and 5(1A) of the Local Government Act 1972, s 9FA(3) of that of 2000).
 */
export const agreeingChair = (council: Directory, on: LocalDate, named?: string): Asked | null => {
  const chair = agreeing
    .filter((post) => !named || post === named)
    .map((post) => holderOf(council, post, on))
    .find((found) => found !== null && !holdsOne(council, found.email, on, 'executive-member'));
  if (!chair) return null;
  const { group: _, ...person } = chair;
  return person;
};

/**
 * The chair whose being in post, able to act or not, keeps the vice-chair of the council from agreeing (reg 11(1)(c) of SI 2012/2089); null
 * when there is none.
 */
export const beforeViceChair = (council: Directory, on: LocalDate): InPost | null =>
  agreeing
    .slice(0, -1)
    .map((post) => holderOf(council, post, on))
    .find((chair) => chair !== null) ?? null;

/**
 * Who is given notice of a general exception: the scrutiny chair, or with none in post each member of the committee (reg 10(1)(a) of SI
 * 2012/2089).
 */
export const toldOfException = (
  council: Directory & Pick<Council, 'committees'>,
  on: LocalDate,
): { post: string | null; name: string; title: string; email: string }[] => {
  const chair = holderOf(council, scrutinyChair, on);
  if (chair) return [{ post: chair.post, name: chair.name, title: chair.title, email: chair.email }];
  return council.committees
    .filter((committee) => committee.chair === scrutinyChair)
    .flatMap(({ name, members }) => (members ?? []).map((member) => ({ ...member, post: null, title: `Member of the ${name}` })));
};

const makerKinds = {
  'executive-member': 'individual',
  body: 'body',
  officer: 'officer',
  scrutiny: 'individual',
  council: 'individual',
} as const;

const named = (council: Directory, id: string, on: LocalDate) => {
  const holder = holderOf(council, id, on);
  return holder ? { name: holder.name, title: holder.title } : null;
};

/**
 * The decision maker as reg 9(1)(c) of SI 2012/2089 has it named on a day: name and title, or body and members; null when the post is
 * empty.
 */
export const makerOf = (
  council: Directory,
  content: Pick<Draft, 'decisionMaker' | 'jointWith' | 'inThePlaceOf'>,
  on: LocalDate,
): Maker | null => {
  const post = content.decisionMaker ? postOf(council, content.decisionMaker) : null;
  const holder = post ? holderOf(council, post.id, on) : null;
  if (!post || !holder) return null;
  const joint = content.jointWith ? named(council, content.jointWith, on) : null;
  const place = content.inThePlaceOf ? named(council, content.inThePlaceOf, on) : null;
  return {
    post: post.id,
    kind: makerKinds[post.kind],
    name: holder.name,
    title: holder.title,
    email: holder.email,
    members: (post.members ?? []).flatMap((id) => named(council, id, on) ?? []),
    ...(joint ? { jointWith: joint } : {}),
    ...(place ? { inThePlaceOf: place.title } : {}),
  };
};

/** Whoever decides alone, or the two who decide together, by the post that they hold on a day; nobody for a body, which meets. */
export const decidersOf = (
  council: Directory,
  { decisionMaker, jointWith }: Pick<Draft, 'decisionMaker' | 'jointWith'>,
  on: LocalDate,
): InPost[] =>
  [decisionMaker, jointWith].flatMap((post) => (post && postOf(council, post)?.kind !== 'body' ? (holderOf(council, post, on) ?? []) : []));

/**
 * The member who signs for a body: the first of its members in post who was at the meeting, and so took the chair; null for an individual.
 */
export const chairOf = (council: Directory, body: string, on: LocalDate, present: string[] = []): InPost | null => {
  const members = (postOf(council, body)?.members ?? []).flatMap((id) => holderOf(council, id, on) ?? []);
  return members.find(({ name }) => present.includes(name)) ?? members[0] ?? null;
};
