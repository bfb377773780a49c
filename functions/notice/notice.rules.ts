import type { Council } from '../council/council.schema.ts';
import { agreeingChair, beforeViceChair, holderOf, makerOf, toldOfException } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { In, Notice, Step } from '../decision/decision.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { agreements, askEach, dueAfter, isOpen } from '../decision/steps.ts';
import { lacksAgreement } from '../determination/opening.rules.ts';
import { privateMeetingOf, toldOf, withPrivateMeeting } from './private-meeting.rules.ts';
import { keyDecisionOn } from '../proposal/proposal.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { asksAnybody, noticeTimetable, type Route } from '../rules/timetable.ts';

type Asked = { route: Route; reason?: string | undefined };
type Publishable = In<'cleared' | 'notice-published'>;

const reg9 = 'Reg 9 of SI 2012/2089';
const reg10 = 'Reg 10 of SI 2012/2089';
const reg11 = 'Reg 11 of SI 2012/2089';

type Next = Pick<Notice, 'maker' | 'subject' | 'isKey' | 'route' | 'privateMeeting'> & { earliest: LocalDate };

/**
 * Whether an earlier publication still counts: the same subject and decision makers, not newly key or newly in private, by the same
 * route or one that asks more, and no date brought forward. Otherwise the notice clock starts again on the day of the new one.
 */
const clockStands = (before: Notice, { maker, subject, isKey, route, privateMeeting, earliest }: Next): boolean =>
  before.subject === subject && before.maker.post === maker.post && before.maker.jointWith?.title === maker.jointWith?.title &&
  (before.isKey || !isKey) && (before.privateMeeting !== undefined || privateMeeting === undefined) &&
  (before.route === route || before.route === 'ordinary') && earliest >= toldOf(before.timetable);

type Before = { notice: Notice | null };

const drawnUp = (before: Notice | null, content: Proposal, { route, reason }: Asked, { council, now }: Given) => {
  const on = londonDate(now);
  const { isKey } = keyDecisionOn(council, content, on);
  const maker = makerOf(council, content, on);
  if (!maker || (content.jointWith && !maker.jointWith)) return null;
  const { subject } = content;
  const published = (day: LocalDate) =>
    withPrivateMeeting(noticeTimetable({ isKey, route, noticePublishedOn: day, content: withTimeToAnswer(content, day, on, council), council }), { maker, content, publishedOn: day, days: council.noticeClearDays });
  const stated = { route, isKey, maker, subject, ...privateMeetingOf(maker, content) };
  const stands = before !== null && clockStands(before, { ...stated, earliest: published(before.publishedOn).earliestDecisionDate });
  const publishedOn = stands ? before.publishedOn : on;
  const notice: Notice = {
    ...stated, publishedOn,
    ...(reason ? { reason } : {}),
    firstPublishedOn: before?.firstPublishedOn ?? on,
    publishedAt: now,
    // What is urgent asks its consultees for that day: whoever is asked again on a later one has that one.
    timetable: { ...published(publishedOn), ...(route === 'special-urgency' ? { consultationClosesOn: on } : {}) },
    ...(before?.originallyDue ? { originallyDue: before.originallyDue } : {}),
  };
  return { stands, notice };
};

/** Whether the notice published before still counts for this content; otherwise its clear days start again with the next. */
export const noticeStands = (before: Notice, content: Proposal, given: Given): boolean => drawnUp(before, content, before, given)?.stands ?? false;

/** The notice this content would have if it were published now by this route, keeping an earlier publication that still counts. */
const noticeFor = ({ notice: before }: Before, content: Proposal, asked: Asked, given: Given): { ok: true; notice: Notice } | Refused => {
  const drawn = drawnUp(before, content, asked, given);
  if (drawn) return { ok: true, notice: drawn.notice };
  return refuse('decision-maker-in-post', reg9, `Nobody holds the post of decision maker on ${inWords(londonDate(given.now))}, and the notice must name them.`);
};

/** People asked again, late in an old notice or after the day they were first given, still get the council's own days to answer. */
const withTimeToAnswer = (content: Proposal, published: LocalDate, on: LocalDate, council: Council): Proposal => {
  const { consultationClosesOn: closes } = content;
  const inTime = closes === undefined ? published === on : closes >= on;
  return inTime || !asksAnybody(content) ? content : { ...content, consultationClosesOn: dueAfter(on, council.consultationClearWorkingDays) };
};

/** Somebody to be asked their view: the holder of a post, or a person or body outside the council. */
export type Consultee = { post: string | null; name: string; title: string; email: string; external: boolean };

/** Everyone whom this content has consulted on a day, whoever then holds each post; one mailbox once. */
export const consulted = (content: Proposal, council: Council, on: LocalDate): Consultee[] => {
  const posts = [...content.consultees, ...(content.inConsultationWith ?? [])];
  const people = posts.flatMap((who): Consultee[] => {
    if (typeof who !== 'string') return [{ post: null, name: who.name, title: who.name, email: who.email, external: who.external ?? true }];
    const holder = holderOf(council, who, on);
    return holder ? [{ post: holder.post, name: holder.name, title: holder.title, email: holder.email, external: false }] : [];
  });
  return people.filter(({ email }, index) => people.findIndex((other) => other.email.toLowerCase() === email.toLowerCase()) === index);
};

// A chair who says no is not a chair who cannot act, so the next in line may not be asked instead.
const askedElsewhere = (decision: Publishable, post: string): Refused | null => {
  const no = agreements(decision, 'special-urgency').find(({ state }) => state === 'declined');
  if (!no || no.post === post) return null;
  return refuse('special-urgency-refused', reg11, `${no.title} did not agree that this is urgent, and nobody else may be asked instead. Publish it by another route.`, { refusedBy: no.name });
};

const instead = ({ post, title }: { post: string; title: string }) => `Ask the ${title}${post === 'scrutiny-chair' ? ', or the chair of the council where they cannot act' : ''}, or publish it by another route.`;

// One who cannot act opens the way to the chair of the council and no further: the vice-chair agrees where there is no chair of either.
const outOfTurn = ({ post }: { post: string }, council: Council, on: LocalDate): Refused | null => {
  const chair = post === 'council-vice-chair' ? beforeViceChair(council, on) : null;
  return chair && refuse('special-urgency-agreement', reg11, `The vice-chair of the council may agree only where neither the scrutiny committee nor the council has a chair, and the ${chair.title} is in post. ${instead(chair)}`, { inPost: chair.title });
};

const agreementStep = (decision: Publishable, command: CommandOf<'publish-notice'>, { council, now }: Given): Step[] | Refused => {
  const on = londonDate(now);
  const holder = agreeingChair(council, on, command.agreementFrom);
  if (!holder) return refuse('special-urgency-agreement', reg11, 'Special urgency needs the agreement of the scrutiny chair, or else the chair or vice-chair of the council, and none of them is in post.');
  return outOfTurn(holder, council, on) ?? askedElsewhere(decision, holder.post) ?? askEach([{ ...holder, purpose: 'special-urgency', ...(command.reason ? { reason: command.reason } : {}) }], 'agreement', decision.steps, { at: now, dueOn: on });
};

const faultsOf = (command: CommandOf<'publish-notice'>, { content, notice }: Publishable, isKey: boolean, on: LocalDate): Refused | null => {
  const short = command.route !== 'ordinary';
  if (short && !command.reason?.trim()) return invalid([{ path: 'reason', message: 'Say why the full notice is impracticable: the reason is published' }]);
  if (short && !isKey) return refuse('short-notice-is-for-key-decisions', 'Regs 10 and 11 of SI 2012/2089', 'This is not a key decision, so it needs no 28-day notice and no exception from one. Publish it by the ordinary route.');
  if (notice === null && command.route !== 'special-urgency' && content.consultationClosesOn && content.consultationClosesOn < on) {
    return refuse('consultation-after-notice', 'Council consultation rules', `Consultation was to close on ${inWords(content.consultationClosesOn)}, which is past. Give a later date.`, { consultationClosesOn: content.consultationClosesOn });
  }
  return null;
};

/** Special urgency that is not agreed may be asked of the next in line, or given up for another route; any other notice is published once. */
const republishable = (decision: Publishable, { route, agreementFrom }: CommandOf<'publish-notice'>): Refused | null => {
  const asked = agreements(decision, 'special-urgency').filter(isOpen).some(({ post }) => route === 'special-urgency' && (agreementFrom ?? post) === post);
  return decision.status === 'cleared' || (lacksAgreement(decision) && !asked) ? null : refuse('notice-already-published', reg9, `The notice was published on ${inWords(decision.notice.publishedOn)}.`, { noticePublished: decision.notice.publishedOn });
};

/**
 * Publishes the notice of a proposed decision (reg 9, or the short-notice doors of regs 10 and 11 of SI 2012/2089), asks the
 * consultees and, for special urgency, the scrutiny chair. Refuses a short-notice route without a reason or for a decision that is not key.
 */
export const publishNotice = (decision: Publishable, command: CommandOf<'publish-notice'>, given: Given): Outcome => {
  const { content, steps } = decision;
  const on = londonDate(given.now);
  const keyDecision = keyDecisionOn(given.council, content, on);
  const refused = republishable(decision, command) ?? faultsOf(command, decision, keyDecision.isKey, on);
  if (refused) return refused;
  if (command.route === 'general-exception' && toldOfException(given.council, on).length === 0) return refuse('general-exception-notice', reg10, 'The notice goes to the scrutiny chair, or else to each member of the committee, and the directory names none of them.');
  const notice = noticeFor(decision, content, command, given);
  if (!notice.ok) return notice;
  const agreement = command.route === 'special-urgency' ? agreementStep(decision, command, given) : [];
  if (!Array.isArray(agreement)) return agreement;
  const dueOn = notice.notice.timetable.consultationClosesOn;
  const consultation = askEach(consulted(content, given.council, on), 'consultation', steps, { at: given.now, dueOn });
  return happened({ type: 'notice-published', notice: notice.notice, keyDecision, steps: [...agreement, ...consultation] });
};
