import {
  calledIn,
  callInConcluded,
  callInValidated,
  decisionReconsidered,
  keyStatusChallenged,
  keyStatusReported,
} from '../call-in/call-in.emails.ts';
import { clearanceGiven, clearancesAsked, proposalCleared, proposalDeclined, proposalReturned } from '../clearance/clearance.emails.ts';
import { committeeOutcome, consultationAnswered, consultationAsked, consultationClosed } from '../consultation/consultation.emails.ts';
import type { Council } from '../council/council.schema.ts';
import type { Decision } from '../decision/decision.ts';
import { isOpen } from '../decision/steps.ts';
import type { DecisionEvent, Happening, HappeningOf } from '../decision/events.ts';
import { countersigned, determinationOpened, meetingRecorded } from '../determination/determination.emails.ts';
import { linkReissued, stepDelegated, stepReminded } from '../link/link.emails.ts';
import { stepUndeliverable } from '../link/unanswered.emails.ts';
import { agreementAsked, agreementGiven, agreementRefused, secondNoticePublished } from '../notice/agreement.emails.ts';
import { noticePublished } from '../notice/notice.emails.ts';
import { proposalHandedOver } from '../proposal/handing-over.emails.ts';
import {
  dateMoved,
  splittingPointedOut,
  proposalChanged,
  proposalCorrected,
  proposalDeferred,
  proposalResumed,
  proposalWithdrawn,
} from '../proposal/proposal.emails.ts';
import { callInExtended, decisionEffective, decisionMade } from '../record/record.emails.ts';
import { plainAddress } from '../rules/alike.ts';
import { type Letter, nothingAsked, type Occasion, type Scene } from './letter.ts';
import { stillAsked } from './still-asked.ts';

const written = (happening: Happening, rest: Scene): Letter[] => {
  const on = <T extends Happening['type']>(it: HappeningOf<T>): Occasion<T> => ({ ...rest, happening: it });
  switch (happening.type) {
    case 'proposal-submitted':
      return clearancesAsked(on(happening), happening.steps);
    case 'proposal-corrected':
      return [
        ...proposalCorrected(on(happening)),
        ...(happening.steps ?? []).flatMap((step) => (isOpen(step) ? [consultationAsked(rest, step)] : [])),
      ];
    case 'decision-date-moved':
      return dateMoved(on(happening));
    case 'proposal-changed':
      return proposalChanged(on(happening));
    case 'clearance-given':
      return clearanceGiven(on(happening));
    case 'next-clearance-opened':
      return clearancesAsked(
        on(happening),
        rest.decision.steps.filter(({ id }) => id === happening.stepId),
      );
    case 'proposal-cleared':
      return proposalCleared(on(happening));
    case 'proposal-returned':
      return proposalReturned(on(happening));
    case 'proposal-declined':
      return proposalDeclined(on(happening));
    case 'notice-published':
      return noticePublished(on(happening));
    case 'agreement-given':
      return agreementGiven(on(happening));
    case 'agreement-refused':
      return agreementRefused(on(happening));
    case 'consultation-answered':
      return consultationAnswered(on(happening));
    case 'consultation-closed':
      return consultationClosed(on(happening));
    case 'committee-outcome-recorded':
      return committeeOutcome(on(happening));
    case 'determination-opened':
      return determinationOpened(on(happening));
    case 'decision-made':
      return decisionMade(on(happening));
    case 'determination-countersigned':
      return countersigned(on(happening));
    case 'meeting-recorded':
      return meetingRecorded(on(happening));
    case 'call-in-extended':
      return callInExtended(on(happening));
    case 'decision-effective':
      return decisionEffective(on(happening));
    case 'proposal-withdrawn':
      return proposalWithdrawn(on(happening));
    case 'proposal-deferred':
      return proposalDeferred(on(happening));
    case 'proposal-resumed':
      return proposalResumed(on(happening));
    case 'waiver-asked':
    case 'private-meeting-consent-asked':
      return happening.steps.flatMap((step) => (isOpen(step) ? [agreementAsked(rest, step)] : []));
    case 'private-meeting-notice-published':
      return secondNoticePublished(on(happening));
    case 'proposal-handed-over':
      return proposalHandedOver(on(happening));
    case 'step-reminded':
      return stepReminded(on(happening));
    case 'splitting-pointed-out':
      return splittingPointedOut(on(happening));
    case 'link-reissued':
      return linkReissued(on(happening));
    case 'step-delegated':
      return stepDelegated(on(happening));
    case 'step-undeliverable':
      return stepUndeliverable(on(happening));
    case 'decision-called-in':
      return calledIn(on(happening));
    case 'call-in-validated':
      return callInValidated(on(happening));
    case 'call-in-concluded':
      return callInConcluded(on(happening));
    case 'decision-reconsidered':
      return decisionReconsidered(on(happening));
    case 'key-status-challenged':
      return keyStatusChallenged(on(happening));
    case 'key-status-reported':
      return keyStatusReported(on(happening));
    // Nobody but the officer has anything to do with a draft; an imported decision was told of in its own day, and one that is superseded
    // with the decision that took its place.
    case 'proposal-drafted':
    case 'draft-replaced':
    case 'decision-imported':
    case 'decision-superseded':
      return [];
    default:
      return happening satisfies never;
  }
};

const address = (letter: Letter): string => plainAddress(letter.to.email);

/**
 * One email to one person: of several to the same address only the first stands, and none stands beside one that
 * asks something. Two asks of one person stay two, since each has its own link and needs its own answer.
 */
export const oneEach = (letters: Letter[]): Letter[] => {
  const asks = letters.filter(({ stepId }) => stepId !== undefined);
  const seen = new Set(asks.map(address));
  const told = letters.filter((letter) => letter.stepId === undefined && !seen.has(address(letter)) && seen.add(address(letter)));
  return [...asks, ...told];
};

// Whoever is written to for one reason may be asked something for another: the officer of a proposal may be consulted about it.
const truly = (letter: Letter, scene: Scene): Letter => {
  const { stepId, to, whatHappensNext } = letter;
  return stepId === undefined ? { ...letter, whatHappensNext: whatHappensNext.replace(nothingAsked, stillAsked(scene, to)) } : letter;
};

/**
 * Every letter that an event calls for. `decision` is as it stood after the event, or later: what is no longer asked is not asked. None says
 * that nothing is asked of somebody who has an answer to give.
 */
export const lettersFor = (event: DecisionEvent, decision: Decision, council: Council): Letter[] => {
  const scene = { decision, council, at: event.at, by: event.by };
  return oneEach(written(event.happening, scene)).map((letter) => truly(letter, scene));
};
