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
import { noticePublished, noticeUndeliverable } from '../notice/notice.emails.ts';
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

const nobody = (): Letter[] => [];

const askEach = (occasion: Occasion<'waiver-asked' | 'private-meeting-consent-asked'>): Letter[] =>
  occasion.happening.steps.filter(isOpen).map((step) => agreementAsked(occasion, step));

const writers: { [T in Happening['type']]: (occasion: Occasion<T>) => Letter[] } = {
  // Nobody but the officer has anything to do with a draft; an imported decision was told of in its own day, and one that is superseded
  // with the decision that took its place.
  'proposal-drafted': nobody,
  'draft-replaced': nobody,
  'decision-imported': nobody,
  'decision-superseded': nobody,
  'proposal-submitted': (occasion) => clearancesAsked(occasion, occasion.happening.steps),
  'proposal-corrected': (occasion) => [
    ...proposalCorrected(occasion),
    ...(occasion.happening.steps ?? []).filter(isOpen).map((step) => consultationAsked(occasion, step)),
  ],
  'decision-date-moved': dateMoved,
  'proposal-changed': proposalChanged,
  'clearance-given': clearanceGiven,
  'next-clearance-opened': (occasion) =>
    clearancesAsked(
      occasion,
      occasion.decision.steps.filter(({ id }) => id === occasion.happening.stepId),
    ),
  'proposal-cleared': proposalCleared,
  'proposal-returned': proposalReturned,
  'proposal-declined': proposalDeclined,
  'notice-published': noticePublished,
  'agreement-given': agreementGiven,
  'agreement-refused': agreementRefused,
  'consultation-answered': consultationAnswered,
  'consultation-closed': consultationClosed,
  'committee-outcome-recorded': committeeOutcome,
  'determination-opened': determinationOpened,
  'decision-made': decisionMade,
  'determination-countersigned': countersigned,
  'meeting-recorded': meetingRecorded,
  'call-in-extended': callInExtended,
  'decision-effective': decisionEffective,
  'proposal-withdrawn': proposalWithdrawn,
  'proposal-deferred': proposalDeferred,
  'proposal-resumed': proposalResumed,
  'waiver-asked': askEach,
  'private-meeting-consent-asked': askEach,
  'private-meeting-notice-published': secondNoticePublished,
  'proposal-handed-over': proposalHandedOver,
  'step-reminded': stepReminded,
  'splitting-pointed-out': splittingPointedOut,
  'link-reissued': linkReissued,
  'step-delegated': stepDelegated,
  'step-undeliverable': stepUndeliverable,
  'notice-undeliverable': noticeUndeliverable,
  'written-notice-given': nobody,
  'decision-called-in': calledIn,
  'call-in-validated': callInValidated,
  'call-in-concluded': callInConcluded,
  'decision-reconsidered': decisionReconsidered,
  'key-status-challenged': keyStatusChallenged,
  'key-status-reported': keyStatusReported,
};

const written = <T extends Happening['type']>(happening: HappeningOf<T>, scene: Scene): Letter[] => {
  const write = writers[happening.type as T] as (occasion: Occasion<T>) => Letter[];
  return write({ ...scene, happening });
};

const address = (letter: Letter): string => plainAddress(letter.to.email);

// The notice of reg 10(1)(a) of SI 2012/2089 is one that the law has given, whatever else its reader is asked.
const stands = ({ stepId, kind }: Letter): boolean => stepId !== undefined || kind === 'general-exception-notice';

/**
 * One email to one person: of several to the same address only the first stands, and none stands beside one that
 * asks something, but a notice that the law requires. Two asks of one person stay two, since each has its own link and needs its own answer.
 */
export const oneEach = (letters: Letter[]): Letter[] => {
  const asks = letters.filter(stands);
  const seen = new Set(asks.map(address));
  const told = letters.filter((letter) => !stands(letter) && !seen.has(address(letter)) && seen.add(address(letter)));
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
