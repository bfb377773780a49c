import type { CallIn } from '../../decision/decision.ts';
import type { Publication } from './publication.schema.ts';
import { type Sight, shown } from './sight.rules.ts';

type Reconsidered = NonNullable<CallIn['reconsidered']>;

/** Whoever decided again after the call-in, with their posts; undefined where it was whoever had decided. */
export const againBy = ({ by }: Reconsidered): string | undefined => by?.map(({ name, title }) => `${name}, ${title}`).join(' and ');

const again = (reconsidered: Reconsidered) => {
  const { outcome, on } = reconsidered;
  const by = againBy(reconsidered);
  return { outcome, on, ...(by ? { by } : {}) };
};

/** Who called the decision in, why, and what came of it; null where nobody did. */
export const publicCallIn = (sight: Sight): Publication['callIn'] => {
  const callIn = 'callIn' in sight.decision ? sight.decision.callIn : undefined;
  if (!callIn) return null;
  const said = (words: string | undefined) => shown(sight, 'discussion', () => words ?? null);
  return {
    requestedOn: callIn.requestedOn,
    requestedBy: callIn.requestedBy.map(({ name, group }) => ({ name, group: group ?? null })),
    grounds: callIn.grounds,
    words: said(callIn.words),
    outcome: callIn.outcome ?? null,
    outcomeOn: callIn.outcomeOn ?? null,
    outcomeWords: said(callIn.outcomeWords),
    reconsidered: callIn.reconsidered ? { ...again(callIn.reconsidered), words: said(callIn.reconsidered.words) } : null,
  };
};

/** Why the decision could not be called in; null where it could. */
export const publicWaiver = ({ decision }: Sight): string | null => ('record' in decision ? (decision.record.waiver ?? null) : null);

/**
 * That scrutiny thinks the decision was key and was not treated so, and what was answered (reg 18 of SI 2012/2089); null where nobody did.
 */
export const publicKeyChallenge = (sight: Sight): Publication['keyChallenge'] => {
  const { keyChallenge } = sight.decision;
  if (!keyChallenge) return null;
  const { raisedOn, words, reportBy, report } = keyChallenge;
  const said = (text: string) => shown(sight, 'discussion', () => text);
  return { raisedOn, words: said(words), reportBy: reportBy ?? null, report: report ? { on: report.on, words: said(report.words) } : null };
};
