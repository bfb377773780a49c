import { type DeskAnswer, htmlAnswer } from '../frame.tsx';
import type { Importing } from './import-parts.tsx';
import { importPage } from './import.page.tsx';
import { councilOf, type Visit, visitorOf } from '../visit.ts';
import type { Fault } from '../../rules/fault.ts';

/** The page on which things are brought in, with what was typed into it and what came of it. */
export const drawnImport = async (visit: Visit, more: Partial<Importing> = {}): Promise<string> => {
  const council = await councilOf(visit);
  return importPage({
    visitor: visitorOf(visit, council),
    form: visit.request.form,
    key: visit.freshKey(),
    stale: visit.staleForm,
    ...more,
  });
};

/** The page again, with what is wrong with what was pasted. */
export const importProblem = async (visit: Visit, problems: Fault[]): Promise<DeskAnswer> =>
  htmlAnswer(422, await drawnImport(visit, { problems }));
