import type { JSX } from 'preact';
import { type Of, Published, Words } from './parts.tsx';
import { Alternatives, Consulted } from './record-consultation.tsx';
import { Implications } from './record-implications.tsx';
import { Contracts, Money } from './record-money.tsx';
import { Wording } from './record-wording.tsx';

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
