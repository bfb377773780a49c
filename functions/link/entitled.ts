import type { Council } from '../council/council.schema.ts';
import type { Decision } from '../decision/decision.ts';
import { type PublicSection, publicSections } from '../record/publication/public-section.schema.ts';
import { isAllPublic, releasedContent, sightOf } from '../record/publication/sight.rules.ts';

const nothing: ReadonlySet<PublicSection> = new Set();
const everything: ReadonlySet<PublicSection> = new Set(publicSections);

/**
 * The sections kept from one reader. Posts and officers of the council are entitled to all of it; somebody outside
 * sees what the public sees and no more (reg 20 of SI 2012/2089), so a proposal not yet published is all kept back.
 */
export const hiddenFrom = (reader: { external?: boolean | undefined }, decision: Decision, council: Council): ReadonlySet<PublicSection> =>
  reader.external ? (sightOf(decision, council)?.hidden ?? everything) : nothing;

/**
 * The subject as a reader may know it: to somebody outside, as it was last published, whatever the proposal has become since. Null where
 * there is none, or none that they may know.
 */
export const subjectFor = (reader: { external?: boolean | undefined }, decision: Decision): string | null => {
  if (!reader.external) return decision.content.subject ?? null;
  return decision.notice && (releasedContent(decision) ?? decision.notice).subject;
};

/** Whether a reader may have the fingerprint of the whole content: somebody outside only where they may read all of that. */
export const isFingerprinted = ({ content }: Decision, reader: { external?: boolean | undefined }): boolean =>
  !reader.external || isAllPublic(content);
