import { inWords, inWordsWithDay, type LocalDate } from '../../rules/local-date.ts';
import { listed, nameAndTitle } from '../in-words.ts';
import type { Publication } from '../publication/publication.schema.ts';
import { callInOn } from '../tense.ts';
import { type Block, list, table, under, words } from './block.ts';

/** The meeting at which a body decided. */
export const meeting = ({ determination }: Publication): Block[] => {
  const held = determination?.meeting;
  if (!held) return [];
  return under(
    `Meeting of ${inWords(held.date)}`,
    words(`Present: ${listed(held.present)}.`),
    ...(held.introducedBy ? [words(`${held.introducedBy} introduced the report.`)] : []),
    ...list(held.points, true),
  );
};

const scrutiny = {
  'no-comment': 'no comment',
  comments: 'comments',
  reconsider: 'asked for it to be reconsidered',
  'refer-to-council': 'referred it to full council',
};

/** Until when the decision can be called in, or what came of its being called in. */
export const callIn = ({ determination, callIn, callInWaiver, timetable }: Publication, today: LocalDate): Block[] => {
  if (determination === null) return [];
  return under(
    'Call-in',
    words(callInOn({ callIn, timetable }, today)),
    ...(callInWaiver ? [words(callInWaiver)] : []),
    ...(callIn ? calledIn(callIn) : []),
  );
};

const calledIn = (callIn: NonNullable<Publication['callIn']>): Block[] => {
  const { requestedOn, requestedBy, grounds, words: said, outcome, outcomeWords, reconsidered } = callIn;
  return [
    words(
      `Called in on ${inWords(requestedOn)} by ${listed(requestedBy.map(({ name, group }) => (group ? `${name} (${group})` : name)))}.`,
    ),
    ...list(grounds),
    ...(said ? [words(said)] : []),
    ...(outcome
      ? [
          words(
            `${outcome === 'not-valid' ? 'The clerk found it not valid' : `Scrutiny: ${scrutiny[outcome]}`}.${outcomeWords ? ` ${outcomeWords}` : ''}`,
          ),
        ]
      : []),
    ...(reconsidered
      ? [
          words(
            `Decided again: ${reconsidered.outcome}${reconsidered.by ? ` by ${reconsidered.by},` : ''} on ${inWords(reconsidered.on)}.${reconsidered.words ? ` ${reconsidered.words}` : ''}`,
          ),
        ]
      : []),
  ];
};

/** The stages of the decision with their dates. */
export const dates = ({ timeline, timetable, findings }: Publication): Block[] =>
  under(
    'Dates',
    ...table(
      'The stages of this decision',
      ['Date', 'Stage', 'Rule'],
      timeline.map(({ date, label, source }) => [date ? inWordsWithDay(date) : 'No date yet', label, source]),
    ),
    ...(timetable.proof ? [words(timetable.proof)] : []),
    ...findings.map(words),
  );

/** Why there was less than the full notice, and who agreed. */
export const shortNotice = ({ shortNotice }: Publication): Block[] =>
  shortNotice === null
    ? []
    : under(
        'Why less than 28 clear days’ notice',
        words(shortNotice.words),
        ...(shortNotice.reason ? [words(shortNotice.reason)] : []),
        ...(shortNotice.agreedBy
          ? [words(`Agreed by ${nameAndTitle(shortNotice.agreedBy)}, on ${inWords(shortNotice.agreedBy.on)}.`)]
          : []),
      );
