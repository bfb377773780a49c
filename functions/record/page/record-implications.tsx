import type { JSX } from 'preact';
import { dataProtectionInWords, equalityInWords } from '../in-words.ts';
import { type Of, Published, Words } from './parts.tsx';

/** What a proposal implies for the law, for equality and for people’s data. */
export const Implications = ({ of }: Of): JSX.Element => (
  <>
    <Published of={of} section="legalImplications" title="Legal implications" content={of.legalImplications}>
      {(words) => <Words>{words}</Words>}
    </Published>
    <Published of={of} section="equalityImplications" title="Equality implications" content={of.equalityImplications}>
      {(equality) => (
        <>
          <p class="govuk-body">{equalityInWords(equality)}</p>
          <Words>{equality.words}</Words>
        </>
      )}
    </Published>
    <Published of={of} section="dataProtectionImplications" title="Data protection implications" content={of.dataProtectionImplications}>
      {({ status, words }) => (
        <>
          <p class="govuk-body">{dataProtectionInWords[status]}</p>
          <Words>{words}</Words>
        </>
      )}
    </Published>
  </>
);
