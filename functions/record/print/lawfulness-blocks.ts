import { inWords } from '../../rules/local-date.ts';
import type { Publication } from '../publication/publication.schema.ts';
import { type Block, under, words } from './block.ts';

/** Why the body meets in private, and what was said to its notices. */
export const privateMeeting = ({ privateMeeting }: Publication): Block[] => {
  if (privateMeeting === null) return [];
  const { reasons, consent, second } = privateMeeting;
  return under(
    'Meeting in private',
    words(reasons),
    ...(consent
      ? [
          words(
            `${consent.name} agreed on ${inWords(consent.on)} that the meeting is urgent and cannot reasonably be deferred.${consent.reason ? ` Why it was asked: ${consent.reason}` : ''}`,
          ),
        ]
      : []),
    ...(second
      ? [
          words(
            `Second notice, ${inWords(second.publishedOn)}. Representations received: ${second.representations} The council’s answer: ${second.response}`,
          ),
        ]
      : []),
  );
};

/** Scrutiny’s challenge that the decision was key, and the report that followed. */
export const keyChallenge = ({ keyChallenge }: Publication): Block[] => {
  if (keyChallenge === null) return [];
  const { raisedOn, words: said, report } = keyChallenge;
  return under(
    'Whether this was a key decision',
    words(`Raised by scrutiny on ${inWords(raisedOn)}.${said ? ` ${said}` : ''}`),
    ...(report ? [words(`Reported to council on ${inWords(report.on)}.${report.words ? ` ${report.words}` : ''}`)] : []),
  );
};
