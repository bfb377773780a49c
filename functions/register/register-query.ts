import * as z from 'zod/mini';
import { rowsAsked } from '../platform/http/in-figures.schema.ts';
import { publicationSchema } from '../record/publication/publication.schema.ts';
import type { Fault } from '../rules/fault.ts';

const position = /^\d{4}-\d{2}-\d{2}#\d\d\/\d{5}$/;

/** Where reading stopped, as an opaque word for the next request. */
export const cursorOf = (registerOrder: string): string => Buffer.from(registerOrder, 'utf8').toString('base64url');

const cursor = z
  .pipe(
    z.string().check(z.maxLength(64)),
    z.transform((text) => Buffer.from(text, 'base64url').toString('utf8')),
  )
  .check(z.refine((order) => position.test(order), 'Use the cursor that a list gave you as “next”'));

const filter = z.optional(z.string().check(z.trim(), z.maxLength(300, 'Use 300 characters or fewer')));

const routes = ['ordinary', 'general-exception', 'special-urgency'] as const;
const statuses = publicationSchema.shape.status.shape.code.options;

const filters = {
  decisionMaker: filter,
  key: z.optional(z.enum(['true', 'false'], 'Use true or false')),
  urgency: z.optional(z.enum(routes, `Use one of: ${routes.join(', ')}`)),
  status: z.optional(z.enum(statuses, `Use one of: ${statuses.join(', ')}`)),
  department: filter,
  division: filter,
  text: filter,
};

/** What may be asked of a public list. */
export const registerQuery = z.object({ cursor: z.optional(cursor), limit: rowsAsked(25), ...filters });

const from = z.pipe(z.string().check(z.regex(/^\d{1,5}$/, 'Use a whole number from 0 on')), z.transform(Number));

/**
 * What may be asked of the search: words in `q`, and the filters of the lists. `from` counts what to leave out at the start; `in=contracts`
 * asks for contracts alone.
 */
export const searchQuery = z.object({
  q: filter,
  in: z.optional(z.literal('contracts', 'Use: contracts')),
  from: z._default(from, 0),
  limit: rowsAsked(25),
  ...filters,
});

const changeCursor = z.pipe(
  z.string().check(z.regex(/^\d{1,12}$/, 'Use the cursor that the feed gave you as “next”')),
  z.transform(Number),
);

/** What may be asked of the feed of changes; from the first one on where no cursor is given. */
export const changesQuery = z.object({ cursor: z._default(changeCursor, 0), limit: rowsAsked(100) });

const day = z.iso.date('Use a date as YYYY-MM-DD');

/** The period of a report, both days included; open where a day is not given. Of one upside down it would say that nothing was decided. */
export const periodQuery = z
  .object({ from: z.optional(day), to: z.optional(day) })
  .check(z.refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'Use the first day or a later one' }));

export type RegisterQuery = z.infer<typeof registerQuery>;
export type SearchQuery = z.infer<typeof searchQuery>;
export type PeriodQuery = z.infer<typeof periodQuery>;

// A form sends every field, filled in or not.
const filledIn = (raw: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ''));

export type Parsed<T> = { ok: true; query: T } | { ok: false; faults: Fault[] };

/** A query as its schema has it, or every fault of it at once. */
export const parseQuery = <T>(schema: z.ZodMiniType<T>, raw: Record<string, string | undefined>): Parsed<T> => {
  const parsed = schema.safeParse(filledIn(raw));
  if (parsed.success) return { ok: true, query: parsed.data };
  return { ok: false, faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
};

/** The query of a list, or every fault of it at once. */
export const parseRegisterQuery = (raw: Record<string, string | undefined>): Parsed<RegisterQuery> => parseQuery(registerQuery, raw);

const namesOf = ['decisionMaker', 'department', 'division', 'key', 'urgency', 'status', 'text'] as const;

export type Filters = Pick<RegisterQuery, (typeof namesOf)[number]>;

/** Whether any filter is set at all. */
export const isFiltered = (filters: Filters): boolean => namesOf.some((name) => filters[name] !== undefined);

/** The filters that are set, as a form sends them: `division=Dover+Town&key=true`. */
export const filterParameters = (filters: Filters): URLSearchParams =>
  new URLSearchParams(namesOf.flatMap((name): [string, string][] => (filters[name] === undefined ? [] : [[name, filters[name]]])));

/** The same list from another place on, with the filters kept: `?key=true&cursor=…`. */
export const queryString = (query: RegisterQuery, next: string | null): string => {
  const parameters = filterParameters(query);
  if (query.limit !== 25) parameters.set('limit', String(query.limit));
  if (next !== null) parameters.set('cursor', next);
  return parameters.size === 0 ? '' : `?${parameters}`;
};
