import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In, Notice } from '../decision/decision.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { movedByCounting } from './counted-again.rules.ts';
import { withGiven } from './written-notice.ts';
import { inWords, londonDate } from '../rules/local-date.ts';

type Noticed = In<'notice-published' | 'awaiting-decision' | 'deferred'>;
type Changed = In<'in-clearance' | 'cleared'>;

const reg10 = 'Reg 10 of SI 2012/2089';

const toldOf = (notice: Notice | null): Pick<Notice, 'unreached' | 'given'> => (notice?.route === 'general-exception' ? notice : {});

/**
 * An email with the written notice of regulation 10(1)(a) of SI 2012/2089 never arrived: the record says so, and the clerk is told. Said once
 * of each of those who are written to; the notice published again is another. It is said also of a decision changed since, whose next notice
 * would else have the days of this one.
 */
export const markNoticeUndeliverable = (
  { notice }: Noticed | Changed,
  { name, email, words }: CommandOf<'mark-notice-undeliverable'>,
): Outcome => {
  const { unreached = [], given = [] } = toldOf(notice);
  const isKnown = unreached.includes(name) || given.some((each) => each.name === name);
  return notice?.route === 'general-exception' && !isKnown ? happened({ type: 'notice-undeliverable', name, email, words }) : happened();
};

/**
 * Refuses a decision under the general exception while somebody who must be informed in writing is not known to have been: no email with the
 * notice reached them, and nobody has entered that they have it (reg 10(1)(a)).
 */
export const notInformed = ({ notice }: Pick<Decision, 'notice'>): Refused | null => {
  const { unreached = [] } = toldOf(notice);
  if (unreached.length === 0) return null;
  const words = `No email with the written notice of regulation 10 reached ${unreached.join(' or ')}. The clerk gives it otherwise, and enters when.`;
  return refuse('written-notice', reg10, words);
};

/**
 * The clerk enters on which day somebody whom the email with the notice of regulation 10 did not reach was given it otherwise. From that
 * day its clear days are counted, so that whoever is informed has them all. Entered once more, it puts a day right that was entered by
 * mistake. Refuses a name that it reached, a day that is entered already, and one to come or before there was a proposal.
 */
export const recordWrittenNotice = (
  { notice, submittedAt, status }: Noticed,
  { name, givenOn, words }: CommandOf<'record-written-notice'>,
  { now }: Given,
): Outcome => {
  const { unreached = [], given = [] } = toldOf(notice);
  const lacked = [...unreached, ...given.map((each) => each.name)];
  if (given.some((each) => each.name === name && each.on === givenOn))
    return refuse('written-notice-given', reg10, `It is entered already that ${name} was given the notice on ${inWords(givenOn)}.`);
  if (lacked.length === 0)
    return refuse('written-notice-not-due', reg10, 'Nobody is known to have lacked a written notice of regulation 10 of this decision.');
  const faults = [
    ...(lacked.includes(name) ? [] : [{ path: 'name', message: `Name one of those whom it did not reach: ${lacked.join(', ')}` }]),
    ...(givenOn > londonDate(now) ? [{ path: 'givenOn', message: 'This day is still to come' }] : []),
    ...(givenOn < londonDate(submittedAt) ? [{ path: 'givenOn', message: 'The decision was not proposed by that day' }] : []),
  ];
  if (faults.length > 0) return invalid(faults);
  const entered = { name, on: givenOn, words };
  // Whoever was asked already to decide is asked again on the later day.
  const moved = notice && status === 'awaiting-decision' ? movedByCounting(withGiven(notice, entered), londonDate(now)) : null;
  return happened({ type: 'written-notice-given', ...entered }, ...(moved ? [moved] : []));
};
