import { keyRule } from '../../council/council.schema.ts';
import { groundInWords } from './key-grounds.ts';
import type { Publication } from './publication.schema.ts';
import { type Sight, shown } from './sight.rules.ts';

const isKeyTo = ({ decision, notice, content }: Sight): boolean | null => {
  // What an older record says of itself stands, whatever today's reading of its figures.
  if (decision.imported) return decision.imported.keyStatus === 'unknown' ? null : decision.imported.keyStatus === 'key';
  return content && 'keyDecision' in decision ? decision.keyDecision.isKey : notice.isKey;
};

/** Whether a decision is key, why, and by which figures; the figures go where the money or the contracts are kept back. */
export const publicKey = (sight: Sight): Publication['key'] => {
  const { decision, council, content } = sight;
  const isKey = isKeyTo(sight);
  if (content === null || !('keyDecision' in decision) || decision.keyDecision.isKey !== isKey)
    return { isKey, grounds: [], statement: null, totals: null, thresholds: null };
  const { grounds, statement, totals } = decision.keyDecision;
  const thresholds = keyRule.safeParse(decision.keyDecision.thresholds).data ?? null;
  return {
    isKey,
    grounds: grounds.map((ground) => groundInWords(ground, thresholds, council.areaWord)),
    statement: shown(sight, 'figures', () => statement),
    totals: shown(sight, 'figures', () => totals),
    thresholds,
  };
};
