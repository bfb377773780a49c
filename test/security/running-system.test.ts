import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../functions/api/open-api.ts';
import type { Operation } from '../../functions/api/operation.ts';
import { roles } from '../../functions/platform/http/caller.ts';
import { safer } from '../system/walk.ts';
import { type Asked, requestOf } from './asked-of.ts';
import { Chance } from './chance.ts';
import { exemptMarker, Running } from './running.ts';

// `npm run fuzz` sends 50,000; a run of all the tests 2,000.
const requests = Number(process.env.FUZZ_REQUESTS ?? 2000);
// On a slow machine a run of all the tests sends as many as fit into twenty seconds; the long run sends them all.
const mostMilliseconds = process.env.FUZZ_REQUESTS ? Number.POSITIVE_INFINITY : 20_000;
const seed = Number(process.env.FUZZ_SEED ?? 20_230_307);
const lanes = 4;

let running: Running;
beforeAll(async () => {
  running = await Running.start();
  await running.furnish(lanes);
}, 180_000);
afterAll(() => running?.stop());

const isPrivate = ({ path }: Operation) => path.startsWith('/api/');
const privates = operations.filter(isPrivate);
const named = (operation: Operation) => `${operation.method.toUpperCase()} ${operation.path}`;
const nobody = '00000000-0000-4000-8000-000000000000';
const at = ({ path }: Operation, id = nobody) => path.replace('{id}', id).replace(/\{\w+\}/g, 'clearance-1');

describe('The authorization matrix', () => {
  const ask = (operation: Operation, headers: Record<string, string>, path = at(operation)) =>
    running.system.call<{ rule?: string }>(operation.method.toUpperCase(), path, operation.method === 'get' ? undefined : {}, {
      ...(operation.method === 'put' ? { 'if-match': '"1"' } : {}),
      ...headers,
    });
  const bearing = async (role: string, sub = role || 'nobody') => ({
    authorization: `Bearer ${await running.system.token(sub, role === '' ? [] : [role])}`,
  });

  it('is over every private route that there is', () => {
    expect(privates.length).toBeGreaterThan(25);
    expect(privates.every((operation) => Array.isArray(operation.roles))).toBe(true);
    expect(operations.filter((operation) => !isPrivate(operation)).every((operation) => operation.roles === 'anybody')).toBe(true);
  });

  it.each(privates.map((operation) => [named(operation), operation] as const))('%s', async (_, operation) => {
    const denied = [
      {},
      { authorization: '' },
      { authorization: 'Bearer x.y.z' },
      {
        authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x","roles":["clerk"]}').toString('base64url')}.`,
      },
    ];
    expect(await Promise.all(denied.map(async (headers) => (await ask(operation, headers as Record<string, string>)).status))).toEqual([
      401, 401, 401, 401,
    ]);
    for (const role of ['', 'mayor', ...roles]) {
      const { status, json } = await ask(operation, await bearing(role));
      const may = (operation.roles as readonly string[]).includes(role);
      expect([role, may ? status !== 403 && status !== 401 : status], `${status} ${json?.rule}`).toEqual([role, may ? true : 403]);
      if (!may) expect(json.rule).toBe('role');
    }
  });

  const own = privates.filter(
    ({ method, path, roles: allowed }) =>
      method !== 'get' && path.startsWith('/api/proposals/{id}') && (allowed as readonly string[]).includes('officer'),
  );
  const bodies: Record<string, unknown> = {
    'amend-proposal': {},
    'withdraw-proposal': { reason: 'Mine' },
    'defer-proposal': { reason: 'Mine' },
    'submit-proposal': {},
    'resume-proposal': {},
  };

  it.each(own.map((operation) => [named(operation), operation] as const))(
    '%s of another officer’s proposal is refused',
    async (_, operation) => {
      const draft = await running.system.as('officer')<{ id: string }>('POST', '/api/proposals', safer());
      const other = running.system.as('officer', 'another-officer');
      const answer = await other<{ rule: string }>(
        operation.method.toUpperCase(),
        at(operation, draft.json.id),
        bodies[operation.id] ?? {},
        operation.method === 'put' ? { 'if-match': '"1"' } : {},
      );
      // What no status of a draft hears is refused for that before anybody asks whose it is.
      expect([403, 409]).toContain(answer.status);
      if (answer.status === 409) expect(['stage', 'own-proposal']).toContain(answer.json.rule);
      expect(await running.version(draft.json.id)).toBe(1);
    },
  );
});

describe('Requests made from the published schemas and spoilt', () => {
  // What the gateway itself answers: without a token, and to an address longer than it takes.
  const byTheGateway = ({ path }: Asked) => (path.length > 9000 ? [401, 431] : [401]);
  const documented = (asked: Asked) =>
    new Set([...Object.keys(asked.operation.answers).map(Number), ...asked.operation.problems, ...byTheGateway(asked)]);
  const token = async (operation: Operation, chance: Chance): Promise<Record<string, string>> => {
    if (!isPrivate(operation) || chance.oneIn(30)) return {};
    const role = chance.oneIn(10) ? chance.pick(roles) : chance.pick(operation.roles as readonly string[]);
    return { authorization: `Bearer ${await running.system.token(chance.oneIn(8) ? 'another-officer' : role, [role])}` };
  };
  // Forms answer with pages, public pages with whatever is asked for; problems of the private API are problems.
  const bodyFault = (asked: Asked, status: number, type: string, text: string): string | null => {
    if (status === 401 || status === 431 || status === 304 || status < 400) return null;
    if (!isPrivate(asked.operation)) return text === '' ? 'says nothing' : null;
    if (type !== 'application/problem+json') return `is ${type}`;
    const problem = JSON.parse(text) as Record<string, unknown>;
    return ['type', 'title', 'status', 'detail'].every((member) => member in problem) && problem.status === status
      ? null
      : 'is no whole problem';
  };

  // What a 500 hides from whoever asked stands in the log under its correlation id.
  const loggedOf = (said: string): string => {
    const id = /"correlationId":"([^"]+)"/.exec(said)?.[1];
    return id
      ? running.said
          .split('\n')
          .filter((line) => line.includes(id) && line.includes('"ERROR"'))
          .join('\n')
      : '';
  };

  it('never make a 5xx, always a documented status and body, and store nothing when they are refused', async () => {
    const found: string[] = [];
    const statuses: Record<string, number> = {};
    let created = 0;
    let all = 0;
    const end = performance.now() + mostMilliseconds;
    const before = await running.decisions();
    const lane = async (which: number) => {
      const chance = new Chance(seed + which);
      const mine = {
        ...running.known,
        ids: running.known.ids.filter((_, each) => each % lanes === which),
        links: running.known.links.filter((link) => running.known.ids.findIndex((id) => link.startsWith(id)) % lanes === which),
      };
      for (let sent = 0; sent < requests / lanes && performance.now() < end; sent += 1) {
        const asked = requestOf(chance.pick(operations), mine, chance);
        const was = asked.id ? await running.version(asked.id) : 0;
        const { status, headers, text } = await running.system.call(asked.method, asked.path, asked.body, {
          ...asked.headers,
          ...(await token(asked.operation, chance)),
        });
        const kind = `${Math.floor(status / 100)}xx`;
        statuses[kind] = (statuses[kind] ?? 0) + 1;
        all += 1;
        if (status === 201) created += 1;
        const where = `lane ${which} request ${sent}: ${asked.method} ${asked.path.slice(0, 200)} ${String(asked.body).slice(0, 400)}`;
        if (status >= 500 || !documented(asked).has(status)) found.push(`${status} ${where} → ${text.slice(0, 300)}`);
        const fault = bodyFault(asked, status, headers.get('content-type') ?? '', text);
        if (fault) found.push(`The body of ${status} ${fault}: ${where}`);
        const is = asked.id && status >= 400 ? await running.version(asked.id) : was;
        if (asked.id && is !== was && (await running.lastActor(asked.id)) !== 'system') found.push(`Stored on ${status}: ${where}`);
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, which) => lane(which)));
    console.log(`fuzz: ${all} requests, seed ${seed}:`, statuses, `${found.length} faults`);
    expect(found.slice(0, 12).map((each) => `${each}${loggedOf(each)}`)).toEqual([]);
    expect(statuses['2xx'], 'some of them are right').toBeGreaterThan(all / 20);
    expect(await running.decisions()).toBeLessThanOrEqual(before + created);
  }, 3_600_000);
});

describe('The logs of all this', () => {
  // What the local runner itself tells whoever started it is no log, and never leaves this machine.
  const lines = () => running.said.split('\n').filter((line) => !/^Email to |^Parked after /.test(line));

  it('hold something to search', () => {
    expect(lines().filter((line) => line.startsWith('{')).length).toBeGreaterThan(50);
  });

  it('stand beside pages, proofs and emails to people outside that hold no exempt word either', async () => {
    const [number = ''] = running.known.numbers.slice(1);
    const pages = await Promise.all(
      [`/decisions/${number}`, `/decisions/${number}.json`, `/decisions/${number}/proof`, '/notices', '/notices.atom', '/heads/latest'].map(
        (path) => running.system.call('GET', path),
      ),
    );
    expect(pages.filter(({ text }) => text.includes(exemptMarker))).toEqual([]);
    const outside = await running.system.mail('?to=neighbour@elsewhere.example');
    expect([outside.length > 0, outside.filter((mail) => `${mail.text}${mail.html}`.includes(exemptMarker))]).toEqual([true, []]);
  });

  it('hold no token, no mac of a link, no mailbox and no exempt word', async () => {
    const token = await running.system.token('clerk', ['clerk']);
    const macs = running.known.links.map((link) => link.split('.')[1] ?? '');
    const mailboxes = ['neighbour@', 's151-officer@', 'officer@kent', 'commissioner@'];
    const marks = [token, token.split('.')[2] ?? '-', 'Bearer ey', ...macs, ...mailboxes, exemptMarker];
    expect(
      lines()
        .filter((line) => marks.some((mark) => line.includes(mark)))
        .slice(0, 5),
    ).toEqual([]);
  });
});
