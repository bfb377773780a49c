import type { Ground } from '../platform/deployed-ground.ts';
import type { DecisionStore } from '../platform/store/decision-store.ts';
import type { AlsoWrong } from '../platform/http/request.ts';
import { readableParts } from '../platform/http/readable-parts.ts';
import { standingOf } from '../record/publication/standing.ts';
import { replacementFaults } from '../record/superseding.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { directoryFaults } from './directory-faults.rules.ts';
import { knowing } from './material-change.rules.ts';
import { draftSchema } from './proposal.schema.ts';

/**
 * Every name that the directory or the register does not know, in those parts of a draft that can be read, others being at fault. Whether
 * somebody holds a post is asked of the whole alone, which knows who was named before. A division that the proposal amended (`id`) named
 * when it was submitted stands.
 */
export const namesAtFault =
  ({ table, loadCouncil, now, store }: Ground & { store?: Pick<DecisionStore, 'load'> }): AlsoWrong =>
  async (value, { id }) => {
    const draft = readableParts(draftSchema, value);
    const [settings, standing, before] = [await loadCouncil(), await standingOf(table, draft), id ? await store?.load(id) : null];
    const { divisionsAffected = [] } = before && before.status !== 'draft' ? before.content : {};
    const council = knowing(settings, { divisionsAffected });
    return [...directoryFaults(council, draft, londonDate(now()), draft), ...replacementFaults(draft, standing)];
  };
