import { inWords, type LocalDate, londonDate } from '../../rules/local-date.ts';
import { agreeing, dataProtectionInWords, equalityInWords, nameAndTitle, wordingTitles } from '../in-words.ts';
import type { Publication } from '../publication/publication.schema.ts';
import { factsOf, noticeFacts } from '../record-facts.ts';
import { type Block, list, plain, published, table, under, words } from './block.ts';
import { alternatives, consultation, interests } from './consultation-blocks.ts';
import { keyChallenge, privateMeeting } from './lawfulness-blocks.ts';
import { contracts, money } from './money-blocks.ts';
import { callIn, dates, meeting, shortNotice } from './progress-blocks.ts';

const rewording = ({ by, on, before }: NonNullable<Publication['decision']>['changes'][number]): Block[] => [
  words(`How the wording was changed: ${by}, ${inWords(on)}. Before that it was:`),
  ...list(before, true),
];

const decision = (of: Publication): Block[] =>
  published(of, 'proposedDecision', wordingTitles[of.decision?.state ?? 'proposed'], of.decision, ({ items, conditions, changes }) => [
    ...(agreeing(of) ? [words(agreeing(of) ?? '')] : []),
    ...list(
      items.map((item, index) =>
        [item, ...conditions.filter(({ resolution }) => resolution === index + 1).map((each) => `Condition: ${each.words}`)].join('\n'),
      ),
      true,
    ),
    ...changes.flatMap(rewording),
  ]);

const documents = ({ particulars }: Publication): Block[] =>
  under(
    'Documents',
    ...list(
      particulars.documents.map((document) => (document.access === 'exempt' ? `${document.title} (${document.words})` : document.title)),
    ),
  );

const contact = ({ contact, leadDirector }: Publication): Block[] =>
  contact === null
    ? []
    : under(
        'Contact',
        words(
          `${contact.name}, ${contact.title}. Email: ${contact.email}${contact.phone ? `. Telephone: ${contact.phone}` : ''}${leadDirector ? `\nLead director: ${nameAndTitle(leadDirector)}` : ''}`,
        ),
      );

/**
 * The document that a publication makes, as it reads on a day (that of its last change unless one is named), in the order of its page; made
 * from the publication alone, so nothing exempt can be in it.
 */
export const blocksOf = (of: Publication, today: LocalDate = londonDate(of.updatedAt)): Block[] => [
  words(of.status.explanation),
  ...(of.publicAccess?.kind === 'fully-exempt' && of.withheld[0] ? [words(of.withheld[0].words)] : []),
  ...(of.kind === 'notice'
    ? under('Notice of the proposed decision', ...table('What the law has a notice say', ['What', 'Details'], noticeFacts(of)))
    : []),
  ...table('About this decision', ['What', 'Details'], factsOf(of)),
  ...decision(of),
  ...plain(of, 'reasons', of.kind === 'record' ? 'Reasons for the decision' : 'Reasons for the proposed decision', of.reasons),
  ...plain(of, 'background', 'Background', of.background),
  ...money(of),
  ...contracts(of),
  ...plain(of, 'legalImplications', 'Legal implications', of.legalImplications),
  ...published(of, 'equalityImplications', 'Equality implications', of.equalityImplications, (equality) => [
    words(equalityInWords(equality)),
    words(equality.words),
  ]),
  ...published(of, 'dataProtectionImplications', 'Data protection implications', of.dataProtectionImplications, (data) => [
    words(dataProtectionInWords[data.status]),
    words(data.words),
  ]),
  ...consultation(of),
  ...alternatives(of),
  ...meeting(of),
  ...privateMeeting(of),
  ...interests(of),
  ...dates(of),
  ...shortNotice(of),
  ...callIn(of, today),
  ...keyChallenge(of),
  ...(of.kind === 'record' ? documents(of) : []),
  ...contact(of),
];
