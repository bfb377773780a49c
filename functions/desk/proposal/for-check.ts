import type { Fault } from '../../rules/fault.ts';

const toBeWritten = '(to be written)';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const filledIn = (value: unknown, [first = '', ...rest]: string[]): unknown => {
  if (!isObject(value)) return value;
  const inner = rest.length === 0 ? toBeWritten : filledIn(value[first], rest);
  if (Array.isArray(value)) return value.map((row, index) => (String(index) === first ? inner : row));
  return { ...value, [first]: inner };
};

const without = (value: Record<string, unknown>, part: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== part));

// The figures decide whether it is key, so the money is checked before its words are written.
const relaxed = (content: Record<string, unknown>, { path }: Fault): Record<string, unknown> => {
  const [part = '', ...rest] = path.split('.');
  return part === 'financialImplications' && rest.length > 0
    ? { ...content, [part]: filledIn(content[part], rest) }
    : without(content, part);
};

const valueAt = (content: unknown, path: string): unknown =>
  path.split('.').reduce((value, name) => (isObject(value) ? value[name] : undefined), content);

/** What is not written yet, apart from what is wrong. */
export const onlyMissing = (content: Record<string, unknown>, problems: Fault[]): { begun: Fault[]; wrong: Fault[] } => {
  const isMissing = ({ path }: Fault): boolean => valueAt(content, path) === undefined;
  return {
    begun: problems.filter(isMissing).map(({ path }) => ({ path, message: 'This is missing' })),
    wrong: problems.filter((problem) => !isMissing(problem)),
  };
};

/** What can be checked of a proposal while parts of it are only begun. For checking alone: it is never saved like this. */
export const forCheck = (content: Record<string, unknown>, begun: Fault[]): Record<string, unknown> => begun.reduce(relaxed, content);
