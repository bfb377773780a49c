import type { Council } from '../council/council.schema.ts';
import { holderOf, makerOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Decision, In, Notice, Step } from '../decision/decision.ts';
import { invalid, refuse, type Refused } from '../decision/refusal.ts';
import { askEach, dueAfter, standing } from '../decision/steps.ts';
import { keyDecisionOn } from '../proposal/proposal.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import { noticeTimetable, type Route } from '../rules/timetable.ts';

type Asked = { route: Route; reason?: string | undefined };

const reg9 = 'Reg 9 of SI 2012/2089';
const reg11 = 'Reg 11 of SI 2012/2089';

/**
 * Whether an earlier publication still counts: the same subject and decision maker, not newly key, and no date brought
 * forward. Otherwise the notice clock starts again on the day of the new one.
 */
const clockStands = (notice: Notice, content: Proposal, isKey: boolean, retained: LocalDate): boolean =>
  notice.subject === content.subject && notice.maker.post === content.decisionMaker && (notice.isKey || !isKey) && retained >= notice.timetable.earliestDecisionDate;

/** The notice this content would have if it were published now by this route, keeping an earlier publication that still counts. */
export const noticeFor = (decision: { notice: Notice | null; status: Decision['status'] }, content: Proposal, { route, reason }: Asked, given: Given): { ok: true; notice: Notice } | Refused => {
  const { council, now } = given;
  const on = londonDate(now);
  const { isKey } = keyDecisionOn(council, content, on);
  const maker = makerOf(council, content, on);
  if (!maker) return refuse('decision-maker-in-post', reg9, `Nobody holds the post of decision maker on ${inWords(on)}, and the notice must name them.`);
  const before = decision.notice;
  const published = (day: LocalDate) => noticeTimetable({ isKey, route, noticePublishedOn: day, content: withTimeToAnswer(content, day, on, council), council });
  const kept = before && clockStands(before, content, isKey, published(before.publishedOn).earliestDecisionDate) ? before.publishedOn : on;
  return {
    ok: true,
    notice: {
      route, isKey, maker,
      ...(reason ? { reason } : {}),
      subject: content.subject,
      firstPublishedOn: before?.firstPublishedOn ?? on,
      publishedAt: now,
      publishedOn: kept,
      timetable: published(kept),
      ...(before?.originallyDue ? { originallyDue: before.originallyDue } : {}),
    },
  };
};

/** People asked again late in an old notice still get the council's own days to answer. */
const withTimeToAnswer = (content: Proposal, published: LocalDate, on: LocalDate, council: Council): Proposal => {
  if (published === on || content.consultees.length === 0) return content;
  const least = dueAfter(on, council.consultationClearWorkingDays);
  return content.consultationClosesOn && content.consultationClosesOn >= on ? content : { ...content, consultationClosesOn: least };
};

type Person = { post: string | null; name: string; title: string; email: string; external: boolean };

const consulted = (content: Proposal, council: Council, on: LocalDate) => {
  const posts = [...content.consultees, ...(content.inConsultationWith ?? [])];
  const people = posts.flatMap((who): Person[] => {
    if (typeof who !== 'string') return [{ post: null, name: who.name, title: who.name, email: who.email, external: who.external ?? true }];
    const holder = holderOf(council, who, on);
    return holder ? [{ post: holder.post, name: holder.name, title: holder.title, email: holder.email, external: false }] : [];
  });
  return people.filter(({ email }, index) => people.findIndex((other) => other.email.toLowerCase() === email.toLowerCase()) === index);
};

const chairs = ['scrutiny-chair', 'council-chair', 'council-vice-chair'];

const agreementStep = (command: CommandOf<'publish-notice'>, before: Step[], { council, now }: Given): Step[] | Refused => {
  const on = londonDate(now);
  const asked = command.agreementFrom ? [command.agreementFrom] : chairs;
  const holder = asked.filter((post) => chairs.includes(post)).map((post) => holderOf(council, post, on)).find((found) => found !== null);
  if (!holder) return refuse('special-urgency-agreement', reg11, 'Special urgency needs the agreement of the scrutiny chair, or else the chair or vice-chair of the council, and none of them is in post.');
  const { group: _, ...person } = holder;
  return askEach([person], 'agreement', before, { at: now, dueOn: on });
};

const faultsOf = (command: CommandOf<'publish-notice'>, content: Proposal, isKey: boolean, on: LocalDate): Refused | null => {
  const short = command.route !== 'ordinary';
  if (short && !command.reason?.trim()) return invalid([{ path: 'reason', message: 'Say why the full notice is impracticable: the reason is published' }]);
  if (short && !isKey) return refuse('short-notice-is-for-key-decisions', 'Regs 10 and 11 of SI 2012/2089', 'This is not a key decision, so it needs no 28-day notice and no exception from one. Publish it by the ordinary route.');
  if (content.consultationClosesOn && content.consultationClosesOn < on) {
    return refuse('consultation-after-notice', 'Council consultation rules', `Consultation was to close on ${inWords(content.consultationClosesOn)}, which is past. Give a later date.`, { consultationClosesOn: content.consultationClosesOn });
  }
  return null;
};

const republishable = (decision: In<'cleared' | 'notice-published'>): Refused | null => {
  const refused = decision.status === 'notice-published' && standing(decision, 'agreement').some(({ state }) => state === 'declined' || state === 'undeliverable');
  return decision.status === 'cleared' || refused ? null : refuse('notice-already-published', reg9, `The notice was published on ${inWords(decision.notice.publishedOn)}.`, { noticePublished: decision.notice.publishedOn });
};

/**
 * Publishes the notice of a proposed decision (reg 9, or the short-notice doors of regs 10 and 11 of SI 2012/2089), asks the
 * consultees and, for special urgency, the scrutiny chair. Refuses a short-notice route without a reason or for a decision that is not key.
 */
export const publishNotice = (decision: In<'cleared' | 'notice-published'>, command: CommandOf<'publish-notice'>, given: Given): Outcome => {
  const { content, steps } = decision;
  const on = londonDate(given.now);
  const keyDecision = keyDecisionOn(given.council, content, on);
  const refused = republishable(decision) ?? faultsOf(command, content, keyDecision.isKey, on);
  if (refused) return refused;
  const notice = noticeFor(decision, content, command, given);
  if (!notice.ok) return notice;
  const agreement = command.route === 'special-urgency' ? agreementStep(command, steps, given) : [];
  if (!Array.isArray(agreement)) return agreement;
  const dueOn = notice.notice.timetable.consultationClosesOn;
  const consultation = askEach(consulted(content, given.council, on), 'consultation', steps, { at: given.now, dueOn: dueOn && latest(dueOn, on) });
  return happened({ type: 'notice-published', notice: notice.notice, keyDecision, steps: [...agreement, ...consultation] });
};
