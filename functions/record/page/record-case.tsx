import type { JSX } from 'preact';
import { inWords } from '../../rules/local-date.ts';
import { type Of, Published, Words } from './parts.tsx';
import { Alternatives, Consulted } from './record-consultation.tsx';
import { Contracts, Money } from './record-money.tsx';
import { Wording } from './record-wording.tsx';

const equality = { 'not-required': 'No assessment is required', screening: 'Screening', full: 'Full assessment' };
const dataProtection = {
  'not-required': 'No assessment is required.',
  'to-follow': 'An assessment is to follow.',
  complete: 'An assessment is complete.',
};

const Implications = ({ of }: Of): JSX.Element => (
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

/** What was put to whoever decides: the wording, why, for how much, and what else was considered. */
export const Case = ({ of }: Of): JSX.Element => (
  <>
    <Wording of={of} />
    <Published
      of={of}
      section="reasons"
      title={of.kind === 'record' ? 'Reasons for the decision' : 'Reasons for the proposed decision'}
      content={of.reasons}
    >
      {(words) => <Words>{words}</Words>}
    </Published>
    <Published of={of} section="background" title="Background" content={of.background}>
      {(words) => <Words>{words}</Words>}
    </Published>
    <Money of={of} />
    <Contracts of={of} />
    <Implications of={of} />
    <Consulted of={of} />
    <Alternatives of={of} />
  </>
);
