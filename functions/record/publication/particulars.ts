import { postOf } from '../../council/directory.rules.ts';
import type { Council } from '../../council/council.schema.ts';
import type { Proposal } from '../../proposal/proposal.schema.ts';
import { inWordsWithDay, type LocalDate } from '../../rules/local-date.ts';
import type { Publication } from './publication.schema.ts';
import type { PublicDocument } from './publication-particulars.schema.ts';
import { paragraphInWords } from '../schedule-12a.rules.ts';
import type { Sight } from './sight.rules.ts';

type Particulars = Publication['particulars'];

const documentOf = ({ title, url, access, paragraph }: Proposal['documents'][number]): PublicDocument =>
  access === 'exempt'
    ? { access, title, paragraph: paragraph ?? 0, words: `Not published: ${paragraphInWords(paragraph ?? 0)}` }
    : { access, title, url: url ?? null };

const consultedOf = (council: Council, posts: string[] = []): string[] => posts.map((id) => postOf(council, id)?.title ?? id);

const decisionMaker = ({ notice: { maker }, content, council }: Sight): Particulars['decisionMaker'] => ({
  post: maker.post,
  kind: maker.kind,
  name: maker.name,
  title: maker.title,
  members: maker.members,
  jointWith: maker.jointWith ?? null,
  inThePlaceOf: maker.inThePlaceOf ?? null,
  inConsultationWith: consultedOf(council, content?.inConsultationWith),
});

const keyWords = {
  true: 'A key decision is to be made.',
  false: 'This is not a key decision.',
  null: 'The record does not say whether this was a key decision.',
};

/** The first day on which a decision may be taken, as its notice has it. */
export const dueFrom = (from: LocalDate): Particulars['decisionDue'] => ({ from, words: `On or after ${inWordsWithDay(from)}` });

/** What reg 9(1)(a) to (h) of SI 2012/2089 has the council tell the public: given even where the rest is exempt (reg 9(3)). */
export const particularsOf = (sight: Sight, isKey: boolean | null): Particulars => {
  const { content, notice, council } = sight;
  return {
    keyDecision: keyWords[`${isKey}`],
    matter: content?.subject ?? notice.subject,
    decisionMaker: decisionMaker(sight),
    decisionDue: dueFrom(notice.timetable.earliestDecisionDate),
    documents: (content?.documents ?? []).map(documentOf),
    copiesFrom: `${council.offices}; and ${council.website}`,
    otherDocuments: 'Other documents relevant to the matter may be submitted to the decision maker.',
    howToAsk: { words: council.documents.howToAsk, email: council.documents.email },
  };
};
