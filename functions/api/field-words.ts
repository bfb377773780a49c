import { importColumns } from '../spreadsheet/import-columns.ts';
import type { Json } from './components.ts';

/** What a field means, by its place in a named schema, or in what an operation is sent. */
type Words = Record<string, string>;

const proposal: Words = {
  subject: 'As it is to stand in the public list. One line.',
  decisionMaker: 'The id of a post or body in GET /api/council: who decides, one person or a body.',
  jointWith: 'The post that decides together with the decision maker, where two do and both sign.',
  inThePlaceOf: 'The post in whose place the decision maker decides, where one decides for another.',
  inConsultationWith: 'Posts that a delegation says must be consulted before it is used.',
  leadDirector: 'The post of the director who clears the proposal before its notice.',
  contact: 'Published with the notice.',
  proposedDecision: 'One resolution each, as it is to be signed.',
  divisionsAffected: 'Names as GET /api/council has them, each once, or "all".',
  declaredKey: 'true makes it key whatever the figures; false never makes a key decision ordinary, and is warned of.',
  consultees: 'Each is sent the notice and asked for an answer: a post, or somebody else by name and address.',
  'consultees.external': 'false for who is of the council. Anybody else is shown what the public may see and no more.',
  cabinetCommittee: 'The committee that advises, and the day of its meeting. Leave it out where none does.',
  targetDecisionDate: 'The day wanted. Left out, the first lawful day.',
  consultationClosesOn: 'The last day for answers. Left out, by the council’s own period.',
  replaces: 'Numbers of decisions that this takes the place of, each taken here and still standing.',
  'equalityImplications.date': 'When it was completed; required unless the status is not-required.',
};

const contract: Words = {
  reference: 'The council’s own. The same reference is always the same contract; left out, it is given one.',
  'supplier.number': 'The number of the company or charity. Breaks and control characters in it become spaces.',
  vcse: 'Whether the supplier is a voluntary, community or social enterprise; with its charity number where it has one.',
  regime: 'The law it was procured under. Left out, it follows from the day on which the procurement began; health care must be said.',
  lightTouch: 'Whether it is a light touch contract under the Procurement Act 2023 or the Regulations of 2015.',
  userChoice: 'Whether it was awarded by the choice of the person who is served (a direct award by user choice).',
  netPence: 'Of the initial term without VAT and without the options. Of a concession, the most the supplier can expect to receive.',
  grossPence: 'The same with VAT; not below netPence.',
  irrecoverableVatPence: 'VAT that the council cannot recover.',
  approvedPence: 'What the decision approved. Left out, the value with every option.',
  end: 'The last day of the initial term: options are added once they are taken up.',
  'extensionOptions.amountPence': 'What the option costs in all, without VAT.',
  'extensionOptions.noticeMonths': 'How many months before its end the supplier must be told.',
  decision: 'The number of the decision that authorised it.',
  delegates: 'What that decision delegates, in words.',
  decisionMaker: 'The post or body that decides on what follows it.',
  leadDirector: 'The post that is told when nobody acts.',
  divisionsAffected: 'Names as GET /api/council has them, each once, or "all". Left out, what follows is planned as a key decision.',
  serviceClass: 'How hard it is to buy and to hand over: it sets how long each stage is given.',
  nextRoute: 'What is to follow it. Left out, competition, which needs the most time.',
  successor: 'The id, not the reference, of the contract that follows it.',
  replaces: 'The ids, not the references, of the contracts that it follows.',
  withheld: 'What is kept from the public register, under which paragraph of Schedule 12A, and why.',
};

const interest: Words = {
  kind: 'Of an interest that is declared; pecuniary is a disclosable pecuniary interest.',
  detail: 'What it is, where one is declared.',
  dispensation: 'Any dispensation that was granted.',
};
const under = (place: string, words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([name, said]) => [`${place}.${name}`, said]));

const listing: Words = {
  cursor: 'The next of the page before, as it was given. The same filters go with it.',
};
const filters: Words = {
  ...listing,
  decisionMaker: 'The id of a post or body, its title, or the name of who decided.',
  key: 'Key decisions only, or others only.',
  urgency: 'By which route its notice was published.',
  division: 'What affects this division or ward, and what affects all of them.',
  text: 'Every one of these words stands in it.',
};
const contractList: Words = {
  ...listing,
  dueBefore: 'Only those whose latest safe start lies before this day.',
  owner: 'Only those owned by this email address, however it is capitalised.',
  over: 'true lists those that have ended or were closed, and no others.',
};
const csvPart: Words = {
  import: 'true brings the good rows in; otherwise they are only checked.',
  firstLine: 'Of a part of a file: the line on which its first row stands in the whole, so that faults name it.',
};

const fieldWords: Record<string, Words> = {
  ProposalContent: proposal,
  // Sent by an import alone.
  CompleteProposal: {
    decisionMaker: 'Whose post is not in the directory, or nobody’s on that day, is kept as given, with a finding.',
    divisionsAffected: 'Names as they were then, kept as given.',
    consultees: 'Who was asked then. Nobody is sent anything.',
    replaces: 'Numbers of the decisions that the source says it took the place of: kept as given, and looked for nowhere.',
  },
  FinancialImplications: {
    expenditure: 'Every part of the whole life, extension options included: they count towards a key decision.',
    'expenditure.kind': 'annual is an amount for each year, and needs years.',
    'expenditure.amountPence': 'The lowest, where it is a range.',
    'expenditure.upToPence': 'The highest, where it is a range; not below amountPence. It is what counts.',
    'expenditure.contract':
      'The contract that the line is for, in words: lines of one are tested together where the council tests each contract.',
    growth: 'Where the cost grows with use: so much for each person, place or visit.',
    'growth.maximumUnits': 'null where there is no most: then the expenditure is unbounded.',
    'growth.reapprovalTrigger': 'When it comes back for approval, in words.',
    'savings.years': 'For how many years the amount is saved.',
    'funding.ringFenced': 'Whether it can be spent on this only.',
  },
  ProposedContract: {
    start: 'Required, with end, unless the outcome is lapse or bring-in-house.',
    replaces: 'The ids, not the references, of the contracts in the register that it follows.',
    valuePence: 'Without its extension options.',
  },
  Document: { url: 'Begins with https:// or http://', paragraph: 'Of Schedule 12A; required where the access is exempt.' },
  PublicAccess: {
    paragraphs: 'Of Schedule 12A: none where the kind is open, else at least one.',
    publicInterest: 'Required unless the kind is open. It is published.',
    sections: 'The parts kept back, where the kind is part-exempt.',
  },
  ContractContent: contract,
  'check-proposal': { noticePublishedOn: 'The day on which its notice would be published. Left out, today.' },
  'publish-notice': {
    reason: 'Why the full notice is impracticable; required by either short route.',
    agreementFrom: 'Of special urgency, the chair who is asked where the scrutiny chair cannot act.',
  },
  'publish-private-meeting-notice': { representations: 'What was said against it, or that nothing was.', response: 'The answer to it.' },
  'ask-private-meeting-consent': { agreementFrom: 'The chair who is asked where the scrutiny chair cannot act.' },
  'record-written-notice': { name: 'One of those whom its email did not reach.', words: 'How it was given. It stands in the history.' },
  'record-committee-outcome': {
    proposedDecision: 'The committee’s own wording: required where the outcome is amended, and not to be sent with another.',
  },
  'record-determination': { date: 'The day of the meeting.', ...under('interests', interest) },
  'defer-proposal': { until: 'The day on which it is taken up again by itself. Left out, until it is resumed.' },
  'hand-over-proposal': { to: 'The officer who holds it from now on, by the address with which they sign in.' },
  'call-in-decision': {
    requestedBy: 'The members, each counted once, with their group where the council asks for several groups.',
    byCommittee: 'Whether a scrutiny committee calls it in, where the council’s rule lets one.',
  },
  'validate-call-in': { words: 'Why; required where it is found not valid.' },
  'reconsider-decision': {
    proposedDecision: 'The decision as changed; required where the outcome is changed.',
    decidedOn: 'The day on which it was taken again. Left out, today.',
  },
  'challenge-key-status': { reportBy: 'The day by which scrutiny asks for the report to full council.' },
  'delegate-step': { to: 'Who covers: the id of a post, or somebody by name and address.', scheme: 'The scheme that allows the cover.' },
  'record-answer': {
    evidence: 'Where the answer stands: a signed paper, a letter, the minutes.',
    signedOn: 'The day on the paper, where a decision was signed on one.',
    ...under('interest', interest),
  },
  'import-decision': { keyStatus: 'What the source says of it.', interest: 'What the source says of interests, in words.' },
  'change-contract': {
    ...contract,
    words: 'Why it is changed.',
    approvedBy: 'The number of the decision that allows the change, where one is needed. One of this system must be in effect.',
  },
  'extend-contract': {
    on: 'The day on which the supplier was told. It takes up the next option; a second one of the same day needs If-Match.',
    decision: 'The number of the decision behind it, where there is one. One of this system must be in effect.',
    approvedPence: 'What the decision approved for the whole contract, where it raised that; needs decision.',
    late: 'Where the supplier was told after the last day for notice, or it is recorded after the end: why it still counts.',
  },
  'end-contract': { words: 'Why; required where it was terminated.' },
  'record-contract-value': { toDatePence: 'What was spent under it by that day, in all.' },
  'import-contracts': csvPart,
  'list-proposals': { ...listing, mine: 'true lists your own and no others.' },
  'list-contracts': contractList,
  'export-contracts': contractList,
  'reproject-contracts': contractList,
  ...Object.fromEntries(
    ['list-notices', 'list-decisions', 'notices-feed', 'decisions-feed', 'notices-file', 'decisions-file'].map((id) => [id, filters]),
  ),
  'search-decisions': { q: 'Words to look for.', in: 'contracts leaves decisions out.', from: 'How many to leave out at the start.' },
  'list-changes': { cursor: 'The next of the answer before; from the first change where it is left out.' },
  'urgency-report': { from: 'The first day.', to: 'The last day, itself included.' },
  'list-public-contracts': { ended: 'true lists those that are over, and no others.' },
  'contracts-file': { quarter: 'Of the calendar year. Left out, this one.' },
};

/** What a register in CSV holds: its headings, as it is read and given. */
export const csvHeadings = [
  'UTF-8, cells apart by commas or tabs, under one line of headings, in any order:',
  `${importColumns.map(({ heading, required }) => (required ? heading : `${heading} (optional)`)).join(', ')}.`,
  'Money in pounds, as 1234567.89 or £1,234,567.89; dates as 2026-03-31 or 31/03/2026; yes or no; several names apart by semicolons.',
  'Extension options as 12 months: £400,000: 3 months notice, apart by semicolons, the notice optional.',
].join(' ');

const partOf = (schema: Json, name: string): Json | undefined => {
  if (schema.items) return partOf(schema.items as Json, name);
  const forms = [schema, ...((schema.anyOf as Json[] | undefined) ?? [])] as { properties?: Record<string, Json> }[];
  return forms.find(({ properties }) => properties?.[name])?.properties?.[name];
};

/** A schema with what its fields mean, by the name that it has here. Throws where words are of a field that it does not have. */
export const inWords = (name: string, schema: Json): Json => {
  for (const [path, description] of Object.entries(fieldWords[name] ?? {})) {
    const part = path.split('.').reduce<Json | undefined>((at, step) => at && partOf(at, step), schema);
    if (!part) throw new Error(`${name} has no field ${path} to describe`);
    part.description = description;
  }
  return schema;
};
