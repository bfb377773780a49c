import * as z from 'zod/mini';
import type { Operation } from '../../functions/api/operation.ts';
import { safer } from '../system/walk.ts';
import type { Chance } from './chance.ts';
import { generated, mutated, oddWord } from './generate.ts';

/** One request as it goes over the wire, and the operation that it is of. */
export type Asked = {
  operation: Operation;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  id: string | null;
};

/** What real requests are made of: proposals and links that exist. */
export type Known = { ids: string[]; links: string[]; numbers: string[] };

const meeting = { date: '2023-03-07', present: ['The Leader'], points: ['Agreed'], interests: [{ name: 'The Leader', interest: 'none' }] };
const twoMembers = [
  { name: 'A', group: 'Green' },
  { name: 'B', group: 'Labour' },
];

/** Bodies that each operation takes, to be spoilt. */
const usual: Record<string, unknown> = {
  'check-proposal': { proposal: safer() },
  'draft-proposal': safer(),
  'amend-proposal': safer(),
  'publish-notice': { route: 'ordinary' },
  'import-decision': { proposal: safer(), number: '19/00073', noticePublishedOn: '2019-09-01', decidedOn: '2019-10-10' },
  'record-committee-outcome': { committee: 'Adult Social Care Cabinet Committee', date: '2023-03-07', outcome: 'noted', words: 'Noted' },
  'withdraw-proposal': { reason: 'Overtaken' },
  'defer-proposal': { reason: 'Later' },
  'hand-over-proposal': { to: { name: 'B Officer', email: 'b.officer@kent.example' }, reason: 'Has left' },
  'record-determination': meeting,
  'call-in-decision': { requestedBy: twoMembers, grounds: ['Openness'], words: 'Called in' },
  'delegate-step': { to: 'leader', scheme: 'Cover' },
  'record-answer': { response: 'approve', evidence: 'A letter', words: 'Yes' },
  'lift-suppression': { reason: 'Put right' },
  'answer-link': { response: 'approve', interest: 'none', words: 'Yes' },
  'verify-record': { record: '{"number":"23/00001","historyHead":"x"}' },
};

const jsonOf = (schema: z.ZodMiniType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Parameters<typeof generated>[0];

const valueFor = (schema: z.ZodMiniType | undefined, operation: Operation, chance: Chance): unknown => {
  const base = usual[operation.id];
  if (base !== undefined && !chance.oneIn(3)) return mutated(base, chance);
  return schema ? mutated(generated(jsonOf(schema), chance), chance) : mutated({}, chance);
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const formOf = (value: unknown): string =>
  new URLSearchParams(Object.entries(value ?? {}).map(([name, each]) => [name, asText(each).toWellFormed()])).toString();

const spoiltText = (text: string, chance: Chance): string => {
  if (chance.oneIn(60)) return text.slice(0, chance.below(text.length + 1));
  return chance.oneIn(400) ? JSON.stringify({ subject: 'x'.repeat(300 * 1024) }) : text;
};

const partFor = (name: string, known: Known, chance: Chance): string => {
  if (chance.oneIn(12)) return oddWord(chance);
  const [year = '23', number = '00001'] = chance.pick(known.numbers).split('/');
  const parts: Record<string, () => string> = {
    id: () => chance.pick(known.ids),
    link: () => chance.pick(known.links),
    year: () => year,
    number: () => `${number}${chance.pick(['', '', '.json', '.atom', '.pdf', '.x'])}`,
    date: () => chance.pick(['latest', '2023-03-06', '2023-13-40']),
    stepId: () => chance.pick(['clearance-1', 'clearance-2', 'consultation-1', 'determination-1', 'nothing']),
  };
  return parts[name]?.() ?? oddWord(chance);
};

const queryOf = ({ query }: Operation, chance: Chance): string => {
  if (!query || chance.oneIn(3)) return chance.oneIn(8) ? `?${oddWord(chance)}=${oddWord(chance)}` : '';
  const value = mutated(generated(jsonOf(query), chance), chance);
  return `?${formOf(value)}`;
};

/** A request of an operation, nearly right or quite wrong, but for its token. */
export const requestOf = (operation: Operation, known: Known, chance: Chance): Asked => {
  let id: string | null = null;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = partFor(name, known, chance);
    if (name === 'id' && known.ids.includes(part)) id = part;
    if (name === 'link') id = /^([^_]+)_/.exec(part)?.[1] ?? null;
    return part;
  });
  const schema = operation.form ?? operation.request;
  const value = operation.method === 'get' ? undefined : valueFor(schema, operation, chance);
  const type = chance.oneIn(80)
    ? chance.pick(['text/plain', 'application/xml', ''])
    : operation.form
      ? 'application/x-www-form-urlencoded'
      : 'application/json';
  return {
    operation,
    id,
    method: operation.method.toUpperCase(),
    path: path + queryOf(operation, chance),
    headers: {
      ...(value === undefined ? {} : { 'content-type': type }),
      ...(chance.oneIn(10) ? { 'idempotency-key': chance.pick(['a', 'b', 'x'.repeat(256), 'a b']) } : {}),
      ...(operation.method === 'put' && !chance.oneIn(10) ? { 'if-match': chance.pick(['*', '"1"', '"2"', 'W/"1"', 'x']) } : {}),
    },
    body: value === undefined ? undefined : spoiltText(operation.form ? formOf(value) : asText(value), chance),
  };
};
