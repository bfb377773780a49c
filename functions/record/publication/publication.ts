import { holderOf, postOf } from '../../council/directory.rules.ts';
import type { Council } from '../../council/council.schema.ts';
import type { Decision } from '../../decision/decision.ts';
import { shortFingerprint } from '../../decision/fingerprint.ts';
import { particularsOf } from './particulars.ts';
import { publicCallIn, publicKeyChallenge, publicWaiver } from './public-call-in.ts';
import { publicConsultation } from './public-consultation.ts';
import { publicDetermination, publicEnding, publicInterests, publicResolutions } from './public-decision.ts';
import { publicKey } from './public-key.ts';
import { publicContracts, publicFinancial } from './public-money.ts';
import { publicLawfulness } from './public-lawfulness.ts';
import { publicAccessOf, publicPrivateMeeting, publicShortNotice } from './public-notice.ts';
import { publicStatus } from './public-status.ts';
import { publicTimeline } from './public-timeline.ts';
import { publicTimetable } from './public-timetable.ts';
import type { Publication } from './publication.schema.ts';
import { isAllPublic, refusedByMaker, type Sight, shown, sightOf, withheldFrom } from './sight.rules.ts';

const sections = (sight: Sight) => ({
  decision: publicResolutions(sight),
  background: shown(sight, 'background', ({ background }) => background),
  reasons: shown(sight, 'reasons', ({ reasons }) => reasons),
  financialImplications: publicFinancial(sight),
  legalImplications: shown(sight, 'legalImplications', ({ legalImplications }) => legalImplications),
  equalityImplications: shown(sight, 'equalityImplications', ({ equalityImplications: { status, date, words } }) => ({
    status,
    date: date ?? null,
    words,
  })),
  dataProtectionImplications: shown(sight, 'dataProtectionImplications', ({ dataProtectionImplications: { status, words } }) => ({
    status,
    words,
  })),
  alternatives: shown(sight, 'alternatives', ({ alternatives }) => alternatives),
  consultation: publicConsultation(sight),
  contracts: publicContracts(sight),
});

// Directors change; the one named is the one whose proposal it was when its notice went up.
const directorOf = ({ content, council, notice }: Sight): Publication['leadDirector'] => {
  const post = content && postOf(council, content.leadDirector);
  if (!post) return null;
  const holder = holderOf(council, post.id, notice.publishedOn);
  return { name: holder?.name ?? post.title, title: holder?.title ?? post.title };
};

const about = (sight: Sight) => ({ ...described(sight), leadDirector: directorOf(sight) });

const described = ({ content, council }: Sight) => ({
  department: content?.department ?? null,
  contact: content ? { ...content.contact, phone: content.contact.phone ?? null } : null,
  areaWord: council.areaWord,
  divisionsAffected: content?.divisionsAffected ?? null,
});

const proofs = ({ decision }: Sight) => {
  const contentHash = 'contentHash' in decision && isAllPublic(decision.content) ? decision.contentHash : null;
  return {
    contentHash,
    fingerprint: contentHash && shortFingerprint(contentHash),
    historyHead: decision.head,
    updatedAt: decision.updatedAt,
  };
};

const taking = (sight: Sight) => ({
  interests: publicInterests(sight),
  determination: publicDetermination(sight),
  ending: publicEnding(sight),
  callIn: publicCallIn(sight),
  callInWaiver: publicWaiver(sight),
  keyChallenge: publicKeyChallenge(sight),
  privateMeeting: publicPrivateMeeting(sight),
  replaces: sight.content?.replaces ?? [],
  supersededBy: ('superseded' in sight.decision ? sight.decision.superseded : undefined) ?? null,
  lawfulness: publicLawfulness(sight),
});

/**
 * Everything about a decision that the public may read; null until a notice of it was published. Exempt parts are
 * null here and named in `withheld`, so that no page, list or file made from this can show them (reg 20 of SI
 * 2012/2089). What somebody wrote when clearing it, and what has been changed since the notice, is never in it.
 */
export const publicationOf = (decision: Decision, council: Council): Publication | null => {
  const sight = sightOf(decision, council);
  if (sight === null) return null;
  const key = publicKey(sight);
  const status = publicStatus(decision);
  const { matter, ...particulars } = particularsOf(sight, key.isKey);
  return {
    schema: 1,
    number: sight.number,
    kind: 'determination' in decision || refusedByMaker(decision) ? 'record' : 'notice',
    council: { id: council.id, name: council.name },
    status,
    subject: matter,
    ...about(sight),
    particulars: { matter, ...particulars },
    key,
    ...sections(sight),
    ...taking(sight),
    publicAccess: publicAccessOf(sight),
    withheld: withheldFrom(sight),
    shortNotice: publicShortNotice(sight),
    findings: (decision.imported?.findings ?? []).map(({ words }) => words),
    timetable: publicTimetable(sight),
    timeline: publicTimeline(sight, status),
    ...proofs(sight),
  };
};
