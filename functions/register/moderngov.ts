import { writeCsv } from '../spreadsheet/csv.ts';
import { areasInWords, keyInWords, listed, nameAndTitle } from '../record/in-words.ts';
import { takenBy } from '../record/record-facts.ts';
import type { Publication } from '../record/publication/publication.schema.ts';
import { dueInstead } from '../record/tense.ts';
import { inWords } from '../rules/local-date.ts';
import { pathOf } from './register-entry.ts';

const none = (text: string | null | undefined): string => text ?? '';
const dated = (date: string | null): string => (date === null ? '' : date.split('-').reverse().join('/'));

const makerOf = (of: Publication): string => {
  const { jointWith, ...maker } = takenBy(of);
  return `${nameAndTitle(maker)}${jointWith ? `, jointly with ${nameAndTitle(jointWith)}` : ''}`;
};

const items = ({ decision }: Publication): string => (decision?.items ?? []).map((item, index) => `${index + 1}. ${item}`).join('\n');

// What was not agreed was not decided, though who decides has decided on it.
const isTaken = ({ determination }: Publication): boolean => determination !== null;

// Of what came to nothing, and of nothing that is still to be decided.
const howItEnded = ({ kind, status, ending }: Publication): string => {
  if (kind !== 'record') return '';
  return ending?.words ? `${status.words}: ${ending.words}` : status.words;
};

const exemption = ({ publicAccess }: Publication): string => {
  if (publicAccess === null) return '';
  if (publicAccess.kind === 'open') return 'No';
  return `Yes: ${publicAccess.paragraphs.map(({ paragraph }) => `paragraph ${paragraph}`).join(', ')}`;
};

const consulted = ({ consultation }: Publication): string => listed((consultation?.consultees ?? []).map(({ name }) => name));

const interests = ({ interests }: Publication): string =>
  interests === null
    ? ''
    : interests.summary === 'None'
      ? 'None'
      : interests.each.map(({ name, interest, detail }) => `${name}: ${detail ?? (interest === 'none' ? 'None' : 'Declared')}`).join('; ');

const urgency = ({ shortNotice }: Publication): string =>
  shortNotice === null
    ? 'No'
    : shortNotice.route === 'special-urgency'
      ? 'Yes: special urgency (regulation 11)'
      : 'Yes: general exception (regulation 10)';

type Field = [label: string, value: (of: Publication, origin: string) => string];

// In the order of ModernGov's own forms: issue, plan item, then decision details.
const fields: Field[] = [
  ['Issue reference', ({ number }) => number],
  ['Issue title', ({ subject }) => subject],
  ['Issue summary', ({ background, reasons }) => none(background ?? reasons)],
  ['Key decision?', ({ key }) => keyInWords(key.isKey)],
  ['Reason it is key', ({ key }) => key.grounds.join('; ')],
  ['Decision type', ({ key }) => (key.isKey === null ? '' : key.isKey ? 'Key' : 'Non-key')],
  ['Decision maker', makerOf],
  ['Lead officer', ({ leadDirector }) => (leadDirector ? nameAndTitle(leadDirector) : '')],
  ['Department', ({ department }) => none(department)],
  ['Wards affected', ({ divisionsAffected, areaWord }) => (divisionsAffected ? areasInWords(divisionsAffected, areaWord) : '')],
  ['Notice of proposed decision first published', ({ timetable }) => dated(timetable.firstPublishedOn)],
  ['Notice of proposed decision published', ({ timetable }) => dated(timetable.publishedOn)],
  ['Decision due', (of) => dueInstead(of) ?? `Not before ${inWords(of.particulars.decisionDue.from)}`],
  ['Decision due from', (of) => (dueInstead(of) === null ? dated(of.particulars.decisionDue.from) : '')],
  ['Consultees', consulted],
  ['Consultation closes', ({ consultation }) => dated(consultation?.closesOn ?? null)],
  ['Contact name', ({ contact }) => none(contact?.name)],
  ['Contact email', ({ contact }) => none(contact?.email)],
  ['Is the decision urgent?', urgency],
  ['Reason for urgency', ({ shortNotice }) => none(shortNotice?.reason)],
  ['Is it exempt?', exemption],
  ['Decision status', ({ status }) => status.words],
  ['Date of decision', ({ timetable }) => dated(timetable.decidedOn)],
  ['Decision', (of) => (isTaken(of) ? items(of) : howItEnded(of))],
  ['Proposed decision', (of) => (isTaken(of) ? '' : items(of))],
  ['Reasons for the decision', ({ reasons }) => none(reasons)],
  [
    'Alternative options considered',
    ({ alternatives }) =>
      (alternatives ?? []).map(({ option, reasonRejected }) => `${option} Rejected because: ${reasonRejected}`).join('\n'),
  ],
  ['Interests and nature of interests declared', interests],
  ['Record published', ({ timetable }) => dated(timetable.recordPublishedOn)],
  ['Date effective', ({ timetable }) => dated(timetable.effectiveFrom)],
  ['Subject to call-in?', ({ timetable, kind }) => (kind === 'notice' ? '' : timetable.callInClosesOn === null ? 'No' : 'Yes')],
  ['Call-in ends', ({ timetable }) => dated(timetable.callInClosesOn)],
  ['Report documents', ({ particulars }) => particulars.documents.map(({ title }) => title).join('; ')],
  ['Source', (of, origin) => origin + pathOf(of.number)],
];

/** A decision as the fields that a clerk fills in ModernGov, labelled as its forms are; dates as DD/MM/YYYY, which those take. */
export const modernGovFields = (of: Publication, origin: string): [label: string, value: string][] =>
  fields.map(([label, value]) => [label, value(of, origin)]);

/** Decisions as ModernGov's fields, one row a decision. */
export const modernGovCsv = (all: Publication[], origin: string): string =>
  writeCsv(
    fields.map(([label]) => label),
    all.map((of) => fields.map(([, value]) => value(of, origin))),
  );
