import { beforeEach, describe, expect, it } from 'vitest';
import { answerAlert } from '../../functions/alert/answer-alert.ts';
import { readAlertLink } from '../../functions/alert/alert-links.ts';
import { checkContracts } from '../../functions/alert/check-contracts.ts';
import { linkFor } from '../../functions/link/links.ts';
import { day, secrets, Told } from './told-of-the-end.ts';

let told: Told;
beforeEach(async () => {
  told = await Told.ofTheEnd();
});

describe('The link of an alert', () => {
  it('shows what is due, with no answer chosen, and changes nothing by being opened', async () => {
    const before = await told.happened();
    const { statusCode, body, headers } = await told.ask('GET');
    expect(statusCode).toBe(200);
    expect(body).toContain('The contract ends on Thursday 31 December 2026.');
    expect(body).not.toContain('checked');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    expect((await told.ask('HEAD')).body).toBe('');
    expect(await told.happened()).toEqual(before);
  });

  it('is nobody’s with another mac, for another person, or made to sign a decision', async () => {
    expect((await told.ask('GET', `${told.tokenFor().slice(0, -1)}A`)).statusCode).toBe(404);
    expect((await told.ask('GET', told.tokenFor('somebody@kent.example'))).statusCode).toBe(404);
    expect((await told.ask('GET', told.tokenFor('owner@kent.example', '2026-09-29'))).statusCode).toBe(404);
    expect(readAlertLink(linkFor({ decisionId: told.id, stepId: day, issue: 1 }, secrets).replace('/respond/', ''), secrets)).toBeNull();
  });

  it('still counts after one rotation of the key, and not after two', async () => {
    expect((await told.ask('GET', told.tokenFor('owner@kent.example', day, { current: secrets.previous, previous: '' }))).statusCode).toBe(
      200,
    );
    expect((await told.ask('GET', told.tokenFor('owner@kent.example', day, { current: 'c'.repeat(64), previous: '' }))).statusCode).toBe(
      404,
    );
  });
});

describe('An answer by that link', () => {
  it('must be chosen, with what it needs', async () => {
    expect((await told.ask('POST')).body).toContain('Choose one answer');
    const { statusCode, body } = await told.ask('POST', told.tokenFor(), { response: 'snooze' });
    expect(statusCode).toBe(422);
    expect(body).toContain('Give the day on which to be told again');
    expect(body).toContain('Say why this can wait');
    expect((await told.ask('POST', told.tokenFor(), { response: 'in-hand', number: 'nonsense' })).body).toContain('Use a decision number');
    expect(await told.happened()).not.toContain('alert-snoozed');
  });

  it('is told at once of a day that does not exist and of the reason that is missing', async () => {
    const { statusCode, body } = await told.ask('POST', told.tokenFor(), { response: 'snooze', until: '31/2/2026', words: '' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<a href="#until">Use a date that exists, between 1990 and 2199</a>');
    expect(body).toContain('<a href="#words">Say why this can wait</a>');
  });

  it('is recorded as that person’s, once, however often the form is sent', async () => {
    for (let times = 0; times < 3; times += 1)
      expect((await told.ask('POST', told.tokenFor(), { response: 'acknowledge', words: '' })).statusCode).toBe(200);
    const answers = (await told.register.contracts.history(told.id)).filter(({ happening: { type } }) => type === 'alert-acknowledged');
    expect(answers.map(({ by }) => [by.name, by.id, by.link])).toEqual([['An Owner', 'owner@kent.example', 'digest-2026-09-30']]);
  });

  it('is recorded once, and each has its receipt, where the form is sent four times at the same moment', async () => {
    const send = () => told.ask('POST', told.tokenFor(), { response: 'acknowledge', words: 'We are on it.' });
    expect((await Promise.all([send(), send(), send(), send()])).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect((await told.happened()).filter((type) => type === 'alert-acknowledged')).toHaveLength(1);
  });

  it('puts alerts off to a day written as people write it, never past the end', async () => {
    const late = await told.ask('POST', told.tokenFor(), { response: 'snooze', until: '1/2/2027', words: 'We are waiting for the grant.' });
    expect([late.statusCode, late.body.includes('31 December 2026 at the latest')]).toEqual([422, true]);
    expect(
      (await told.ask('POST', told.tokenFor(), { response: 'snooze', until: '15/11/2026', words: 'We are waiting for the grant.' }))
        .statusCode,
    ).toBe(200);
    expect((await told.register.contracts.load(told.id))?.snooze).toEqual({ until: '2026-11-15', words: 'We are waiting for the grant.' });
  });

  it.each(['15.11.2026', '2026-11-15', ' 15 November 2026 ', '15 nov 2026'])('reads the day out of “%s”', async (until) => {
    expect((await told.ask('POST', told.tokenFor(), { response: 'snooze', until, words: 'The grant.' })).statusCode).toBe(200);
    expect((await told.register.contracts.load(told.id))?.snooze?.until).toBe('2026-11-15');
  });

  it.each(['next week', '15/11/26', '15 November', '15 November 2026 at noon'])('reads no day out of “%s”', async (until) => {
    const { statusCode, body } = await told.ask('POST', told.tokenFor(), { response: 'snooze', until, words: 'The grant.' });
    expect([statusCode, body.includes('<p id="until-error"')]).toEqual([422, true]);
    expect(await told.happened()).not.toContain('alert-snoozed');
  });

  it('shows the day to which alerts are put off until that day has come', async () => {
    await told.ask('POST', told.tokenFor(), { response: 'snooze', until: '15/11/2026', words: 'We are waiting for the grant.' });
    const shown = async (on: string) => {
      told.register.on(on);
      return (await told.ask('GET')).body.includes('Put off until</dt>');
    };
    expect([await shown('2026-11-14'), await shown('2026-11-15')]).toEqual([true, false]);
  });

  it('cannot name a decision that is not here', async () => {
    const { statusCode, body } = await told.ask('POST', told.tokenFor(), { response: 'in-hand', number: '26/00001' });
    expect([statusCode, body.includes('There is no decision 26/00001 here')]).toEqual([422, true]);
  });

  it('is refused once a newer email has asked again, or the contract has ended', async () => {
    await checkContracts(told.register.on('2026-11-30').around);
    const old = await told.ask('POST', told.tokenFor(), { response: 'acknowledge' });
    expect([old.statusCode, old.body.includes('of 30 November 2026, has replaced this one')]).toEqual([409, true]);
    await told.register.does(told.id, { type: 'end-contract', on: '2026-11-30', how: 'terminated', words: 'Closed.' });
    expect((await told.ask('POST', told.tokenFor('owner@kent.example', '2026-11-30'), { response: 'acknowledge' })).statusCode).toBe(409);
    expect((await told.ask('GET', told.tokenFor('owner@kent.example', '2026-11-30'))).body).toContain(
      'The contract ended on 30 November 2026.',
    );
  });

  it('from another site is not heard', async () => {
    const { statusCode } = await answerAlert(told.around)({
      method: 'POST',
      token: told.tokenFor(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
      body: 'response=acknowledge',
    });
    expect(statusCode).toBe(403);
  });
});
