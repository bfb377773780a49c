import type { JSX } from 'preact';
import { listed, nameAndTitle } from '../in-words.ts';
import { type Of, Row, Section } from './parts.tsx';
import type { Publication } from '../publication/publication.schema.ts';
import type { PublicDocument } from '../publication/publication-particulars.schema.ts';
import { keepsDocumentsBack } from '../record-facts.ts';

type Maker = Publication['particulars']['decisionMaker'];

const People = ({ people }: { people: Maker['members'] }): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet">
    {people.map((person) => (
      <li>{nameAndTitle(person)}</li>
    ))}
  </ul>
);

/** The decision maker as reg 9(1)(c) of SI 2012/2089 has it: name and title, or the body and its members. */
export const DecisionMaker = ({ maker }: { maker: Maker }): JSX.Element => (
  <>
    <div>{nameAndTitle(maker)}</div>
    {maker.inThePlaceOf && <div>{`In the place of the ${maker.inThePlaceOf}`}</div>}
    {maker.jointWith && <div>{`Jointly with ${nameAndTitle(maker.jointWith)}`}</div>}
    {maker.inConsultationWith.length > 0 && <div>{`In consultation with the ${listed(maker.inConsultationWith)}`}</div>}
    {maker.members.length > 0 && <People people={maker.members} />}
  </>
);

const Document = ({ document }: { document: PublicDocument }): JSX.Element => {
  if (document.access === 'exempt')
    return (
      <li>
        {document.title}
        <br />
        <span class="govuk-hint">{document.words}</span>
      </li>
    );
  return (
    <li>
      {document.url ? (
        <a class="govuk-link" href={document.url} rel="external">
          {document.title}
        </a>
      ) : (
        document.title
      )}
    </li>
  );
};

/** The documents before the decision maker: open ones to read, exempt ones by title and paragraph. */
export const Documents = ({ documents }: { documents: PublicDocument[] }): JSX.Element =>
  documents.length === 0 ? (
    <>None listed</>
  ) : (
    <ul class="govuk-list">
      {documents.map((document) => (
        <Document document={document} />
      ))}
    </ul>
  );

const Mail = ({ address }: { address: string }): JSX.Element => (
  <a class="govuk-link" href={`mailto:${address}`}>
    {address}
  </a>
);

/** The notice itself: what reg 9(1)(a) to (h) of SI 2012/2089 has the council say, each labelled in plain words. */
export const Particulars = ({ of }: Of): JSX.Element => (
  <Section title="Notice of the proposed decision">
    <dl class="govuk-summary-list">
      <Row name="(a) Key decision">{of.particulars.keyDecision}</Row>
      <Row name="(b) What it is about">{of.particulars.matter}</Row>
      <Row name="(c) Who will decide">
        <DecisionMaker maker={of.particulars.decisionMaker} />
      </Row>
      <Row name="(d) When">{of.particulars.decisionDue.words}</Row>
      <Row name="(e) Documents for the decision maker">
        {keepsDocumentsBack(of) ? `Not shown. ${of.withheld[0]?.words ?? ''}` : <Documents documents={of.particulars.documents} />}
      </Row>
      <Row name="(f) Where to get copies">{of.particulars.copiesFrom}</Row>
      <Row name="(g) Other documents">{of.particulars.otherDocuments}</Row>
      <Row name="(h) How to ask for documents">
        {of.particulars.howToAsk.words} Email: <Mail address={of.particulars.howToAsk.email} />
      </Row>
    </dl>
  </Section>
);

/** Who at the council answers questions about it. */
export const Contact = ({ of: { contact, department, leadDirector } }: Of): JSX.Element | null =>
  contact && (
    <Section title="Contact">
      <p class="govuk-body">
        {contact.name}, {contact.title}
        {department && `, ${department}`}
        <br />
        {contact.phone && (
          <>
            Telephone: {contact.phone}
            <br />
          </>
        )}
        Email: <Mail address={contact.email} />
        {leadDirector && (
          <>
            <br />
            Lead director: {nameAndTitle(leadDirector)}
          </>
        )}
      </p>
    </Section>
  );
