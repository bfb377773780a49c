import { toldOfException } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In, Notice } from '../decision/decision.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { agreements, askEach, isOpen } from '../decision/steps.ts';
import { lacksAgreement } from '../determination/opening.rules.ts';
import { keyDecisionOn } from '../proposal/proposal.rules.ts';
import { inWords, latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import { consulted } from '../consultation/consultees.rules.ts';
import { nobodyToConsult } from '../consultation/in-consultation.rules.ts';
import type { Route } from '../rules/timetable.ts';
import { noticeFor } from './drawing-up.rules.ts';
import { agreementStep } from './special-urgency.rules.ts';

type Publishable = In<'cleared' | 'notice-published'>;

const reg9 = 'Reg 9 of SI 2012/2089';
const reg10 = 'Reg 10 of SI 2012/2089';
const regs10and11 = 'Regs 10 and 11 of SI 2012/2089';

const faultsOf = (
  { route, reason, agreementFrom }: CommandOf<'publish-notice'>,
  { content: { consultationClosesOn }, notice }: Publishable,
  isKey: boolean,
  on: LocalDate,
): Refused | null => {
  const short = route !== 'ordinary';
  const urgent = route === 'special-urgency';
  if (short && !reason?.trim())
    return invalid([{ path: 'reason', message: 'Say why the full notice is impracticable: the reason is published' }]);
  if (agreementFrom && !urgent)
    return invalid([
      { path: 'agreementFrom', message: 'Nobody is asked to agree by this route. Choose special urgency, or leave this out' },
    ]);
  if (short && !isKey)
    return refuse(
      'short-notice-is-for-key-decisions',
      regs10and11,
      'This is not a key decision, so it needs no 28-day notice and no exception from one. Publish it by the ordinary route.',
    );
  if (notice === null && !urgent && consultationClosesOn && consultationClosesOn < on) {
    return refuse(
      'consultation-after-notice',
      'Council consultation rules',
      `Consultation was to close on ${inWords(consultationClosesOn)}, which is past. Give a later date.`,
      { consultationClosesOn },
    );
  }
  return null;
};

const fromLongest: Route[] = ['ordinary', 'general-exception', 'special-urgency'];

// Urgent as it may have become, the notice that runs is what the public was told, and whoever cleared it cleared it for that.
const sooner = ({ notice, keyDecision }: In<'notice-published'>, route: Route): string =>
  keyDecision.isKey && fromLongest.indexOf(route) > fromLongest.indexOf(notice.route)
    ? ' To decide sooner, its officer changes the decision as it is worded, or withdraws it and proposes it anew: once cleared, its new notice can be given by this route.'
    : '';

/**
 * Special urgency that is not agreed may be asked of the next in line, or given up for another route; any other notice is published once.
 */
const republishable = (decision: Publishable, { route, agreementFrom }: CommandOf<'publish-notice'>): Refused | null => {
  const asked = agreements(decision, 'special-urgency')
    .filter(isOpen)
    .some(({ post }) => route === 'special-urgency' && (agreementFrom ?? post) === post);
  return decision.status === 'cleared' || (lacksAgreement(decision) && !asked)
    ? null
    : refuse(
        'notice-already-published',
        reg9,
        `The notice was published on ${inWords(decision.notice.publishedOn)}.${sooner(decision, route)}`,
        { noticePublished: decision.notice.publishedOn },
      );
};

const earliestOf = ({ notice }: { notice: Notice }) => notice.timetable.earliestDecisionDate;

/**
 * Publishes the notice of a proposed decision (reg 9, or the short-notice doors of regs 10 and 11 of SI 2012/2089), asks the
 * consultees and, for special urgency, the scrutiny chair. Whom an email about an earlier notice did not reach is waited for no longer.
 * Refuses a short-notice route without a reason or for a decision that is not key, and one by which nothing is decided sooner where full
 * notice has been given; a chair named where none is asked; and a decision to be taken in consultation with a post that nobody holds.
 */
export const publishNotice = (decision: Publishable, command: CommandOf<'publish-notice'>, given: Given): Outcome => {
  const { content, steps } = decision;
  const { route } = command;
  const on = londonDate(given.now);
  const keyDecision = keyDecisionOn(given.council, content, on);
  const refused =
    republishable(decision, command) ?? faultsOf(command, decision, keyDecision.isKey, on) ?? nobodyToConsult(content, given.council, on);
  if (refused) return refused;
  if (route === 'general-exception' && toldOfException(given.council, on).length === 0)
    return refuse(
      'general-exception-notice',
      reg10,
      'The notice goes to the scrutiny chair, or else to each member of the committee, and the directory names none of them.',
    );
  const notice = noticeFor(decision, content, command, given);
  if (!notice.ok) return notice;
  // Short notice is for what had no other, and a chair's no would have full notice begin anew.
  const full =
    route !== 'ordinary' && decision.notice?.route === 'ordinary' ? noticeFor(decision, content, { route: 'ordinary' }, given) : null;
  if (full?.ok && full.stands && earliestOf(full) <= latest(on, earliestOf(notice)))
    return refuse(
      'ordinary-notice-counts',
      regs10and11,
      `The ordinary notice of ${inWords(full.notice.publishedOn)} still counts. Publish it again: nothing is decided later for it.`,
    );
  const agreement = route === 'special-urgency' ? agreementStep(decision, command, given) : [];
  if (!Array.isArray(agreement)) return agreement;
  const dueOn = notice.notice.timetable.consultationClosesOn;
  const consultation = askEach(consulted(content, given.council, on), 'consultation', steps, { at: given.now, dueOn });
  const unreached = steps.filter(({ state }) => state === 'undeliverable').map(({ id }) => id);
  return happened({
    type: 'notice-published',
    notice: notice.notice,
    keyDecision,
    steps: [...agreement, ...consultation],
    ...(unreached.length > 0 ? { instead: unreached } : {}),
  });
};
