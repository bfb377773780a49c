import type { Decision } from '../../decision/decision.ts';
import { openSteps } from '../../decision/steps.ts';
import { inWords, type LocalDate } from '../../rules/local-date.ts';
import type { PublicStatus, TimelineEntry } from './publication-timetable.schema.ts';
import { endedOn, takenOf } from './public-timetable.ts';
import type { Sight } from './sight.rules.ts';

type State = TimelineEntry['state'];

const entry = (label: string, date: LocalDate | null, state: State, rule: string, source: string): TimelineEntry => ({
  label,
  date,
  state,
  rule,
  source,
});

const regulations = 'SI 2012/2089';
const constitution = 'Council constitution';

const regulationOf = { ordinary: 'reg 9', 'general-exception': 'reg 10', 'special-urgency': 'reg 11' } as const;

const noticeEntries = ({ notice: { firstPublishedOn, publishedOn, route } }: Sight): TimelineEntry[] => {
  const source = `${regulations} ${regulationOf[route]}`;
  if (firstPublishedOn === publishedOn) return [entry('Notice published', publishedOn, 'done', 'notice', source)];
  // The first may have been by another route than the one that counts.
  return [
    entry('Notice first published', firstPublishedOn, 'done', 'notice', regulations),
    entry('Notice published again', publishedOn, 'done', 'notice', source),
  ];
};

// The page is stored when something happens, so what is over is read from the file and never from a clock.
const consultationEntries = ({ notice, decision, content }: Sight): TimelineEntry[] => {
  const closesOn = notice.timetable.consultationClosesOn;
  if (closesOn === null || content === null) return [];
  const isRunning = decision.status === 'notice-published' && openSteps(decision, 'consultation').length > 0;
  const isOver = decision.status !== 'notice-published' && decision.status !== 'deferred';
  return [
    entry(
      'Consultation closes',
      closesOn,
      isRunning ? 'now' : isOver ? 'done' : 'to-come',
      'consultation',
      'R v Brent LBC ex p Gunning (1985)',
    ),
  ];
};

const earliestEntry = ({ notice: { timetable }, decision }: Sight): TimelineEntry => {
  const gate = timetable.gates.find(({ date }) => date === timetable.earliestDecisionDate);
  const state = decision.status === 'notice-published' || decision.status === 'deferred' ? 'to-come' : 'done';
  return entry(
    'Earliest day for the decision',
    timetable.earliestDecisionDate,
    state,
    gate?.rule ?? 'notice-period',
    gate?.source ?? `${regulations} reg 9`,
  );
};

const decisionEntry = ({ decision }: Sight): TimelineEntry =>
  entry(
    'Decision',
    takenOf(decision)?.decidedOn ?? null,
    takenOf(decision) ? 'done' : decision.status === 'awaiting-decision' ? 'now' : 'to-come',
    'decision',
    `${regulations} regs 12 and 13`,
  );

const callInEntries = (decision: Decision): TimelineEntry[] => {
  const taken = takenOf(decision);
  if (!taken?.record.subjectToCallIn || taken.record.callInClosesOn === null) return [];
  const called = 'callIn' in decision ? decision.callIn : undefined;
  const isOpen = decision.status === 'decided' && (!called || called.outcome === 'not-valid');
  const closes = entry(
    'Call-in closes at the end of the day',
    taken.record.callInClosesOn,
    isOpen ? 'now' : 'done',
    'call-in',
    constitution,
  );
  if (!called) return [closes];
  const answer = called.outcome === 'not-valid' ? 'Call-in found not valid' : 'Scrutiny’s answer';
  const scrutiny = entry(answer, called.outcomeOn ?? null, called.outcome ? 'done' : 'now', 'call-in', constitution);
  const again = called.reconsidered
    ? [entry(`Decision ${called.reconsidered.outcome}`, called.reconsidered.on, 'done', 'reconsideration', constitution)]
    : [];
  // A call-in that is not valid does not count: until the day is over there may be another.
  return [entry('Called in', called.requestedOn, 'done', 'call-in', constitution), scrutiny, ...again, ...(isOpen ? [closes] : [])];
};

const effectEntries = (decision: Decision): TimelineEntry[] => {
  const taken = takenOf(decision);
  if (!taken) return [];
  const isHeld = decision.status === 'called-in';
  const published = entry('Record of decision published', taken.record.publishedOn, 'done', 'record', `${regulations} regs 12 to 14`);
  const effect = entry(
    'Takes effect',
    isHeld ? null : taken.record.effectiveFrom,
    decision.status === 'effective' ? 'done' : 'to-come',
    'effect',
    constitution,
  );
  const after =
    'superseded' in decision && decision.superseded
      ? [
          entry(
            `Superseded by decision ${decision.superseded.number}`,
            decision.superseded.on,
            'done',
            'superseded',
            `Decision ${decision.superseded.number}`,
          ),
        ]
      : [];
  return [published, ...callInEntries(decision), effect, ...after];
};

const endings: Partial<Record<PublicStatus['code'], string>> = {
  withdrawn: 'Withdrawn',
  deferred: 'Deferred',
  'not-agreed': 'Not agreed',
  'not-proceeding': 'Stopped',
  changed: 'Sent back to be changed',
};

/** The stages of a decision in order, for a page to show: what is done, what is going on, what is to come. */
export const publicTimeline = (sight: Sight, { code }: PublicStatus): TimelineEntry[] => {
  const { decision } = sight;
  const label = endings[code];
  if (label === undefined)
    return [...noticeEntries(sight), ...consultationEntries(sight), earliestEntry(sight), decisionEntry(sight), ...effectEntries(decision)];
  const until =
    decision.status === 'deferred' && decision.deferred.until
      ? [entry(`Put off until ${inWords(decision.deferred.until)}`, decision.deferred.until, 'to-come', 'deferral', constitution)]
      : [];
  return [...noticeEntries(sight), entry(label, endedOn(decision), 'now', code, constitution), ...until];
};
