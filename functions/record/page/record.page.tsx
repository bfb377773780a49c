import type { JSX } from 'preact';
import { page, type PageCouncil } from '../../page/page.tsx';
import { type LocalDate, londonDate } from '../../rules/local-date.ts';
import { type Of, Section } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';
import { Interests } from './record-consultation.tsx';
import { Contact, Documents, Particulars } from './record-particulars.tsx';
import { CallIn, Meeting, ShortNotice, Timeline } from './record-progress.tsx';
import { KeyChallenge, PrivateMeeting } from './record-lawfulness.tsx';
import { structuredData } from './structured-data.ts';
import { publicationOn } from '../tense.ts';
import { Case } from './record-case.tsx';
import { Proof } from './record-proof.tsx';
import { Summary, Top } from './record-summary.tsx';

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
    <Section title="Documents">
      <div class="govuk-body">
        <Documents documents={of.particulars.documents} />
      </div>
    </Section>
    <Contact of={of} />
    <Proof of={of} />
  </>
);

const Notice = ({ of }: Of): JSX.Element => (
  <>
    <Top of={of} />
    <Particulars of={of} />
    <Section title="About this decision">
      <Summary of={of} />
    </Section>
    <Case of={of} />
    <Timeline of={of} />
    <ShortNotice of={of} />
    <PrivateMeeting of={of} />
    <Contact of={of} />
    <Proof of={of} />
  </>
);

/**
 * A decision's public page as it reads on a day, Europe/London (that of its last change unless one is named): before it is taken the notice
 * with its particulars (reg 9(1) of SI 2012/2089), after it the record of decision (regs 12 and 13). Made from the publication alone, so
 * nothing exempt can be on it.
 */
export const recordPage = (
  publication: Publication,
  council: PageCouncil,
  today: LocalDate = londonDate(publication.updatedAt),
): string => {
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
