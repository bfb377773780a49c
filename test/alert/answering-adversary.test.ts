import { beforeEach, describe, expect, it } from 'vitest';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { plain } from '../contract/contract-story.ts';
import { day, Told } from './told-of-the-end.ts';

let told: Told;
beforeEach(async () => {
  told = await Told.ofTheEnd();
});

const ask = (method: string, email: string, on: string, fields: Record<string, string> = {}) =>
  told.ask(method, told.tokenFor(email, on), fields);
const passesTo = (owner: { name: string; email: string }) =>
  told.register.does(told.id, { type: 'amend-contract', terms: plain({ end: '2026-12-31', owner }), words: 'Another owner.' });

describe('Somebody who owned a contract when they were told of it', () => {
  it('answers for it no more once it is another’s, and is told so', async () => {
    await passesTo({ name: 'Another', email: 'another@kent.example' });
    const { statusCode, body } = await ask('POST', 'owner@kent.example', day, { response: 'acknowledge' });
    expect([statusCode, (await ask('GET', 'owner@kent.example', day)).body.includes('name="response"')]).toEqual([409, false]);
    expect(body).toContain('is no longer yours to answer for');
    expect(await told.happened()).not.toContain('alert-acknowledged');
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
  const director = () =>
    told.register.council.posts
      .find(({ id: post }) => post === 'corporate-director-adult-social-care')
      ?.holders.find(({ to }) => to === undefined)?.email ?? '';
  const escalated = async () => {
    told.id = await told.register.registers({ reference: 'B/1', end: '2026-12-31' });
    await checkContracts(told.register.on('2026-10-01').around);
    await checkContracts(told.register.on('2026-10-15').around);
    return director();
  };
  it('answers while in post', async () =>
    expect((await ask('POST', await escalated(), '2026-10-15', { response: 'acknowledge' })).statusCode).toBe(200));
  it('answers still once its owner and sponsor have been told of more, which the director has no email about', async () => {
    const email = await escalated();
    await checkContracts(told.register.on('2026-11-30').around);
    expect((await ask('GET', 'owner@kent.example', '2026-10-15')).body).toContain('of 30 November 2026, has replaced this one');
    expect((await ask('GET', email, '2026-10-15')).body).not.toContain('has replaced this one');
    expect((await ask('POST', email, '2026-10-15', { response: 'acknowledge' })).statusCode).toBe(200);
  });
  it('and has left it since does not', async () => {
    const email = await escalated();
    const posts = told.register.council.posts.map((post) =>
      post.id === 'corporate-director-adult-social-care'
        ? { ...post, holders: post.holders.map((holder) => (holder.to === undefined ? { ...holder, to: '2026-10-15' } : holder)) }
        : post,
    );
    told.register.council = { ...told.register.council, posts };
    told.register.on('2026-10-16');
    expect((await ask('POST', email, '2026-10-15', { response: 'acknowledge' })).statusCode).toBe(409);
  });
});
