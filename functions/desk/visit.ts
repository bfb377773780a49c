import type { CouncilResponse } from '../council/council-response.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import type { Answered, Refusal } from './api-call.ts';
import type { DeskApi } from './desk-api.ts';
import type { DeskRequest } from './desk-request.ts';
import type { Visitor } from './frame.tsx';
import type { Session } from './sign-in/session.ts';

/** Somebody signed in, at a page: what they ask, what they may know, and what time it is. */
export type Visit = {
  request: DeskRequest;
  session: Session;
  api: DeskApi;
  now: Instant;
  /** The form was opened in another session, or by another site: it is shown again and not carried out. */
  staleForm: boolean;
  freshKey: () => string;
};

/** What the API refused where a page cannot be shown without it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.words);
    this.refusal = refusal;
  }
}

/** Thrown where a page is asked for that there is none of. */
export const nothingHere = (): Refused =>
  new Refused({ status: 404, words: 'There is nothing at this address.', rule: null, source: null, problems: [], facts: {} });

/** What the API answered. Throws `Refused` for anything else. */
export const must = <T>(answered: Answered<T>): T => {
  if (!answered.ok) throw new Refused(answered.refusal);
  return answered.body;
};

/** The council's settings in force, as the API gives them to whoever is signed in. Throws `Refused`. */
export const councilOf = async ({ api }: Visit): Promise<CouncilResponse> => must(await api.council());

/** Who is looking, as a page shows it. */
export const visitorOf = ({ session: { who, csrf } }: Visit, { name, colour, website }: CouncilResponse): Visitor => ({
  who,
  csrf,
  council: { name, colour, website },
});
