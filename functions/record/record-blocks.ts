import { inWords, inWordsWithDay, type LocalDate, londonDate } from '../rules/local-date.ts';
import { inPounds } from '../rules/money.ts';
import { agreeing, contractOutcomes, counted, fundingInWords, growthInWords, highestInWords, kindInWords, listed, nameAndTitle, optionInWords, rangeInWords, termInWords, wordingTitles } from './in-words.ts';
import type { Publication } from './publication.schema.ts';
import { factsOf, noticeFacts } from './record-facts.ts';
import { callInOn } from './tense.ts';
import { isAllWithheld } from './withheld.ts';

/** A piece of a document, for a page that is printed: what it is and what it says, never how it looks. */
export type Block =
  | { kind: 'heading'; words: string }
  | { kind: 'words'; words: string }
  | { kind: 'list'; items: string[]; isNumbered: boolean }
  | { kind: 'table'; caption: string; columns: string[]; rows: string[][] };

const heading = (words: string): Block => ({ kind: 'heading', words });
const words = (text: string): Block => ({ kind: 'words', words: text });
const list = (items: string[], isNumbered = false): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items, isNumbered }]);
const table = (caption: string, columns: string[], rows: string[][]): Block[] => (rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }]);
const under = (title: string, ...blocks: Block[]): Block[] => (blocks.length === 0 ? [] : [heading(title), ...blocks]);

type Section = Publication['withheld'][number]['section'];

// What is kept back keeps its heading and gives the reason in its place.
const published = <T>(of: Publication, section: Section, title: string, content: T | null, make: (content: T) => Block[]): Block[] => {
  if (content !== null) return under(title, ...make(content));
  const kept = of.withheld.find((part) => part.section === section);
  return kept && !isAllWithheld(of) ? [heading(title), words(kept.words)] : [];
};

const rewording = ({ by, on, before }: NonNullable<Publication['decision']>['changes'][number]): Block[] => [words(`How the wording was changed: ${by}, ${inWords(on)}. Before that it was:`), ...list(before, true)];

const decision = (of: Publication): Block[] =>
  published(of, 'proposedDecision', wordingTitles[of.decision?.state ?? 'proposed'], of.decision, ({ items, conditions, changes }) => [
    ...(agreeing(of) ? [words(agreeing(of) ?? '')] : []),
    ...list(items.map((item, index) => [item, ...conditions.filter(({ resolution }) => resolution === index + 1).map((each) => `Condition: ${each.words}`)].join('\n')), true),
    ...changes.flatMap(rewording),
  ]);

const money = (of: Publication): Block[] =>
  published(of, 'financialImplications', 'Financial implications', of.financialImplications, (money) => [
    words(money.summary),
    ...table('What it is expected to cost', ['Cost', 'Kind', 'Amount'], [
      ...money.expenditure.map((line) => [line.description, kindInWords(line), rangeInWords(line)]),
      ...(money.lineTotal && money.expenditure.length > 0 ? [['Total over all years', '', rangeInWords(money.lineTotal)]] : []),
    ]),
    ...(money.growth ? [words(growthInWords(money.growth))] : []),
    ...table('What it is expected to save', ['Saving', 'For', 'Amount'], money.savings.map((line) => [line.description, line.years === null ? '' : counted(line.years, 'year'), rangeInWords(line)])),
    ...(of.key.totals && (money.expenditure.length > 0 || money.growth || money.savings.length > 0) ? [words(highestInWords(of.key.totals))] : []),
    ...list(money.funding.map(fundingInWords)),
  ]);

const contracts = (of: Publication): Block[] =>
  published(of, 'contracts', 'Contracts', of.contracts?.length === 0 ? null : of.contracts, (all) =>
    table('What follows from this decision', ['Contract', 'Outcome', 'Supplier', 'Term', 'Extension options', 'Value'], all.map((contract) => [
      contract.title, contractOutcomes[contract.outcome], contract.supplier ?? '', termInWords(contract), contract.extensionOptions.map(optionInWords).join('\n'), contract.valuePence === null ? '' : inPounds(contract.valuePence),
    ])));

const outcomes = { asked: 'asked', supported: 'supported', objected: 'objected', commented: 'commented', 'proposed-an-amendment': 'proposed an amendment', silent: 'did not answer', undeliverable: 'could not be reached', 'not-recorded': 'consulted; no answer is recorded' };

const consultation = (of: Publication): Block[] =>
  published(of, 'consultation', 'Cabinet Committee recommendations and other consultation', of.consultation, ({ committees, consultees }) => [
    ...committees.map(({ committee, date, outcome, words: said }) => words(`${committee}, ${inWords(date)}: ${outcome.replace('-', ' ')}. ${said}`)),
    ...list(consultees.map(({ name, outcome, late, words: said }) => `${name}: ${outcomes[outcome]}${late ? ' (late)' : ''}${said ? `. ${said}` : ''}`)),
  ]);

const interests = ({ interests }: Publication): Block[] =>
  interests === null ? [] : under('Any interest declared when the decision was taken and any dispensation granted', ...(interests.summary === 'None' ? [words('None')] : list(interests.each.map(({ name, interest, detail, dispensation }) => `${name}: ${interest === 'none' ? (detail ?? 'None') : `${detail ?? 'Declared'}. Dispensation: ${dispensation ?? 'none'}`}`))));

const meeting = ({ determination }: Publication): Block[] => {
  const held = determination?.meeting;
  if (!held) return [];
  return under(`Meeting of ${inWords(held.date)}`, words(`Present: ${listed(held.present)}.`), ...(held.introducedBy ? [words(`${held.introducedBy} introduced the report.`)] : []), ...list(held.points, true));
};

const privateMeeting = ({ privateMeeting }: Publication): Block[] => {
  if (privateMeeting === null) return [];
  const { reasons, consent, second } = privateMeeting;
  return under('Meeting in private', words(reasons),
    ...(consent ? [words(`${consent.name} agreed on ${inWords(consent.on)} that the meeting is urgent and cannot reasonably be deferred.${consent.reason ? ` Why it was asked: ${consent.reason}` : ''}`)] : []),
    ...(second ? [words(`Second notice, ${inWords(second.publishedOn)}. Representations received: ${second.representations} The council’s answer: ${second.response}`)] : []));
};

const scrutiny = { 'no-comment': 'no comment', comments: 'comments', reconsider: 'asked for it to be reconsidered', 'refer-to-council': 'referred it to full council' };

const callIn = ({ determination, callIn, callInWaiver, timetable }: Publication, today: LocalDate): Block[] => {
  if (determination === null) return [];
  return under('Call-in', words(callInOn(timetable.callInClosesOn, today)), ...(callInWaiver ? [words(callInWaiver)] : []), ...(callIn ? calledIn(callIn) : []));
};

const calledIn = (callIn: NonNullable<Publication['callIn']>): Block[] => {
  const { requestedOn, requestedBy, grounds, words: said, outcome, outcomeWords, reconsidered } = callIn;
  return [words(`Called in on ${inWords(requestedOn)} by ${listed(requestedBy.map(({ name, group }) => (group ? `${name} (${group})` : name)))}.`), ...list(grounds),
    ...(said ? [words(said)] : []),
    ...(outcome ? [words(`${outcome === 'not-valid' ? 'The clerk found it not valid' : `Scrutiny: ${scrutiny[outcome]}`}.${outcomeWords ? ` ${outcomeWords}` : ''}`)] : []),
    ...(reconsidered ? [words(`Decided again: ${reconsidered.outcome} on ${inWords(reconsidered.on)}.${reconsidered.words ? ` ${reconsidered.words}` : ''}`)] : [])];
};

const keyChallenge = ({ keyChallenge }: Publication): Block[] => {
  if (keyChallenge === null) return [];
  const { raisedOn, words: said, report } = keyChallenge;
  return under('Whether this was a key decision', words(`Raised by scrutiny on ${inWords(raisedOn)}.${said ? ` ${said}` : ''}`), ...(report ? [words(`Reported to council on ${inWords(report.on)}.${report.words ? ` ${report.words}` : ''}`)] : []));
};

const dates = ({ timeline, timetable, findings }: Publication): Block[] =>
  under('Dates', ...table('The stages of this decision', ['Date', 'Stage', 'Rule'], timeline.map(({ date, label, source }) => [date ? inWordsWithDay(date) : 'No date yet', label, source])), ...(timetable.proof ? [words(timetable.proof)] : []), ...findings.map(words));

const plain = (of: Publication, section: Section, title: string, content: string | null): Block[] => published(of, section, title, content, (text) => [words(text)]);

const shortNotice = ({ shortNotice }: Publication): Block[] =>
  shortNotice === null ? [] : under('Why less than 28 clear days’ notice', words(shortNotice.words), ...(shortNotice.reason ? [words(shortNotice.reason)] : []), ...(shortNotice.agreedBy ? [words(`Agreed by ${nameAndTitle(shortNotice.agreedBy)}, on ${inWords(shortNotice.agreedBy.on)}.`)] : []));

const documents = ({ particulars }: Publication): Block[] => under('Documents', ...list(particulars.documents.map((document) => (document.access === 'exempt' ? `${document.title} (${document.words})` : document.title))));

const contact = ({ contact, leadDirector }: Publication): Block[] =>
  contact === null ? [] : under('Contact', words(`${contact.name}, ${contact.title}. Email: ${contact.email}${contact.phone ? `. Telephone: ${contact.phone}` : ''}${leadDirector ? `\nLead director: ${nameAndTitle(leadDirector)}` : ''}`));

/** The document that a publication makes, as it reads on a day (that of its last change unless one is named), in the order of its page; made from the publication alone, so nothing exempt can be in it. */
export const blocksOf = (of: Publication, today: LocalDate = londonDate(of.updatedAt)): Block[] => [
  words(of.status.explanation),
  ...(of.publicAccess?.kind === 'fully-exempt' && of.withheld[0] ? [words(of.withheld[0].words)] : []),
  ...(of.kind === 'notice' ? under('Notice of the proposed decision', ...table('What the law has a notice say', ['What', 'Details'], noticeFacts(of))) : []),
  ...table('About this decision', ['What', 'Details'], factsOf(of)),
  ...decision(of),
  ...plain(of, 'reasons', of.kind === 'record' ? 'Reasons for the decision' : 'Reasons for the proposed decision', of.reasons),
  ...plain(of, 'background', 'Background', of.background),
  ...money(of),
  ...contracts(of),
  ...plain(of, 'legalImplications', 'Legal implications', of.legalImplications),
  ...plain(of, 'equalityImplications', 'Equality implications', of.equalityImplications?.words ?? null),
  ...plain(of, 'dataProtectionImplications', 'Data protection implications', of.dataProtectionImplications?.words ?? null),
  ...consultation(of),
  ...published(of, 'alternatives', 'Alternatives considered and rejected', of.alternatives, (all) => (all.length === 0 ? [words('None recorded')] : list(all.map(({ option, reasonRejected }) => `${option}\nRejected because: ${reasonRejected}`), true))),
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
