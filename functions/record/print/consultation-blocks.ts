import { inWords } from '../../rules/local-date.ts';
import { awaitedInWords, interestInWords } from '../in-words.ts';
import type { Publication } from '../publication/publication.schema.ts';
import { type Block, list, published, under, words } from './block.ts';

const outcomes = {
  asked: 'asked',
  supported: 'supported',
  objected: 'objected',
  commented: 'commented',
  'proposed-an-amendment': 'proposed an amendment',
  silent: 'did not answer',
  undeliverable: 'could not be reached',
  'not-recorded': 'consulted; no answer is recorded',
};

/** Who was asked their view, and what they answered. */
export const consultation = (of: Publication): Block[] =>
  published(
    of,
    'consultation',
    'Cabinet Committee recommendations and other consultation',
    of.consultation,
    ({ committees, consultees }) => [
      ...committees.map(({ committee, date, outcome, words: said }) =>
        words(`${committee}, ${inWords(date)}: ${outcome.replace('-', ' ')}. ${said}`),
      ),
      ...awaitedInWords(of).map(words),
      ...list(
        consultees.map(
          ({ name, outcome, late, words: said }) => `${name}: ${outcomes[outcome]}${late ? ' (late)' : ''}${said ? `. ${said}` : ''}`,
        ),
      ),
    ],
  );

/** What else was considered, and why it was rejected. */
export const alternatives = (of: Publication): Block[] =>
  published(of, 'alternatives', 'Alternatives considered and rejected', of.alternatives, (all) =>
    all.length === 0
      ? [words('None recorded')]
      : list(
          all.map(({ option, reasonRejected }) => `${option}\nRejected because: ${reasonRejected}`),
          true,
        ),
  );

/** The interests declared when the decision was taken, and the dispensations. */
export const interests = ({ interests }: Publication): Block[] =>
  interests === null
    ? []
    : under(
        'Any interest declared when the decision was taken and any dispensation granted',
        ...(interests.summary === 'None' ? [words('None')] : list(interests.each.map((each) => `${each.name}: ${interestInWords(each)}`))),
      );
