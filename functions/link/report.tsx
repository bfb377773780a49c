import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { makerOf, postOf } from '../council/directory.rules.ts';
import type { Decision, In, Maker, Notice } from '../decision/decision.ts';
import type { Proposal } from '../proposal/proposal.schema.ts';
import { Published, Section, Words } from '../record/page/parts.tsx';
import { publicationOf } from '../record/publication/publication.ts';
import type { Publication } from '../record/publication/publication.schema.ts';
import { Alternatives, Consulted } from '../record/page/record-consultation.tsx';
import { Implications } from '../record/page/record-implications.tsx';
import { Contracts, Money } from '../record/page/record-money.tsx';
import { Wording } from '../record/page/record-wording.tsx';
import { paragraphInWords } from '../record/schedule-12a.rules.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { noticeTimetable } from '../rules/timetable.ts';

type Submitted = Exclude<Decision, { status: 'draft' | 'withdrawn' }>;

const isSubmitted = (decision: Decision): decision is Submitted => decision.status !== 'draft' && decision.status !== 'withdrawn';

const unheld = (council: Council, post: string): Maker => {
  const title = postOf(council, post)?.title ?? post;
  return { post, kind: 'individual', name: title, title, email: '', members: [] };
};

// What a notice published today would say; nothing of it is stored or shown as published.
const noticeToCome = ({ content, keyDecision: { isKey } }: Submitted, council: Council, on: LocalDate): Notice => ({
  route: 'ordinary',
  isKey,
  subject: content.subject,
  firstPublishedOn: on,
  publishedOn: on,
  publishedAt: `${on}T00:00:00Z`,
  maker: makerOf(council, content, on) ?? unheld(council, content.decisionMaker),
  timetable: noticeTimetable({ isKey, route: 'ordinary', noticePublishedOn: on, content, council }),
});

const uncovered = (content: Proposal): Proposal => ({ ...content, publicAccess: { kind: 'open', paragraphs: [] } });

// The public's own page with nothing kept back, so that what a post reads and what the public reads cannot drift apart.
const whole = (decision: Submitted, council: Council, on: LocalDate): Publication | null => {
  const notice = decision.notice ?? noticeToCome(decision, council, on);
  const asOpen: In<'notice-published'> = { ...decision, status: 'notice-published', notice, content: uncovered(decision.content) };
  const report = publicationOf(asOpen, council);
  // Before the notice nobody has been asked, which is not the same as nobody having answered.
  return report && decision.notice === null ? { ...report, consultation: null } : report;
};

/** The report as one reader may see it: whole to the council's own posts, as published to anybody else; null where that is nothing. */
export const reportFor = (reader: { external: boolean }, decision: Decision, council: Council, on: LocalDate): Publication | null => {
  if (reader.external || !isSubmitted(decision)) return publicationOf(decision, council);
  return whole(decision, council, on);
};

const Document = ({ document, external }: { document: Proposal['documents'][number]; external: boolean }): JSX.Element => {
  const isExempt = document.access === 'exempt';
  const linked = document.url && !(isExempt && external);
  return (
    <li>
      {linked ? (
        <a href={document.url} rel="external">
          {document.title}
        </a>
      ) : (
        document.title
      )}
      {isExempt && <br />}
      {isExempt && <span class="govuk-hint">{`Exempt: ${paragraphInWords(document.paragraph ?? 0)}`}</span>}
    </li>
  );
};

const Documents = ({ documents, external }: { documents: Proposal['documents']; external: boolean }): JSX.Element | null =>
  documents.length === 0 ? null : (
    <Section title="Documents">
      <ul class="govuk-list">
        {documents.map((document) => (
          <Document document={document} external={external} />
        ))}
      </ul>
    </Section>
  );

const consulteeName = (council: Council, who: Proposal['consultees'][number]): string =>
  typeof who === 'string' ? (postOf(council, who)?.title ?? who) : who.name;

const ToConsult = ({ of, decision, council }: Pick<ReportOf, 'decision' | 'council'> & { of: Publication }): JSX.Element | null =>
  of.consultation !== null || decision.notice !== null ? null : (
    <Section title="Who will be consulted when the notice is published">
      <p class="govuk-body">
        {(decision.content.consultees ?? []).map((who) => consulteeName(council, who)).join(', ') || 'Nobody is named.'}
      </p>
    </Section>
  );

const Replaces = ({ decision }: Pick<ReportOf, 'decision'>): JSX.Element | null =>
  !decision.content.replaces?.length ? null : (
    <Section title="What this takes the place of">
      <ul class="govuk-list">
        {decision.content.replaces.map((number) => (
          <li>
            <a href={`/decisions/${number}`}>{`Decision ${number}`}</a>
          </li>
        ))}
      </ul>
    </Section>
  );

const Withheld = ({ of }: { of: Publication | null }): JSX.Element => (
  <div class="govuk-inset-text">{of?.withheld[0]?.words ?? 'The proposal is not published yet, so it is not shown here.'}</div>
);

type ReportOf = { of: Publication | null; decision: Decision; council: Council; external: boolean };

/** The full report: what is proposed with every change of its wording, why, what it costs, what it means, and what others said. */
export const Report = ({ of, decision, council, external }: ReportOf): JSX.Element =>
  of === null || of.decision === null ? (
    <Withheld of={of} />
  ) : (
    <>
      <Wording of={of} />
      {of.key.statement && <p class="govuk-body">{of.key.statement}</p>}
      <Replaces decision={decision} />
      <Published of={of} section="reasons" title="Reasons for the proposed decision" content={of.reasons}>
        {(words) => <Words>{words}</Words>}
      </Published>
      <Published of={of} section="background" title="Background" content={of.background}>
        {(words) => <Words>{words}</Words>}
      </Published>
      <Money of={of} />
      <Contracts of={of} />
      <Implications of={of} />
      <Alternatives of={of} />
      <Consulted of={of} />
      <ToConsult of={of} decision={decision} council={council} />
      <Documents documents={decision.content.documents ?? []} external={external} />
    </>
  );
