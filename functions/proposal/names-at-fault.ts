import type { Ground } from '../platform/deployed-ground.ts';
import type { AlsoWrong } from '../platform/http/request.ts';
import { readableParts } from '../platform/http/readable-parts.ts';
import { standingOf } from '../record/publication/standing.ts';
import { replacementFaults } from '../record/superseding.rules.ts';
import { londonDate } from '../rules/local-date.ts';
import { directoryFaults } from './directory-faults.rules.ts';
import { draftSchema } from './proposal.schema.ts';

/**
 * Every name that the directory or the register does not know, in those parts of a draft that can be read, others being at fault. Whether
 * somebody holds a post is asked of the whole alone, which knows who was named before.
 */
export const namesAtFault =
  ({ table, loadCouncil, now }: Pick<Ground, 'table' | 'loadCouncil' | 'now'>): AlsoWrong =>
  async (value) => {
    const draft = readableParts(draftSchema, value);
    const [council, standing] = [await loadCouncil(), await standingOf(table, draft)];
    return [...directoryFaults(council, draft, londonDate(now()), draft), ...replacementFaults(draft, standing)];
  };
