import type { CommandOf, Given } from '../decision/commands.ts';
import type { In, OpenStep } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { answering, standing } from '../decision/steps.ts';
import { inPost } from '../link/in-post.rules.ts';
import { isSameAddress } from '../rules/alike.ts';
import { coverOver } from './cover.rules.ts';
import { inWords, latest, londonDate } from '../rules/local-date.ts';

type Determine = CommandOf<'determine'>;
type Awaiting = In<'awaiting-decision'>;

/** Nobody signs other content than they read. */
export const changedSince = (decision: Awaiting, command: Determine): Refused | null =>
  command.fingerprint === undefined || command.fingerprint === fingerprint(decision.content)
    ? null
    : refuse(
        'content-changed',
        'Council approval procedure',
        'The proposal was changed after you opened this page. Read it again, and answer on the new page.',
        { contentHash: fingerprint(decision.content) },
      );

/** The day of the decision: of the meeting of a body, or of the later signature of two, in whatever order they come in. */
export const dayOf = ({ meeting, signatures }: Awaiting, { signedOn }: Determine, now: string) =>
  meeting?.date ?? latest(signedOn ?? londonDate(now), ...signatures.flatMap(({ on }) => on ?? []));

/**
 * Each who signs holds their post on the day of the decision, or covers on it for whoever does; who returns or declines it answers alone,
 * and who covers answers while they do. A body has decided at its meeting, whoever signs for it.
 */
export const powerless = (decision: Awaiting, step: OpenStep, command: Determine, { now, council }: Given): Refused | null => {
  if (decision.meeting) return null;
  const signedOn = command.signedOn ?? londonDate(now);
  const over = coverOver(step, council, signedOn);
  if (over || command.response !== 'approve') return over ?? inPost(step, council, signedOn);
  const signed = standing(decision, 'determination').filter((each) => each.state === 'approved');
  const on = dayOf(decision, command, now);
  return (
    [step, ...signed].map((each) => coverOver(each, council, on) ?? inPost(each, council, on)).find((refused) => refused !== null) ?? null
  );
};

/** Two who decide together must be two people. */
export const signedAlready = (decision: Awaiting, step: OpenStep): Refused | null => {
  const { email } = answering(step);
  const other = standing(decision, 'determination').some(
    (signed) => signed.state === 'approved' && isSameAddress(answering(signed).email, email),
  );
  return other
    ? refuse(
        'two-decide-together',
        'Council scheme of delegation',
        'The same person has signed already. Two who decide together must be two people.',
      )
    : null;
};

/** A signature given on paper is recorded later by the clerk, marked as such; nobody else can date a signature. */
export const paperFault = ({ correctedOn }: Awaiting, { signedOn, by }: Determine, step: OpenStep, on: string): Refused | null => {
  if (signedOn === undefined) return null;
  if (by.override === undefined)
    return refuse('signed-today', 'Reg 13 of SI 2012/2089', 'A decision made by a link is dated the day on which it is made.');
  if (signedOn > on) return invalid([{ path: 'signedOn', message: 'That day is still to come' }]);
  const asked = latest(londonDate(step.putAt ?? step.openedAt), ...(correctedOn ? [correctedOn] : []));
  return signedOn < asked
    ? refuse(
        'signed-before-asked',
        'Reg 13 of SI 2012/2089',
        `This was put to the decision maker, or last corrected, on ${inWords(asked)}; a signature cannot be older than what is signed.`,
        { askedOn: asked },
      )
    : null;
};
