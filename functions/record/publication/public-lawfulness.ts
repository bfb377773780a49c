import type { Publication } from './publication.schema.ts';
import { type Sight, shown } from './sight.rules.ts';

/**
 * What was kept with the record to show that it was lawful on its day, without a figure where the figures are kept back; null where nothing
 * was.
 */
export const publicLawfulness = (sight: Sight): Publication['lawfulness'] => {
  const kept = 'record' in sight.decision ? sight.decision.record.lawfulness : undefined;
  if (!kept) return null;
  const { rulesVersion, calendar, classification, notice, gates, earliestDecisionDate, decidedOn } = kept;
  return {
    rulesVersion,
    calendar,
    statement: shown(sight, 'figures', () => classification.statement),
    ...notice,
    gates,
    earliestDecisionDate,
    decidedOn,
  };
};
