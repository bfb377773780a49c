import type { Chance } from './chance.ts';

type Schema = {
  [key: string]: unknown;
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  pattern?: string;
  format?: string;
  minItems?: number;
  additionalProperties?: unknown;
};

const texts = [
  '',
  ' ',
  'a',
  'Words',
  'é ü – “x”',
  '\u0000',
  '\u202e',
  '\ud800',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '{{7*7}}',
  '$\u007b7*7}',
  '__proto__',
  'constructor',
  '../..',
  '%00',
  'null',
  '2023-02-30',
  '9999-12-31',
  'x'.repeat(5000),
  '\r\nBcc: a@b.example',
  '23/00001',
  '🙂'.repeat(40),
];
const numbers = [0, 1, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 100_000_000, 100_000_001];
const odd = [null, true, false, [], {}, [[]], [null], { a: { b: { c: {} } } }, ...texts, ...numbers];

const likely: [RegExp, string[]][] = [
  [/\d\{4\}/, ['2023-04-05', '2023-03-07', '2023-12-25', '2031-01-01', '1999-01-01']],
  [
    /a-z0-9/,
    [
      'cabinet-member-adult-social-care',
      'corporate-director-adult-social-care',
      's151-officer',
      'leader',
      'cabinet',
      'nobody-here',
      'council-chair',
    ],
  ],
  [/\\d\{2\}/, ['23/00001', '19/00073', '00/00000', '23/99999']],
];

const textFor = (schema: Schema, chance: Chance): string => {
  if (schema.format === 'email') return chance.pick(['a@kent.example', 'b@elsewhere.example', 'a@b', 'a b@c.example']);
  if (schema.format === 'uri') return chance.pick(['https://kent.example/a', 'javascript:alert(1)', 'ftp://x', '//x']);
  if (schema.format === 'date') return chance.pick(['2023-04-05', '2023-02-29', '2023-03-07']);
  const known = likely.find(([pattern]) => pattern.test(schema.pattern ?? ''))?.[1];
  return chance.pick(known && !chance.oneIn(6) ? known : texts);
};

/** A value that a JSON Schema might take, now and then with something in it that it does not. */
export const generated = (schema: Schema, chance: Chance, depth = 0): unknown => {
  if (chance.oneIn(40) || depth > 9) return chance.pick(odd);
  if ('const' in schema) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  const one = schema.anyOf ?? schema.oneOf;
  if (one) return generated(chance.pick(one), chance, depth + 1);
  const type = Array.isArray(schema.type) ? chance.pick(schema.type) : schema.type;
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([name]) => (schema.required?.includes(name) ? !chance.oneIn(30) : chance.oneIn(2)))
        .map(([name, part]) => [name, generated(part, chance, depth + 1)]),
    );
  if (type === 'array') return Array.from({ length: chance.below(4) }, () => generated(schema.items ?? {}, chance, depth + 1));
  if (type === 'integer' || type === 'number') return chance.oneIn(3) ? chance.pick(numbers) : chance.below(1_000_000_000);
  if (type === 'boolean') return chance.oneIn(2);
  return type === 'string' ? textFor(schema, chance) : chance.pick(odd);
};

type Branch = Record<string, unknown> | unknown[];

const branches = (value: unknown): Branch[] => {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Branch, ...Object.values(value).flatMap(branches)];
};

const put = (branch: Branch, at: string, value: unknown): void => {
  // A copy: what was put in twice, or into itself, could be spoilt into a circle.
  (branch as Record<string, unknown>)[at] = structuredClone(value);
};

const taken = (branch: Branch, at: string): void => {
  if (Array.isArray(branch)) branch.splice(Number(at) || 0, 1);
  else delete branch[at];
};

type Spoiling = { branch: Branch; at: string; was: unknown; chance: Chance };

const ways: ((spoiling: Spoiling) => void)[] = [
  ({ branch, at }) => taken(branch, at),
  ({ branch, at, chance }) => put(branch, at, chance.pick(odd)),
  ({ branch, at, was }) => put(branch, Array.isArray(branch) ? String(branch.length) : `${at}x`, was),
  ({ branch, at, was }) => put(branch, at, [was]),
  ({ branch, at, was, chance }) =>
    put(branch, at, typeof was === 'string' ? was.slice(chance.below(was.length + 1)) + chance.pick(texts) : chance.pick(numbers)),
  ({ branch, at, was }) => put(branch, at, typeof was === 'number' ? -was : String(was)),
];

const spoilt = (branch: Branch, chance: Chance): void => {
  const names = Object.keys(branch);
  const at = names.length > 0 ? chance.pick(names) : 'x';
  chance.pick(ways)({ branch, at, was: (branch as Record<string, unknown>)[at], chance });
};

/** A value with up to three things in it spoilt; most often one, sometimes none. */
export const mutated = (value: unknown, chance: Chance): unknown => {
  const copy = structuredClone(value);
  for (let times = chance.pick([0, 1, 1, 1, 2, 3]); times > 0; times -= 1) {
    const all = branches(copy);
    if (all.length > 0) spoilt(chance.pick(all), chance);
  }
  return copy;
};

/** Text for a path or a header that is odd and can be sent. */
export const oddWord = (chance: Chance): string =>
  encodeURIComponent(chance.pick(texts.filter((text) => text.trim() !== '' && text.isWellFormed() && text.length < 200)));
