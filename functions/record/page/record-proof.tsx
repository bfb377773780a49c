import type { JSX } from 'preact';
import { type Of, Section } from './parts.tsx';
import { Lawfulness } from './record-lawfulness.tsx';

const files = [
  ['.json', 'This page as data (JSON)'],
  ['.pdf', 'As a PDF'],
  ['.atom', 'Follow it (Atom feed)'],
  ['.ics', 'Its dates for your calendar'],
  ['.moderngov', 'Field by field for ModernGov'],
] as const;

/** How this page can be checked, and every other form that it can be had in. */
export const Proof = ({ of }: Of): JSX.Element => (
  <Section title="Check this page">
    {of.fingerprint && (
      <p class="govuk-body">
        Fingerprint of what was put to the decision maker: <span class="app-fingerprint">{of.fingerprint}</span>
      </p>
    )}
    <Lawfulness of={of} />
    <p class="govuk-body app-no-print">
      {files.map(([suffix, words], index) => (
        <>
          {index > 0 && ' · '}
          <a class="govuk-link" href={`/decisions/${of.number}${suffix}`}>
            {words}
          </a>
        </>
      ))}
    </p>
  </Section>
);
