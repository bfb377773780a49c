import type { JSX } from 'preact';
import { inWords } from '../../rules/local-date.ts';
import { type Of, Published, Words } from './parts.tsx';

const equality = { 'not-required': 'No assessment is required', screening: 'Screening', full: 'Full assessment' };
const dataProtection = {
  'not-required': 'No assessment is required.',
  'to-follow': 'An assessment is to follow.',
  complete: 'An assessment is complete.',
};

/** What a proposal implies for the law, for equality and for people’s data. */
export const Implications = ({ of }: Of): JSX.Element => (
  <>
    <Published of={of} section="legalImplications" title="Legal implications" content={of.legalImplications}>
      {(words) => <Words>{words}</Words>}
    </Published>
    <Published of={of} section="equalityImplications" title="Equality implications" content={of.equalityImplications}>
      {({ status, date, words }) => (
        <>
          <p class="govuk-body">{`${equality[status]}${date ? `, ${inWords(date)}` : ''}.`}</p>
          <Words>{words}</Words>
        </>
      )}
    </Published>
    <Published of={of} section="dataProtectionImplications" title="Data protection implications" content={of.dataProtectionImplications}>
      {({ status, words }) => (
        <>
          <p class="govuk-body">{dataProtection[status]}</p>
          <Words>{words}</Words>
        </>
      )}
    </Published>
  </>
);
