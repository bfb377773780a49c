import { inWords } from '../rules/local-date.ts';
import { areasInWords, keyInWords, listed, nameAndTitle } from './in-words.ts';
import type { Publication } from './publication/publication.schema.ts';

type Fact = [name: string, details: string];
type Maker = Publication['particulars']['decisionMaker'];

// Reg 9(1)(c) of SI 2012/2089 has a body named with its members, and each line of it is one of them.
const makerInWords = ({ jointWith, inThePlaceOf, inConsultationWith, members, ...maker }: Maker): string =>
  [
    `${nameAndTitle(maker)}${jointWith ? `, jointly with ${nameAndTitle(jointWith)}` : ''}`,
    ...(inThePlaceOf ? [`In the place of the ${inThePlaceOf}`] : []),
    ...(inConsultationWith.length > 0 ? [`In consultation with the ${listed(inConsultationWith)}`] : []),
    ...members.map(nameAndTitle),
  ].join('\n');

/** Whoever took a decision, or is to take it. */
export const takenBy = ({ determination, particulars: { decisionMaker } }: Publication): Maker =>
  determination
    ? { ...decisionMaker, ...determination.by, jointWith: determination.by.jointWith ?? decisionMaker.jointWith }
    : decisionMaker;

/** Whether the clerk entered the decision, how it was signed and why; null where its maker answered. */
export const recordedInWords = ({ determination }: Publication): string | null => {
  if (!determination?.recordedByClerk) return null;
  const { onPaper, override } = determination;
  return `${onPaper ? 'Signed on paper; entered by the clerk' : 'By the clerk, in the decision maker’s place'}.${override ? ` The clerk’s words: ${override}` : ''}`;
};

const access = {
  open: 'For publication',
  'part-exempt': 'For publication in part',
  'fully-exempt': 'Not for publication, except for these particulars',
};

/** Whether it is for publication, in words; null where no content is public. */
export const accessInWords = ({ publicAccess }: Publication): string | null => publicAccess && access[publicAccess.kind];

const fact = (name: string, details: string | null | undefined): Fact[] => (details ? [[name, details]] : []);

const numbered = (numbers: string[]): string => numbers.map((number) => `Decision ${number}`).join(', ');

/** What a printed decision begins with: who, when, whether it is key, what became of it. */
export const factsOf = (of: Publication): Fact[] => [
  [of.kind === 'record' ? 'Decision taken by' : 'To be decided by', makerInWords(takenBy(of))],
  ...fact('Signed', of.determination?.cover),
  ...fact('Recorded', recordedInWords(of)),
  ['Decision number', of.number],
  ['Status', of.status.words],
  ...fact(of.status.words, of.ending && `${inWords(of.ending.on)}${of.ending.words ? `: ${of.ending.words}` : ''}`),
  ...fact('Publication', accessInWords(of)),
  ['Key decision', [[keyInWords(of.key.isKey), ...of.key.grounds].join('. '), ...(of.key.statement ? [of.key.statement] : [])].join('\n')],
  ...fact('Date of decision', of.timetable.decidedOn && inWords(of.timetable.decidedOn)),
  ...fact('Takes the place of', numbered(of.replaces)),
  ...fact('Superseded by', of.supersededBy && `Decision ${of.supersededBy.number}, on ${inWords(of.supersededBy.on)}`),
  ...fact(`Electoral ${of.areaWord}s affected`, of.divisionsAffected && areasInWords(of.divisionsAffected, of.areaWord)),
  ...fact('Department', of.department),
];

const hasNoContent = new Set(['changed', 'withdrawn', 'not-proceeding']);

/** Whether the documents of a notice are not shown, because what it was about is being changed or was given up. */
export const keepsDocumentsBack = ({ status }: Publication): boolean => hasNoContent.has(status.code);

const documentsInWords = (of: Publication): string => {
  const { documents } = of.particulars;
  if (keepsDocumentsBack(of)) return `Not shown. ${of.withheld[0]?.words ?? ''}`;
  return (
    documents.map((document) => (document.access === 'exempt' ? `${document.title} (${document.words})` : document.title)).join('\n') ||
    'None listed'
  );
};

/** The notice itself, as it is printed: what reg 9(1)(a) to (h) of SI 2012/2089 has the council say, each labelled in plain words. */
export const noticeFacts = (of: Publication): Fact[] => {
  const { keyDecision, matter, decisionMaker, decisionDue, copiesFrom, otherDocuments, howToAsk } = of.particulars;
  return [
    ['(a) Key decision', keyDecision],
    ['(b) What it is about', matter],
    ['(c) Who will decide', makerInWords(decisionMaker)],
    ['(d) When', decisionDue.words],
    ['(e) Documents for the decision maker', documentsInWords(of)],
    ['(f) Where to get copies', copiesFrom],
    ['(g) Other documents', otherDocuments],
    ['(h) How to ask for documents', `${howToAsk.words} Email: ${howToAsk.email}`],
  ];
};
