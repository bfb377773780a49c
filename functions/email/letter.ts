import type { Council } from '../council/council.schema.ts';
import { holderOf, postOf } from '../council/directory.rules.ts';
import type { Decision, Maker, Stage, Step } from '../decision/decision.ts';
import type { Actor, Happening, HappeningOf } from '../decision/events.ts';
import { answering } from '../decision/steps.ts';
import { subjectFor } from '../link/entitled.ts';
import type { WordChange } from '../link/word-changes.ts';
import { isSameAddress } from '../rules/alike.ts';
import { type Instant, type LocalDate, londonDate } from '../rules/local-date.ts';
import { shortened } from '../rules/shortened.ts';

/** What a letter is about, as a clerk looking through the emails of a decision would sort them. */
export type LetterKind =
  | Happening['type']
  | `${Stage}-asked`
  | 'meeting-asked'
  | 'general-exception-notice'
  | 'step-overdue'
  | 'signing-code'
  | 'open-steps-digest'
  | 'contracts-digest';

/** Whoever a letter goes to. `external` people are not of the council, and never get exempt words. */
export type Person = { name: string; email: string; post: string | null; title?: string | undefined; external?: boolean | undefined };

/** A term and what is said of it; `address` is where it leads, whole, for the reader of this one letter. */
export type Fact = { term: string; value: string; address?: string };

/** One email as data. With a `stepId` it carries that step's own link; without, it carries no link that could answer anything. */
export type Letter = {
  kind: LetterKind;
  to: Person;
  stepId?: string | undefined;
  subject: string;
  heading: string;
  greeting: string;
  paragraphs: string[];
  facts: Fact[];
  changes?: { part: string; words: WordChange[] }[] | undefined;
  action?: { label: string; path?: string | undefined } | undefined;
  byWhen?: LocalDate | undefined;
  whatHappensNext: string;
  calendar?: { date: LocalDate; title: string; uid: string; at: Instant } | undefined;
  fingerprint?: string | undefined;
};

/** A decision as it stood after an event, and when and by whom the event came about. */
export type Scene = { decision: Decision; council: Council; at: Instant; by: Actor };

/** One kind of event in its scene: all that a letter is written from. */
export type Occasion<T extends Happening['type']> = Scene & { happening: HappeningOf<T> };

type Wording = Pick<Letter, 'kind' | 'heading' | 'paragraphs' | 'whatHappensNext'> &
  Partial<Pick<Letter, 'stepId' | 'facts' | 'changes' | 'action' | 'byWhen' | 'fingerprint'>> & {
    about: string;
    calendarTitle?: string | undefined;
  };

// Inboxes cut a subject at some 60 to 100 characters; the whole of it is in the letter.
const mostOfSubject = 90;

/**
 * The day by which something is asked for, while it is still to come on the Europe/London day of the letter; what is overdue is not asked
 * for by a day that is past.
 */
export const dueYet = ({ at }: Pick<Scene, 'at'>, day: LocalDate | null | undefined): LocalDate | undefined =>
  day != null && day >= londonDate(at) ? day : undefined;

/** A person as a letter names them: name and title, or the title alone where nobody is named. */
export const named = ({ name, title }: { name: string; title: string }): string =>
  name === title || name === `The ${title}` ? title : `${name}, ${title}`;

/** What ends a letter that only tells. Whoever has an answer to give is told so in its place, by `lettersFor`. */
export const nothingAsked = 'Nothing is asked of you.';

/** The decision's number, or how to call it before it has one. */
export const numberOf = (decision: Decision): string => decision.number ?? 'Draft';

/** The subject of the decision as one reader may know it, whatever state it is in. */
export const subjectOf = (decision: Decision, reader: Pick<Person, 'external'>): string => subjectFor(reader, decision) ?? 'no subject yet';

/** Where the public finds the decision; null before it has a number. */
export const publicPath = (decision: Decision): string | null => (decision.number ? `/decisions/${decision.number}` : null);

const calendarOf = ({ decision, at }: Scene, { byWhen, calendarTitle, stepId, kind }: Wording): Letter['calendar'] =>
  byWhen && calendarTitle
    ? { date: byWhen, title: `${numberOf(decision)}: ${calendarTitle}`, uid: `${decision.id}-${stepId ?? kind}`, at }
    : undefined;

// What is asked of the clerk or the officer without a link of their own is done at the desk; nobody else can be told to sign in there.
const atTheDesk = ({ post, email }: Person, { decision }: Scene): Letter['action'] =>
  post === 'clerk' || isSameAddress(email, decision.submittedBy.email)
    ? { label: 'Open the proposal', path: `/desk/proposals/${decision.id}` }
    : undefined;

/**
 * A letter to one person about one decision, its subject line beginning with the decision's number. One that leads nowhere else leads the
 * clerk and the officer to the proposal's file.
 */
export const letterTo = (to: Person, occasion: Scene, wording: Wording): Letter => {
  const { about, calendarTitle: _, ...rest } = wording;
  const { decision } = occasion;
  return {
    facts: [],
    ...rest,
    action: rest.action ?? atTheDesk(to, occasion),
    to,
    subject: `${numberOf(decision)}: ${about} – ${shortened(subjectOf(decision, to), mostOfSubject)}`,
    greeting: `Dear ${to.name.replace(/^The /, '')}`,
    calendar: calendarOf(occasion, wording),
  };
};

/** Whoever answers a step: the person asked, or the cover in their place. */
export const personOf = (step: Step): Person => ({ ...answering(step), post: step.post, external: step.external });

/** In which capacity a step is asked of whoever answers it: for themselves, or in the place of the person that they cover for. */
export const askedAs = ({ name, title, cover }: Step): string =>
  cover ? `in place of ${named({ name, title })}, under ${cover.scheme}` : `as ${title}`;

/** Whoever holds these posts on the day of the event; a post that nobody holds is passed over. */
export const holdersOf = ({ council, at }: Scene, ...posts: (string | undefined)[]): (Person & { title: string })[] =>
  posts
    .flatMap((post) => (post ? (holderOf(council, post, londonDate(at)) ?? []) : []))
    .map(({ post, name, title, email }) => ({ post, name, title, email }));

/** The officer whose proposal it is. */
export const officerOf = ({ decision }: Scene): Person => ({
  name: decision.submittedBy.name,
  email: decision.submittedBy.email,
  post: null,
});

/** The officer and the lead director: who is told whatever happens to their proposal. */
export const owners = (occasion: Scene): Person[] => [officerOf(occasion), ...holdersOf(occasion, occasion.decision.content.leadDirector)];

/** Whoever holds the post that decides on the day of the event, or both where two decide together. */
export const makersNow = (occasion: Scene): Person[] => {
  const { decisionMaker, jointWith } = occasion.decision.content;
  return holdersOf(occasion, decisionMaker, jointWith);
};

// Whoever is to decide may be others by now than those of the notice, which is all that anybody outside may know.
const makerKnown = ({ decision }: Scene, { external }: Pick<Person, 'external'>): Maker | undefined =>
  'determination' in decision ? decision.determination.by : external ? decision.notice?.maker : undefined;

const inPostNow = (scene: Scene, post: string): string => {
  const [holder] = holdersOf(scene, post);
  const found = postOf(scene.council, post);
  if (!holder) return found?.title ?? 'not yet named';
  return found?.kind === 'body' ? holder.title : named(holder);
};

/**
 * The decision maker in words: who decided; before that, who is to on the day, or to somebody outside who was to by the notice. The post
 * alone where nobody holds it.
 */
export const makerInWords = (occasion: Scene, reader: Pick<Person, 'external'>): string => {
  const maker = makerKnown(occasion, reader);
  const { decisionMaker = '', jointWith } = occasion.decision.content;
  if (maker?.kind === 'body') return maker.title;
  const [first, second] = maker
    ? [named(maker), maker.jointWith && named(maker.jointWith)]
    : [inPostNow(occasion, decisionMaker), jointWith && inPostNow(occasion, jointWith)];
  return second ? `${first}, jointly with ${second}` : first;
};
