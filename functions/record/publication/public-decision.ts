import type { Decision, Determination, Interest } from '../../decision/decision.ts';
import { answererOf, standing } from '../../decision/steps.ts';
import { londonDate } from '../../rules/local-date.ts';
import type { Publication } from './publication.schema.ts';
import { againBy } from './public-call-in.ts';
import { endedOn } from './public-timetable.ts';
import { nameAndTitle } from '../in-words.ts';
import { refusedByMaker, type Sight, shown } from './sight.rules.ts';

type Resolutions = NonNullable<Publication['decision']>;

const byCommittee = (decision: Decision): Resolutions['changes'] =>
  decision.committeeOutcomes.flatMap(({ committee, date, before, proposedDecision }) =>
    before && proposedDecision ? [{ by: committee, on: date, before, after: proposedDecision }] : [],
  );

const afterCallIn = (decision: Decision): Resolutions['changes'] => {
  const reconsidered = 'callIn' in decision ? decision.callIn?.reconsidered : undefined;
  if (reconsidered?.outcome !== 'changed') return [];
  return [
    {
      by: `${againBy(reconsidered) ?? 'The decision maker'}, after call-in`,
      on: reconsidered.on,
      before: reconsidered.before,
      after: decision.content.proposedDecision ?? [],
    },
  ];
};

const stateOf = (decision: Decision): Resolutions['state'] =>
  'determination' in decision ? 'taken' : refusedByMaker(decision) ? 'not-agreed' : 'proposed';

/** What is proposed or was decided, numbered as decided, with each earlier wording beside the one that took its place. */
export const publicResolutions = (sight: Sight): Publication['decision'] =>
  shown(sight, 'proposedDecision', ({ proposedDecision }) => ({
    state: stateOf(sight.decision),
    items: proposedDecision,
    changes: [...byCommittee(sight.decision), ...afterCallIn(sight.decision)],
    conditions: 'determination' in sight.decision ? (sight.decision.determination.meeting?.conditions ?? []) : [],
  }));

// What was said where the public was kept out is what it was kept out for (reg 20 of SI 2012/2089); the decision and its reasons are
// published all the same.
const isPrivate = ({ notice }: Sight): boolean => notice.privateMeeting !== undefined;

const meetingOf = (sight: Sight, { meeting }: Determination): NonNullable<Publication['determination']>['meeting'] =>
  meeting
    ? {
        date: meeting.date,
        present: meeting.present,
        introducedBy: meeting.introducedBy ?? null,
        points: isPrivate(sight) ? [] : (shown(sight, 'discussion', () => meeting.points) ?? []),
      }
    : null;

// Only the clerk can date a signature before the day on which it was entered, and only one given on paper.
const isOnPaper = ({ override, decidedOn, decidedAt, meeting }: Determination): boolean =>
  override !== undefined && (/\bpaper\b/i.test(override) || (meeting === undefined && decidedOn < londonDate(decidedAt)));

/** Who decided, on which Europe/London day, in whose place (regs 12 and 13 of SI 2012/2089); null until then. */
export const publicDetermination = (sight: Sight): Publication['determination'] => {
  const { decision } = sight;
  if (!('determination' in decision)) return null;
  const { by, decidedOn, cover, signedBy, override } = decision.determination;
  return {
    by: { post: by.post, kind: by.kind, name: by.name, title: by.title, members: by.members, jointWith: by.jointWith ?? null },
    decidedOn,
    cover: cover === undefined ? null : `${signedBy}, under ${cover}`,
    recordedByClerk: override !== undefined,
    onPaper: isOnPaper(decision.determination),
    override: shown(sight, 'discussion', () => override ?? null),
    meeting: meetingOf(sight, decision.determination),
  };
};

const keptBack = 'recorded, and not published with exempt business';

const interestOf =
  (sight: Sight) =>
  ({ name, interest, kind, detail, dispensation }: Interest & { name: string }) => ({
    name,
    interest,
    kind: kind ?? null,
    detail: shown(sight, 'discussion', () => detail ?? null),
    // That there is one is said all the same: kept back without a word it would read as none (regs 12(2)(e) and 13(2)(e)).
    dispensation: dispensation?.trim() ? (shown(sight, 'discussion', () => dispensation) ?? keptBack) : null,
  });

// An older record says it in one line of its own, which may be anything.
const saysMore = ({ interest, detail }: Interest): boolean =>
  interest === 'none' && detail !== undefined && !/^(none\.?)?$/i.test(detail.trim());

const summaryOf = (interests: Interest[]): 'None' | 'Declared' | 'As recorded' => {
  if (interests.some(({ interest }) => interest === 'declared')) return 'Declared';
  return interests.some(saysMore) ? 'As recorded' : 'None';
};

// Reg 13(2)(d) of SI 2012/2089: declared by a member of the executive who was consulted.
const consulteesInterests = (decision: Decision): (Interest & { name: string })[] =>
  standing(decision, 'consultation').flatMap((step) =>
    step.state === 'responded' && step.interest
      ? [{ ...step.interest, name: `${nameAndTitle({ name: answererOf(step), title: step.title })}, consulted` }]
      : [],
  );

/**
 * Interests declared, when deciding or when consulted, and dispensations granted; null until the decision was taken, and then "None" is said
 * outright.
 */
export const publicInterests = (sight: Sight): Publication['interests'] => {
  if (!('determination' in sight.decision)) return null;
  const interests = [...sight.decision.determination.interests, ...consulteesInterests(sight.decision)];
  return { summary: summaryOf(interests), each: interests.map(interestOf(sight)) };
};

const wordsOf = (decision: Decision): string | null => {
  if (decision.content.publicAccess?.kind !== 'open') return null;
  if (decision.status === 'withdrawn') return decision.withdrawn.words;
  if (decision.status === 'deferred') return decision.deferred.words;
  // What somebody wrote when asked to clear it was advice to the officer and stays with the council.
  return decision.status === 'declined' && refusedByMaker(decision) ? decision.declined.words : null;
};

/** When and why a decision was put off, withdrawn or not agreed; null when it was not. */
export const publicEnding = ({ decision }: Sight): Publication['ending'] => {
  const on = endedOn(decision);
  if (on === null) return null;
  return { on, until: decision.status === 'deferred' ? decision.deferred.until : null, words: wordsOf(decision) };
};
