import { beforeEach, describe, expect, it } from 'vitest';
import { alertLink, readAlertLink } from '../../functions/alert/alert-links.ts';
import { answerAlert, type AnsweringAlerts } from '../../functions/alert/answer-alert.ts';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { digestStore } from '../../functions/alert/digest-store.ts';
import { personName } from '../../functions/alert/telling.ts';
import type { Table } from '../../functions/platform/table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { InRegister, plain } from '../spreadsheet/in-register.ts';

const secrets = { current: 'a'.repeat(64), previous: 'b'.repeat(64) };
const day = '2026-09-30';
let table: Table;
let register: InRegister;
let id: string;

beforeEach(async () => {
  table = await freshTable();
  register = new InRegister(table);
  id = await register.registers({ end: '2026-12-31' });
  await register.does(id, { type: 'plan-exit', how: 'lapse', words: 'Let go.' });
  await checkContracts(register.on(day).around);
});

const around = (): AnsweringAlerts => ({ ...register.around, digests: digestStore(table), readLink: async (token) => readAlertLink(token, secrets), publicUrl: 'https://decisions.kent.example', log: () => {} });
const ask = (method: string, email: string, on: string, fields: Record<string, string> = {}) =>
  answerAlert(around())({ method, token: alertLink({ contractId: id, day: on, person: personName(email) }, secrets).replace('/contract-alerts/', ''), headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://decisions.kent.example' } : {}, body: new URLSearchParams(fields).toString() });
const happened = async () => (await register.contracts.history(id)).map(({ happening: { type } }) => type);
const passesTo = (owner: { name: string; email: string }) => register.does(id, { type: 'amend-contract', terms: plain({ end: '2026-12-31', owner }), words: 'Another owner.' });

describe('Somebody who owned a contract when they were told of it', () => {
  it('answers for it no more once it is another’s, and is told so', async () => {
    await passesTo({ name: 'Another', email: 'another@kent.example' });
    const { statusCode, body } = await ask('POST', 'owner@kent.example', day, { response: 'acknowledge' });
    expect([statusCode, (await ask('GET', 'owner@kent.example', day)).body.includes('name="response"')]).toEqual([409, false]);
    expect(body).toContain('is no longer yours to answer for');
    expect(await happened()).not.toContain('alert-acknowledged');
  });
  it('still does where only the capitals of their address have changed', async () => {
    await passesTo({ name: 'An Owner', email: 'Owner@Kent.example' });
    expect((await ask('POST', 'owner@kent.example', day, { response: 'acknowledge' })).statusCode).toBe(200);
  });
  it('leaves the sponsor’s answer as good as it was', async () => {
    await passesTo({ name: 'Another', email: 'another@kent.example' });
    expect((await ask('POST', 'sponsor@kent.example', day, { response: 'acknowledge' })).statusCode).toBe(200);
  });
});

describe('The director who was told that nobody acted', () => {
  const director = () => register.council.posts.find(({ id: post }) => post === 'corporate-director-adult-social-care')?.holders.find(({ to }) => to === undefined)?.email ?? '';
  const escalated = async () => {
    id = await register.registers({ reference: 'B/1', end: '2026-12-31' });
    await checkContracts(register.on('2026-10-01').around);
    await checkContracts(register.on('2026-10-15').around);
    return director();
  };
  it('answers while in post', async () => expect((await ask('POST', await escalated(), '2026-10-15', { response: 'acknowledge' })).statusCode).toBe(200));
  it('and has left it since does not', async () => {
    const email = await escalated();
    const posts = register.council.posts.map((post) => (post.id === 'corporate-director-adult-social-care' ? { ...post, holders: post.holders.map((holder) => (holder.to === undefined ? { ...holder, to: '2026-10-15' } : holder)) } : post));
    register.council = { ...register.council, posts };
    register.on('2026-10-16');
    expect((await ask('POST', email, '2026-10-15', { response: 'acknowledge' })).statusCode).toBe(409);
  });
});
