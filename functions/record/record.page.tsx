import type { JSX } from 'preact';
import { page, type PageCouncil } from '../page/page.tsx';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { areasInWords, keyInWords } from './in-words.ts';
import { type Of, Published, Row, Section, Words } from './parts.tsx';
import type { Publication } from './publication.schema.ts';
import { accessInWords, recordedInWords, takenBy } from './record-facts.ts';
import { Alternatives, Consulted, Interests } from './record-consultation.tsx';
import { Contracts, Money } from './record-money.tsx';
import { Contact, DecisionMaker, Documents, Particulars } from './record-particulars.tsx';
import { CallIn, Meeting, ShortNotice, Timeline } from './record-progress.tsx';
import { KeyChallenge, Lawfulness, PrivateMeeting } from './record-lawfulness.tsx';
import { structuredData } from './structured-data.ts';
import { publicationOn } from './tense.ts';
import { Wording } from './record-wording.tsx';

const Grounds = ({ of: { key } }: Of): JSX.Element => (
  <>
    <div>{keyInWords(key.isKey)}</div>
    {key.grounds.map((ground) => <div>{ground}</div>)}
    {key.statement && <div class="govuk-hint">{key.statement}</div>}
  </>
);

const DecisionLink = ({ number }: { number: string }): JSX.Element => <a class="govuk-link" href={`/decisions/${number}`}>{`Decision ${number}`}</a>;

const Summary = ({ of }: Of): JSX.Element => (
  <dl class="govuk-summary-list">
    <Row name="Decision taken by">{of.kind === 'record' && <DecisionMaker maker={takenBy(of)} />}</Row>
    <Row name="Signed">{of.determination?.cover ?? null}</Row>
    <Row name="Recorded">{recordedInWords(of)}</Row>
    <Row name="Decision number">{of.number}</Row>
    <Row name="Publication">{accessInWords(of)}</Row>
    <Row name="Key decision"><Grounds of={of} /></Row>
    <Row name="Date of decision">{of.timetable.decidedOn && inWords(of.timetable.decidedOn)}</Row>
    <Row name="Takes the place of">{of.replaces.length > 0 && of.replaces.map((number) => <div><DecisionLink number={number} /></div>)}</Row>
    <Row name="Superseded by">{of.supersededBy && <><DecisionLink number={of.supersededBy.number} />{`, on ${inWords(of.supersededBy.on)}`}</>}</Row>
    <Row name={`Electoral ${of.areaWord}s affected`}>{of.divisionsAffected && areasInWords(of.divisionsAffected, of.areaWord)}</Row>
  </dl>
);

const Top = ({ of }: Of): JSX.Element => (
  <>
    <span class="govuk-caption-l">{of.kind === 'record' ? 'Record of decision' : 'Proposed decision'} {of.number}</span>
    <h1 class="govuk-heading-l">{of.subject}</h1>
    <p class="govuk-body"><strong class="govuk-tag">{of.status.words}</strong></p>
    <p class="govuk-body-l">{of.status.explanation}</p>
    {of.ending && <p class="govuk-body">{inWords(of.ending.on)}{of.ending.words && <span class="app-words">: {of.ending.words}</span>}</p>}
    {of.publicAccess?.kind === 'fully-exempt' && <div class="govuk-inset-text">{of.withheld[0]?.words}</div>}
  </>
);

const equality = { 'not-required': 'No assessment is required', screening: 'Screening', full: 'Full assessment' };
const dataProtection = { 'not-required': 'No assessment is required.', 'to-follow': 'An assessment is to follow.', complete: 'An assessment is complete.' };

const Implications = ({ of }: Of): JSX.Element => (
  <>
    <Published of={of} section="legalImplications" title="Legal implications" content={of.legalImplications}>{(words) => <Words>{words}</Words>}</Published>
    <Published of={of} section="equalityImplications" title="Equality implications" content={of.equalityImplications}>
      {({ status, date, words }) => <><p class="govuk-body">{`${equality[status]}${date ? `, ${inWords(date)}` : ''}.`}</p><Words>{words}</Words></>}
    </Published>
    <Published of={of} section="dataProtectionImplications" title="Data protection implications" content={of.dataProtectionImplications}>
      {({ status, words }) => <><p class="govuk-body">{dataProtection[status]}</p><Words>{words}</Words></>}
    </Published>
  </>
);

const Case = ({ of }: Of): JSX.Element => (
  <>
    <Wording of={of} />
    <Published of={of} section="reasons" title={of.kind === 'record' ? 'Reasons for the decision' : 'Reasons for the proposed decision'} content={of.reasons}>{(words) => <Words>{words}</Words>}</Published>
    <Published of={of} section="background" title="Background" content={of.background}>{(words) => <Words>{words}</Words>}</Published>
    <Money of={of} />
    <Contracts of={of} />
    <Implications of={of} />
    <Consulted of={of} />
    <Alternatives of={of} />
  </>
);

const Proof = ({ of }: Of): JSX.Element => (
  <Section title="Check this page">
    {of.fingerprint && <p class="govuk-body">Fingerprint of what was put to the decision maker: <span class="app-fingerprint">{of.fingerprint}</span></p>}
    <Lawfulness of={of} />
    <p class="govuk-body app-no-print">{files.map(([suffix, words], index) => <>{index > 0 && ' · '}<a class="govuk-link" href={`/decisions/${of.number}${suffix}`}>{words}</a></>)}</p>
  </Section>
);

const files = [
  ['.json', 'This page as data (JSON)'],
  ['.pdf', 'As a PDF'],
  ['.atom', 'Follow it (Atom feed)'],
  ['.ics', 'Its dates for your calendar'],
  ['.moderngov', 'Field by field for ModernGov'],
] as const;

type OnADay = Of & { today: LocalDate };

const Record = ({ of, today }: OnADay): JSX.Element => (
  <>
    <Top of={of} />
    <Summary of={of} />
    <Case of={of} />
    <Meeting of={of} />
    <Interests of={of} />
    <Timeline of={of} />
    <CallIn of={of} today={today} />
    <KeyChallenge of={of} />
    <ShortNotice of={of} />
    <PrivateMeeting of={of} />
    <Section title="Documents"><div class="govuk-body"><Documents documents={of.particulars.documents} /></div></Section>
    <Contact of={of} />
    <Proof of={of} />
  </>
);

const Notice = ({ of }: Of): JSX.Element => (
  <>
    <Top of={of} />
    <Particulars of={of} />
    <Section title="About this decision"><Summary of={of} /></Section>
    <Case of={of} />
    <Timeline of={of} />
    <ShortNotice of={of} />
    <PrivateMeeting of={of} />
    <Contact of={of} />
    <Proof of={of} />
  </>
);

/**
 * A decision's public page as it reads on a day, Europe/London (that of its last change unless one is named): before it is taken the notice with its particulars (reg
 * 9(1) of SI 2012/2089), after it the record of decision (regs 12 and 13). Made from the publication alone, so nothing exempt can be on it.
 */
export const recordPage = (publication: Publication, council: PageCouncil, today: LocalDate = londonDate(publication.updatedAt)): string => {
  const of = publicationOn(publication, today);
  return page({
    title: `${of.number} ${of.subject}`,
    council,
    section: of.kind === 'record' ? 'decisions' : 'notices',
    description: `${of.status.words}. ${of.status.explanation}`,
    head: (
      <>
        <link rel="alternate" type="application/json" href={`/decisions/${of.number}.json`} />
        <link rel="alternate" type="application/atom+xml" title={`Changes to ${of.number}`} href={`/decisions/${of.number}.atom`} />
        {/* A data block with every "<" escaped: it cannot end its element, no browser runs it, and the Content-Security-Policy has no say in it. */}
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(of, council) }} />
      </>
    ),
    children: of.kind === 'record' ? <Record of={of} today={today} /> : <Notice of={of} />,
  });
};
