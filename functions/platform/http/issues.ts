import type * as z from 'zod/mini';
import type { Fault } from '../../rules/fault.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

const kinds: Record<string, string> = {
  string: 'Use text',
  number: 'Use a number',
  int: 'Use a whole number',
  boolean: 'Use true or false',
  array: 'Use a list',
  object: 'Use an object',
  record: 'Use an object',
  null: 'Use null',
};

const empty = 'Say something: this cannot be empty';

const counted = (origin: unknown, size: unknown, bound: 'more' | 'fewer'): string => {
  if (origin === 'string') return size === 1 && bound === 'more' ? empty : `Use ${size} characters or ${bound}`;
  if (origin === 'array' || origin === 'set') return `Give ${size} or ${bound}`;
  return bound === 'more' ? `Use ${size} or more` : `Use ${size} or less`;
};

// What says which form is meant is asked for by its name: without it, it is missing, and nothing else is wrong.
const isMissing = (issue: RawIssue): boolean => {
  const asked =
    issue.code === 'invalid_union' && typeof issue.discriminator === 'string' ? Object(issue.input)[issue.discriminator] : issue.input;
  return asked === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value');
};

/** What is wrong in plain words, where a schema does not say it itself. */
const plainWords = (issue: RawIssue): string | undefined => {
  if (isMissing(issue)) return 'This is missing';
  switch (issue.code) {
    case 'invalid_type':
      return kinds[String(issue.expected)] ?? 'This is of the wrong kind';
    case 'invalid_value':
      return `Use ${(issue.values as unknown[]).map(String).join(' or ')}`;
    case 'too_small':
      return counted(issue.origin, issue.minimum, 'more');
    case 'too_big':
      return counted(issue.origin, issue.maximum, 'fewer');
    case 'invalid_union':
      return 'This has none of the forms that can be used here';
    case 'invalid_format':
      return 'This is not in the form asked for';
    default:
      return undefined;
  }
};

const dotted = (path: PropertyKey[]): string => path.map(String).join('.');

const isOfAnotherKind = ([first]: Issue[]): boolean =>
  first !== undefined && first.path.length === 0 && (first.code === 'invalid_type' || first.code === 'invalid_value');

// Of the forms a value might have, the one of its own kind is the one that was meant.
const meant = (errors: Issue[][]): Issue[] | undefined => errors.find((issues) => issues.length > 0 && !isOfAnotherKind(issues));

const faultsOf = (issue: Issue, before: PropertyKey[]): Fault[] => {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: dotted([...path, key]), message: 'There is no such field' }));
  const inner = issue.code === 'invalid_union' ? meant(issue.errors as Issue[][]) : undefined;
  return inner ? inner.flatMap((each) => faultsOf(each, path)) : [{ path: dotted(path), message: issue.message }];
};

/** Every fault that parsing found, each once. */
export const faultsIn = (error: z.core.$ZodError): Fault[] => error.issues.flatMap((issue) => faultsOf(issue as Issue, []));

// Further than any schema goes: what is sent to be gone through without end is refused by its schema.
const longestPath = 300;
// More than anybody mends at once. All that a body can hold are more than Lambda carries.
const mostFaults = 1000;

// Half of a pair has no bytes in UTF-8: what signs, stores or mails it would each write something else. U+FFFD stands where a letter was
// lost, as each is that Excel wrote in the letters of Windows.
const brokenText = (text: string): string | null => {
  if (!text.isWellFormed()) return 'Remove the broken characters';
  if (text.includes('\ufffd')) return 'Remove the broken characters “\ufffd”. Save a file as UTF-8 before you send it';
  return /^[\s\p{DI}]+$/u.test(text) && text.trim() !== '' ? empty : null;
};

// As long as the longest list that any schema ends itself.
const longestList = 500;

// These are no rules of the schemas, by which what was stored while it could be sent is read too.
const brokenIn = (value: unknown, path: string[] = []): Fault[] => {
  const message = typeof value === 'string' ? brokenText(value) : null;
  if (message !== null) return [{ path: dotted(path), message }];
  if (Array.isArray(value) && value.length > longestList) return [{ path: dotted(path), message: `Give ${longestList} or fewer` }];
  if (typeof value !== 'object' || value === null || dotted(path).length > longestPath) return [];
  return Object.entries(value).flatMap(([name, part]) => brokenIn(part, [...path, name]));
};

/** What was sent as its schema has it, or every fault of it at once in plain words, the first thousand of them. */
export const parseWhole = <T>(schema: z.ZodMiniType<T>, value: unknown): { ok: true; value: T } | { ok: false; faults: Fault[] } => {
  const parsed = schema.safeParse(value, { error: plainWords });
  const faults = [...(parsed.success ? [] : faultsIn(parsed.error)), ...brokenIn(parsed.success ? parsed.data : value)];
  return parsed.success && faults.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults: faults.slice(0, mostFaults) };
};
