import type { Council } from '../../council/council.schema.ts';
import type { Decision, Notice } from '../../decision/decision.ts';
import { standing } from '../../decision/steps.ts';
import type { Draft, Proposal, PublicAccess } from '../../proposal/proposal.schema.ts';
import { type PublicSection, publicSections } from './public-section.schema.ts';
import { paragraphInWords } from '../schedule-12a.rules.ts';

/** A decision with a published notice, as far as the public may see into it. */
export type Sight = {
  decision: Decision;
  council: Council;
  notice: Notice;
  number: string;
  /** null while it holds changes of which no notice has been published. */
  content: Proposal | null;
  hidden: ReadonlySet<PublicSection>;
};

const all: ReadonlySet<PublicSection> = new Set(publicSections);

/** Whether the decision maker, and not somebody asked to clear it, said no. */
export const refusedByMaker = (decision: Decision): boolean =>
  decision.status === 'declined' && standing(decision, 'determination').some(({ state }) => state === 'declined');

/** What of a decision's content a notice has been published of; null while it went back to be changed, when it may hold anything. */
export const releasedContent = (decision: Decision): Proposal | null => {
  switch (decision.status) {
    case 'notice-published':
    case 'awaiting-decision':
    case 'decided':
    case 'called-in':
    case 'effective':
      return decision.content;
    case 'deferred':
      return decision.deferred.from === 'cleared' ? null : decision.content;
    case 'declined':
      return refusedByMaker(decision) ? decision.content : null;
    case 'draft':
    case 'in-clearance':
    case 'cleared':
    case 'withdrawn':
      return null;
    default:
      return decision satisfies never;
  }
};

// A total or an option's price would give away the sums that were kept back, so both go together.
const hiddenBy = (access: PublicAccess): ReadonlySet<PublicSection> => {
  if (access.kind === 'open') return new Set();
  if (access.kind === 'fully-exempt') return all;
  const sections = new Set<PublicSection>(access.sections);
  if (sections.has('financialImplications') || sections.has('contracts')) sections.add('figures');
  return sections;
};

/**
 * Whether all that the fingerprint of a proposal is taken from can be read by anybody. Where not, a stranger who had it could find out what
 * is kept back by trying until it fits: an exempt figure, the address of somebody consulted, that of an exempt document.
 */
export const isAllPublic = ({ publicAccess, consultees = [], documents = [] }: Draft): boolean =>
  publicAccess?.kind === 'open' &&
  consultees.every((who) => typeof who === 'string' || who.external === false) &&
  documents.every(({ access, url }) => access === 'open' || !url);

type Noticed = { notice: Notice; number: string };

/** Whether a notice of a decision was ever published, so that the public may see something of it. */
export const isPublic = <D extends Decision>(decision: D): decision is D & Noticed => decision.notice !== null && decision.number !== null;

/** What the public may see of a decision; null until a notice of it was published. */
export const sightOf = (decision: Decision, council: Council): Sight | null => {
  if (!isPublic(decision)) return null;
  const { notice, number } = decision;
  const content = releasedContent(decision);
  return { decision, council, notice, number, content, hidden: content ? hiddenBy(content.publicAccess) : all };
};

/** The section made from released content, or null where it is kept back. */
export const shown = <T>({ content, hidden }: Sight, section: PublicSection, make: (content: Proposal) => T): T | null =>
  content === null || hidden.has(section) ? null : make(content);

const whyHidden = ({ decision, content }: Sight): string => {
  if (content === null)
    return decision.status === 'withdrawn' || decision.status === 'declined'
      ? 'The proposal did not go ahead.'
      : 'The proposal is being changed. A new notice will follow.';
  const { paragraphs, publicInterest } = content.publicAccess;
  return `Not published: ${[...new Set(paragraphs)].map(paragraphInWords).join('; ')}. ${publicInterest ?? ''}`.trim();
};

/** Every section kept back, with the reason the public is given. */
export const withheldFrom = (sight: Sight): { section: PublicSection; words: string }[] =>
  [...sight.hidden].map((section) => ({ section, words: whyHidden(sight) }));
