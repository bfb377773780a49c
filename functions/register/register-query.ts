import * as z from 'zod';
import type { Summary } from './register-entry.ts';

const position = /^\d{4}-\d{2}-\d{2}#\d\d\/\d{5}$/;

/** Where reading stopped, as an opaque word for the next request. */
export const cursorOf = (registerOrder: string): string => Buffer.from(registerOrder, 'utf8').toString('base64url');

const cursor = z
  .string()
  .max(64)
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .refine((order) => position.test(order), 'Use the cursor that a list gave you as “next”');

// Zod's own coercion would take "1e2" and " 7 " for numbers.
const limit = z
  .string()
  .regex(/^\d{1,3}$/, 'Use a whole number from 1 to 100')
  .transform(Number)
  .refine((count) => count >= 1 && count <= 100, 'Use a whole number from 1 to 100');

const filter = z.string().trim().max(300, 'Use 300 characters or fewer').optional();

/** What may be asked of a public list. */
export const registerQuery = z.object({
  cursor: cursor.optional(),
  limit: limit.default(25),
  decisionMaker: filter,
  key: z.enum(['true', 'false'], 'Use true or false').optional(),
  department: filter,
  division: filter,
  text: filter,
});

export type RegisterQuery = z.infer<typeof registerQuery>;
export type QueryFault = { path: string; message: string };

// A form sends every field, filled in or not.
const filledIn = (raw: Record<string, string | undefined>) => Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ''));

/** The query of a list, or every fault of it at once. */
export const parseRegisterQuery = (raw: Record<string, string | undefined>): { ok: true; query: RegisterQuery } | { ok: false; faults: QueryFault[] } => {
  const parsed = registerQuery.safeParse(filledIn(raw));
  if (parsed.success) return { ok: true, query: parsed.data };
  return { ok: false, faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
};

const holds = (text: string | null, wanted: string): boolean => text?.toLocaleLowerCase('en-GB').includes(wanted.toLocaleLowerCase('en-GB')) ?? false;
const same = (text: string | null, wanted: string): boolean => text?.toLocaleLowerCase('en-GB') === wanted.toLocaleLowerCase('en-GB');

const affects = ({ divisionsAffected }: Summary, wanted: string): boolean =>
  divisionsAffected === 'all' || (divisionsAffected?.some((name) => same(name, wanted)) ?? false);

const isBy = ({ decisionMaker: { post, name, title } }: Summary, wanted: string): boolean => same(post, wanted) || holds(name, wanted) || holds(title, wanted);

/** Whether any filter is set at all. */
export const isFiltered = ({ decisionMaker, key, department, division, text }: RegisterQuery): boolean =>
  [decisionMaker, key, department, division, text].some((filter) => filter !== undefined);

/** Whether a line of a list is one that was asked for. Capitals do not matter; "all divisions" answers to every division. */
export const matches = (summary: Summary, { decisionMaker, key, department, division, text }: RegisterQuery): boolean =>
  (decisionMaker === undefined || isBy(summary, decisionMaker)) &&
  (key === undefined || summary.isKey === (key === 'true')) &&
  (department === undefined || same(summary.department, department)) &&
  (division === undefined || affects(summary, division)) &&
  (text === undefined || holds(`${summary.number} ${summary.subject}`, text));

const namesOf = ['decisionMaker', 'key', 'department', 'division', 'text'] as const;

/** The same list from another place on, with the filters kept: `?key=true&cursor=…`. */
export const queryString = (query: RegisterQuery, next: string | null): string => {
  const parameters = new URLSearchParams();
  for (const name of namesOf) if (query[name] !== undefined) parameters.set(name, query[name]);
  if (query.limit !== 25) parameters.set('limit', String(query.limit));
  if (next !== null) parameters.set('cursor', next);
  return parameters.size === 0 ? '' : `?${parameters}`;
};
