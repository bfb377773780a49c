import { makerOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Determination, In, Interest, Meeting, OpenStep } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { answering, openSteps, standing } from '../decision/steps.ts';
import { answerable } from '../link/answerable.rules.ts';
import { inPost } from '../link/in-post.rules.ts';
import { recordOf } from '../record/record.rules.ts';
import { inWords, latest, londonDate } from '../rules/local-date.ts';
import { beforeAgreement, beforeConsent, keySinceNotice, tooEarly } from './lawful-day.rules.ts';
import { chairAsked } from './opening.rules.ts';

type Determine = CommandOf<'determine'>;
type Awaiting = In<'awaiting-decision'>;

const interestFaults = ({ interest, response, words }: Determine) => [
  ...(interest.interest === 'declared' && !interest.detail?.trim() ? [{ path: 'interestDetail', message: 'Say what the interest is' }] : []),
  ...(response !== 'approve' && !words.trim() ? [{ path: 'words', message: response === 'return' ? 'Say what needs to change' : 'Say why you decline' }] : []),
];

/** A declared interest bars unless it is said not to be pecuniary, or a dispensation covers it; one who is barred may still hand the decision back. */
const barred = ({ interest, kind, dispensation }: Interest, response: Determine['response']): Refused | null => {
  if (interest === 'none' || response === 'return' || kind === 'other' || dispensation?.trim()) return null;
  return refuse('disclosable-interest', 'Localism Act 2011, section 31', 'You have declared an interest that stops you deciding this. Return it with words, and the clerk will arrange for somebody else to decide.');
};

const changedSince = (decision: Awaiting, command: Determine): Refused | null =>
  command.fingerprint === undefined || command.fingerprint === fingerprint(decision.content)
    ? null
    : refuse('content-changed', 'Council approval procedure', 'The proposal was changed after you opened this page. Read it again, and answer on the new page.', { contentHash: fingerprint(decision.content) });

const nameOf = (step: OpenStep) => (step.cover ? `${step.cover.name} for ${step.name}` : step.name);

// Two decide together on the day of the later signature, in whatever order they come in.
const dayOf = ({ meeting, signatures }: Awaiting, { signedOn }: Determine, now: string) =>
  meeting?.date ?? latest(signedOn ?? londonDate(now), ...signatures.flatMap(({ on }) => on ?? []));

/** Each who signs holds their post on the day of the decision; who returns or declines it answers alone. A body has decided at its meeting, whoever signs for it. */
const powerless = (decision: Awaiting, step: OpenStep, command: Determine, { now, council }: Given): Refused | null => {
  if (decision.meeting) return null;
  if (command.response !== 'approve') return inPost(step, council, command.signedOn ?? londonDate(now));
  const signed = standing(decision, 'determination').filter(({ state }) => state === 'approved');
  const on = dayOf(decision, command, now);
  return [step, ...signed].map((each) => inPost(each, council, on)).find((refused) => refused !== null) ?? null;
};

const determinationOf = (decision: Awaiting, step: OpenStep, command: Determine, { now, council }: Given): Determination => {
  const decidedOn = dayOf(decision, command, now);
  const name = nameOf(step);
  const own = { ...command.interest, name };
  const declared = [...(decision.meeting?.interests ?? []), ...decision.signatures.map(({ on: _, ...signature }) => signature)];
  // A chair who has none and of whom the minutes say so is not listed twice.
  const said = own.interest === 'none' && declared.some((each) => each.name === name && each.interest === 'none');
  return {
    // Whoever held the posts, or sat on the body, when it was decided: the notice named those of its own day.
    by: makerOf(council, decision.content, decidedOn) ?? decision.notice.maker,
    decidedAt: now,
    decidedOn,
    contentHash: fingerprint(decision.content),
    interests: said ? declared : [...declared, own],
    words: command.words,
    signedBy: [...decision.signatures.map((signature) => signature.name), name].join(' and '),
    ...(step.cover ? { cover: step.cover.scheme } : {}),
    ...(command.by.override ? { override: command.by.override } : {}),
    ...(decision.meeting ? { meeting: decision.meeting } : {}),
  };
};

// Counted from what was noticed, not from the links that happen to be open: one that came back still wants its signature.
const signaturesNeeded = ({ notice, content }: Awaiting) => (notice.maker.kind !== 'body' && content.jointWith ? 2 : 1);

const signedAlready = (decision: Awaiting, step: OpenStep): Refused | null => {
  const email = answering(step).email.toLowerCase();
  const other = standing(decision, 'determination').some((signed) => signed.state === 'approved' && answering(signed).email.toLowerCase() === email);
  return other ? refuse('two-decide-together', 'Reg 13 of SI 2012/2089', 'The same person has signed already. Two who decide together must be two people.') : null;
};

const approved = (decision: Awaiting, step: OpenStep, command: Determine, given: Given): Outcome => {
  const { stepId, words } = command;
  const first = decision.signatures.length + 1 < signaturesNeeded(decision);
  if (first) return happened({ type: 'determination-countersigned', stepId, words, interest: { ...command.interest, name: nameOf(step) }, on: command.signedOn ?? londonDate(given.now) });
  const determination = determinationOf(decision, step, command, given);
  // Urgency waits for no consultation: whoever was asked and has not answered is on the record as silent.
  const silent = openSteps(decision, 'consultation').map(({ id }) => id);
  return happened({ type: 'decision-made', stepId, determination, record: recordOf(decision, determination.decidedOn, given), ...(silent.length > 0 ? { silent } : {}) });
};

/** A signature given on paper is recorded later by the clerk, marked as such; nobody else can date a signature. */
const paperFault = ({ correctedOn }: Awaiting, { signedOn, by }: Determine, { openedAt }: OpenStep, on: string): Refused | null => {
  if (signedOn === undefined) return null;
  if (by.override === undefined) return refuse('signed-today', 'Reg 13 of SI 2012/2089', 'A decision made by a link is dated the day on which it is made.');
  if (signedOn > on) return invalid([{ path: 'signedOn', message: 'That day is still to come' }]);
  const asked = latest(londonDate(openedAt), ...(correctedOn ? [correctedOn] : []));
  return signedOn < asked ? refuse('signed-before-asked', 'Reg 13 of SI 2012/2089', `This was put to the decision maker, or last corrected, on ${inWords(asked)}; a signature cannot be older than what is signed.`, { askedOn: asked }) : null;
};

/**
 * The decision maker approves, returns or declines, saying whether an interest is declared. Refuses before the earliest lawful
 * day, to the proposal's own submitter, to one barred by interest (Localism Act 2011 s31), and on content changed since it was read.
 */
export const determine = (decision: Awaiting, command: Determine, given: Given): Outcome => {
  const asked = answerable(decision, command, 'determination');
  if (!asked.ok) return asked;
  const faults = interestFaults(command);
  const on = londonDate(given.now);
  const signedOn = command.signedOn ?? on;
  const refused = tooEarly(decision, signedOn) ?? beforeAgreement(decision, signedOn) ?? paperFault(decision, command, asked.step, on) ?? powerless(decision, asked.step, command, given) ?? (faults.length > 0 ? invalid(faults) : null) ?? changedSince(decision, command) ?? barred(command.interest, command.response);
  if (refused) return refused;
  const { stepId, words, response } = command;
  const decidedOn = dayOf(decision, command, given.now);
  if (response === 'approve') return signedAlready(decision, asked.step) ?? keySinceNotice(decision, decidedOn, given.council) ?? approved(decision, asked.step, command, given);
  return happened({ type: response === 'return' ? 'proposal-returned' : 'proposal-declined', stepId, words });
};

const resolutionFaults = ({ content }: Awaiting, { conditions }: Meeting) =>
  (conditions ?? []).flatMap(({ resolution }, index) => (resolution > content.proposedDecision.length ? [{ path: `conditions.${index}.resolution`, message: `There is no resolution ${resolution}` }] : []));

/** The clerk records the meeting at which a body decided; its chair is then asked to sign. Refuses a meeting before the lawful day or still to come. */
export const recordMeeting = (decision: Awaiting, { meeting }: CommandOf<'record-meeting'>, given: Given): Outcome => {
  const { maker } = decision.notice;
  if (maker.kind !== 'body') return refuse('decided-by-one-person', 'Reg 13 of SI 2012/2089', `${maker.title} decides this alone, by the link in their email. There is no meeting to record.`);
  if (meeting.date > londonDate(given.now)) return refuse('meeting-has-been', 'Reg 12 of SI 2012/2089', `The meeting on ${inWords(meeting.date)} is still to come.`, { clearsOn: meeting.date });
  const early = tooEarly(decision, meeting.date) ?? beforeAgreement(decision, meeting.date) ?? beforeConsent(decision, meeting.date) ?? keySinceNotice(decision, meeting.date, given.council);
  if (early) return early;
  const members = (makerOf(given.council, decision.content, meeting.date) ?? maker).members;
  const strangers = meeting.present.filter((name) => !members.some((member) => member.name === name));
  if (members.length > 0 && strangers.length === meeting.present.length) return invalid([{ path: 'present', message: `None of these is a member of ${maker.title}` }]);
  const faults = resolutionFaults(decision, meeting);
  if (faults.length > 0) return invalid(faults);
  return happened({ type: 'meeting-recorded', meeting, steps: chairAsked(decision, meeting, given) });
};
