import { makerOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Determination, In, OpenStep } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { invalid } from '../decision/refusal.ts';
import { answererOf, openSteps } from '../decision/steps.ts';
import { notConsulted } from '../consultation/in-consultation.rules.ts';
import { notInformed } from '../notice/exception-told.rules.ts';
import { answerable } from '../link/answerable.rules.ts';
import { notReached } from '../link/unreached.rules.ts';
import { recordOf } from '../record/record.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { beforeAgreement, keySinceNotice, tooEarly } from './lawful-day.rules.ts';
import { barred, interestFaults } from './interest.rules.ts';
import { changedSince, dayOf, paperFault, powerless, signedAlready } from './signature.rules.ts';

type Determine = CommandOf<'determine'>;
type Awaiting = In<'awaiting-decision'>;

const determinationOf = (decision: Awaiting, step: OpenStep, command: Determine, { now, council }: Given): Determination => {
  const decidedOn = dayOf(decision, command, now);
  const name = answererOf(step);
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

const approved = (decision: Awaiting, step: OpenStep, command: Determine, given: Given): Outcome => {
  const { stepId, words } = command;
  const first = decision.signatures.length + 1 < signaturesNeeded(decision);
  if (first)
    return happened({
      type: 'determination-countersigned',
      stepId,
      words,
      interest: { ...command.interest, name: answererOf(step) },
      on: command.signedOn ?? londonDate(given.now),
    });
  const determination = determinationOf(decision, step, command, given);
  // Urgency waits for no consultation: whoever was asked and has not answered is on the record as silent.
  const unanswered = openSteps(decision, 'consultation').map(({ id }) => id);
  const lost = unanswered.filter((id) => given.unreached?.includes(id));
  const silent = unanswered.filter((id) => !lost.includes(id));
  return happened(...lost.map(notReached), {
    type: 'decision-made',
    stepId,
    determination,
    record: recordOf(decision, determination.decidedOn, given),
    ...(silent.length > 0 ? { silent } : {}),
  });
};

/**
 * The decision maker approves, returns or declines, saying whether an interest is declared. Refuses before the earliest lawful
 * day, to the proposal's own submitter, to one barred by interest (Localism Act 2011, s 31), and on content changed since it was read; and
 * to approve it while somebody who must be informed of it in writing is not known to have been, or somebody in consultation with whom it is decided was reached by no email.
 */
export const determine = (decision: Awaiting, command: Determine, given: Given): Outcome => {
  const asked = answerable(decision, command, 'determination');
  if (!asked.ok) return asked;
  const faults = interestFaults(command);
  const on = londonDate(given.now);
  const signedOn = command.signedOn ?? on;
  const refused =
    tooEarly(decision, decision.meeting?.date ?? signedOn) ??
    beforeAgreement(decision, signedOn) ??
    paperFault(decision, command, asked.step, on) ??
    powerless(decision, asked.step, command, given) ??
    (faults.length > 0 ? invalid(faults) : null) ??
    changedSince(decision, command) ??
    barred(decision, command);
  if (refused) return refused;
  const { stepId, words, response } = command;
  if (response === 'approve')
    return (
      signedAlready(decision, asked.step) ??
      keySinceNotice(decision, dayOf(decision, command, given.now), given.council) ??
      notInformed(decision) ??
      notConsulted(decision, given) ??
      approved(decision, asked.step, command, given)
    );
  if (response === 'return') return happened({ type: 'proposal-returned', stepId, words });
  // One of two who decide together refuses alone.
  const refusedOn = decision.meeting?.date ?? signedOn;
  return happened({ type: 'proposal-declined', stepId, words, ...(refusedOn < on ? { on: refusedOn } : {}) });
};
