import type { Council } from '../council/council.schema.ts';
import { makerOf } from '../council/directory.rules.ts';
import type { Given } from '../decision/commands.ts';
import type { Notice } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { dueAfter } from '../decision/steps.ts';
import { isToldOf } from './counted-again.rules.ts';
import { privateMeetingOf, withPrivateMeeting } from './private-meeting-days.rules.ts';
import { keyDecisionOn } from '../proposal/proposal.rules.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { asksAnybody, noticeTimetable, type Route } from '../rules/timetable.ts';

type Asked = { route: Route; reason?: string | undefined };

const reg9 = 'Reg 9 of SI 2012/2089';

type Next = Pick<Notice, 'maker' | 'subject' | 'isKey' | 'route' | 'privateMeeting'> & { earliest: LocalDate };

// The first notice is to give the reasons for which the meeting is private (reg 5(3)). An older one keeps no paragraphs.
const statedBefore = ({ privateMeeting: before }: Notice, now: Notice['privateMeeting']): boolean =>
  !now || (!!before && (now.paragraphs ?? []).every((each) => before.paragraphs?.includes(each) ?? true));

/**
 * Whether an earlier publication still counts: the same subject and decision makers, not newly key, newly in private or in private on another
 * ground, by the same route or one that asks more, known to lack nobody whom it must reach (reg 10(1)(a)), and no date brought forward.
 * Otherwise the notice clock starts again on the day of the new one.
 */
const clockStands = (before: Notice, { maker, subject, isKey, route, privateMeeting, earliest }: Next): boolean =>
  before.subject === subject &&
  before.maker.post === maker.post &&
  before.maker.jointWith?.title === maker.jointWith?.title &&
  (before.isKey || !isKey) &&
  statedBefore(before, privateMeeting) &&
  (before.route === route || before.route === 'ordinary') &&
  !before.unreached?.length &&
  isToldOf(before, earliest);

type Before = { notice: Notice | null };

const drawnUp = (before: Notice | null, content: Proposal, { route, reason }: Asked, { council, now }: Given) => {
  const on = londonDate(now);
  const { isKey } = keyDecisionOn(council, content, on);
  const maker = makerOf(council, content, on);
  if (!maker || (content.jointWith && !maker.jointWith)) return null;
  const { subject } = content;
  const published = (day: LocalDate) =>
    withPrivateMeeting(
      noticeTimetable({ isKey, route, noticePublishedOn: day, content: withTimeToAnswer(content, day, on, council), council }),
      { maker, content, publishedOn: day, days: council.noticeClearDays },
    );
  const stated = { route, isKey, maker, subject, ...privateMeetingOf(maker, content) };
  const stands = before !== null && clockStands(before, { ...stated, earliest: published(before.publishedOn).earliestDecisionDate });
  const publishedOn = stands ? before.publishedOn : on;
  const notice: Notice = {
    ...stated,
    publishedOn,
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
export const noticeStands = (before: Notice, content: Proposal, given: Given): boolean =>
  drawnUp(before, content, before, given)?.stands ?? false;

/** The notice this content would have if it were published now by this route, keeping an earlier publication that still counts. */
export const noticeFor = (
  { notice: before }: Before,
  content: Proposal,
  asked: Asked,
  given: Given,
): { ok: true; notice: Notice; stands: boolean } | Refused => {
  const drawn = drawnUp(before, content, asked, given);
  if (drawn) return { ok: true, ...drawn };
  return refuse(
    'decision-maker-in-post',
    reg9,
    `Nobody holds the post of decision maker on ${inWords(londonDate(given.now))}, and the notice must name them.`,
  );
};

/** People asked again, late in an old notice or after the day they were first given, still get the council's own days to answer. */
const withTimeToAnswer = (content: Proposal, published: LocalDate, on: LocalDate, council: Council): Proposal => {
  const { consultationClosesOn: closes } = content;
  const inTime = closes === undefined ? published === on : closes >= on;
  return inTime || !asksAnybody(content)
    ? content
    : { ...content, consultationClosesOn: dueAfter(on, council.consultationClearWorkingDays) };
};
