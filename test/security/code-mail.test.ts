import { createHash, randomBytes } from 'node:crypto';
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeStore } from '../../functions/determination/code-store.ts';
import { derivedCode } from '../../functions/determination/derived-code.ts';
import { sendCode } from '../../functions/determination/send-code.ts';
import { emailStore } from '../../functions/email/email-store.ts';
import { correlated } from '../../functions/platform/log/correlation.ts';
import { dynamoDecisionStore } from '../../functions/platform/store/decision-store.ts';
import { publishing } from '../../functions/platform/deployed.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { type Answering, signedWithACode } from '../reliability/answering.ts';
import { Dying, faultySender, faultyTable } from '../reliability/faulty-client.ts';

let table: Table;
let told: Answering;
const step = 'determination-1';
const sign = { response: 'approve', interest: 'none' };

beforeEach(async () => {
  table = await freshTable();
  told = await signedWithACode(table);
});

const codes = () => told.letters('signing-code').map((raw) => (/Your code is (\d{3}) (\d{3})/.exec(raw) ?? []).slice(1).join(''));
const asks = async () => told.post(await told.link('determination'), { send: 'code' });
const signs = async (code = '') => told.post(await told.link('determination'), { ...sign, code });
const later = (seconds: number) => {
  told.now = new Date(Date.parse(told.now) + seconds * 1000).toISOString();
};
const links = () => ({
  loadLinkSecrets: async () => told.secrets,
  openBy: async <T>(read: (secrets: typeof told.secrets) => T | null) => read(told.secrets),
});

describe('A code that was asked for', () => {
  it('is mailed once, however often the stream announces it, and listed among the decision’s emails without its digits', async () => {
    await asks();
    expect(told.office.sent).toEqual([]);
    for (let again = 0; again < 3; again += 1) await told.announceCodes();
    const list = (await told.list()).filter(({ kind }) => kind === 'signing-code');
    expect(list.map(({ to, status, attempts }) => [to, status, attempts])).toEqual([[told.office.sent[0]?.to, 'sent', 1]]);
    expect([codes().length, list[0]?.subject.includes('your code to sign'), JSON.stringify(list).includes(codes()[0] ?? '-')]).toEqual([
      1,
      true,
      false,
    ]);
    expect((await signs(codes()[0])).statusCode).toBe(200);
  });

  it('is announced by an item of its own that carries the id of the request and soon expires', async () => {
    await correlated('desk-2023-0007', asks);
    const [asked] = await told.codesAsked();
    const [item] = await getAll(table, [keys.codeAsked(told.id, step, asked?.nonce ?? '')]);
    expect(item).toEqual({
      ...keys.codeAsked(told.id, step, asked?.nonce ?? ''),
      correlationId: 'desk-2023-0007',
      expiresAt: Date.parse(told.now) / 1000 + 86_400,
    });
  });

  it('is not mailed once a later one has taken its place, and the later one is', async () => {
    await asks();
    later(61);
    await asks();
    await told.announceCodes();
    expect([(await told.codesAsked()).length, codes().length]).toEqual([2, 1]);
    expect((await signs(codes()[0])).statusCode).toBe(200);
  });

  it('is not mailed once its ten minutes are over', async () => {
    await asks();
    later(600);
    await told.announceCodes();
    expect([told.office.sent, (await told.list()).filter(({ kind }) => kind === 'signing-code')]).toEqual([[], []]);
  });

  it('is not mailed where its step was given to somebody else meanwhile', async () => {
    await asks();
    await told.does({
      type: 'delegate-step',
      stepId: step,
      to: { name: 'A Cover', email: 'cover@kent.example' },
      scheme: 'Cover',
      by: clerk,
    });
    await told.announceCodes();
    expect(told.letters('signing-code')).toEqual([]);
  });

  it('waits where SES takes nothing, and is mailed by the next announcement', async () => {
    await asks();
    told.office.next = () => Promise.reject(new Error('Throttling'));
    await expect(told.announceCodes()).rejects.toThrow('Throttling');
    told.office.next = () => ({ accepted: true, messageId: 'm' });
    await told.announceCodes();
    expect((await signs(codes()[0])).statusCode).toBe(200);
  });

  it('faults nobody who types another at the very moment at which it is given, and lets the last one given sign', async () => {
    const store = codeStore(table, links());
    const of = { decisionId: told.id, stepId: step, issue: 1 };
    const gives = Array.from({ length: 8 }, () => store.give(of, told.now, 9));
    const types = Array.from({ length: 40 }, () => store.tries(of, '000000', told.now));
    await Promise.all([...gives, ...types]);
    await store.give(of, told.now, 9);
    const last = await store.newest(told.id, step);
    expect([last?.tries, await store.tries(of, (last && (await store.digits(last))) ?? '', told.now)]).toEqual([5, { right: true }]);
  });

  it('is given in spite of a conflict with a code that is being typed, which then counts as ended', async () => {
    const $metadata = {};
    const conflicts: Record<string, Error> = {
      TransactWriteCommand: new TransactionCanceledException({
        message: 'Cancelled',
        CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
        $metadata,
      }),
      UpdateCommand: new TransactionConflictException({ message: 'A transaction is under way', $metadata }),
    };
    const met = new Set<string>();
    const once = (call: string) =>
      call in conflicts && !met.has(call) && met.add(call) ? { when: 'before' as const, what: conflicts[call] as Error } : null;
    const store = codeStore(faultyTable(table, once), links());
    const of = { decisionId: told.id, stepId: step, issue: 1 };
    await store.give(of, told.now, 9);
    expect([await store.tries(of, '000000', told.now), [...met].sort(), (await told.codesAsked()).length]).toEqual([
      { right: false, why: 'none' },
      ['TransactWriteCommand', 'UpdateCommand'],
      1,
    ]);
  });

  it('is given and announced together or not at all', async () => {
    const store = codeStore(faultyTable(table, new Dying(1, 'before').faults), links());
    await expect(store.give({ decisionId: told.id, stepId: step, issue: 1 }, told.now, 9)).rejects.toThrow('died');
    expect([await told.codesAsked(), await getAll(table, [keys.code(told.id, step)])]).toEqual([[], [null]]);
  });
});

describe('A sender that dies over a code', () => {
  // The code’s item, the decision, a claim, a look at the address, SES and the mark.
  const moments = Array.from({ length: 6 }, (_, at) => at + 1).flatMap(
    (at) =>
      [
        [at, 'before'],
        [at, 'after'],
      ] as const,
  );
  it.each(moments)('at call %i, %s it is carried out, mails it later, and never another code', async (at, when) => {
    await asks();
    const [asked] = await told.codesAsked();
    if (!asked) throw new Error('No code was announced');
    told.sending.pause = async (milliseconds) => later(milliseconds / 1000);
    const dying = new Dying(at, when);
    const own = faultyTable(table, dying.faults);
    const faulty = {
      ...told.codeSending,
      emails: emailStore(own),
      store: dynamoDecisionStore({ ...own, publication: publishing }),
      codes: codeStore(own, links()),
      send: faultySender(told.office.send, dying.faults),
    };
    await sendCode(faulty, asked).catch(() => undefined);
    expect(dying.calls).toBeGreaterThanOrEqual(at);
    await told.announceCodes();
    expect([new Set(codes()).size, (await told.list()).filter(({ kind }) => kind === 'signing-code').map(({ status }) => status)]).toEqual([
      1,
      ['sent'],
    ]);
    expect((await signs(codes()[0])).statusCode).toBe(200);
  });
});

describe('A key that is rotated', () => {
  it('between the mail and the signature leaves the code as it was', async () => {
    await asks();
    await told.announceCodes();
    told.rotate('b');
    expect((await signs(codes()[0])).statusCode).toBe(200);
  });

  it('between asking and the mail leaves one code, and that one signs', async () => {
    await asks();
    told.rotate('b');
    await told.announceCodes();
    expect([codes().length, (await signs(codes()[0])).statusCode]).toEqual([1, 200]);
  });

  it('lets no second code sign: what the new key would have made is wrong', async () => {
    await asks();
    await told.announceCodes();
    told.rotate('b');
    const [asked] = await told.codesAsked();
    const under = (secret: string) => derivedCode({ decisionId: told.id, stepId: step, issue: 1, nonce: asked?.nonce ?? '' }, secret);
    expect([under('a'.repeat(64)) === codes()[0], (await signs(under(told.secrets.current))).statusCode]).toEqual([true, 422]);
  });

  it('twice ends the code, as it ends the links, and it is mailed to nobody', async () => {
    await asks();
    told.rotate('b');
    told.rotate('c');
    await expect(told.announceCodes()).rejects.toThrow('is not known');
    later(600);
    await told.announceCodes();
    expect(told.office.sent).toEqual([]);
  });
});

describe('Somebody who has the whole table and not the key', () => {
  it('finds the same in it whichever code was mailed, so that nothing there tells them which', async () => {
    await asks();
    await told.announceCodes();
    const nonces = (await told.codesAsked()).map(({ nonce }) => nonce);
    const [given] = await getAll(table, [keys.code(told.id, step)]);
    // All of the two items that a code leaves; by other keys they would be the same, and each key would make another code of them.
    expect(given).toEqual({
      ...keys.code(told.id, step),
      decisionId: told.id,
      stepId: step,
      issue: 1,
      nonce: nonces[0],
      key: expect.any(String),
      tries: 5,
      until: expect.any(String),
      sequence: expect.any(Number),
      expiresAt: expect.any(Number),
    });
    const made = Array.from({ length: 1000 }, () =>
      derivedCode({ decisionId: told.id, stepId: step, issue: 1, nonce: nonces[0] ?? '' }, randomBytes(32).toString('hex')),
    );
    expect([new Set(made).size > 990, made.filter((code) => code === codes()[0]).length < 3]).toEqual([true, true]);
  });

  it('cannot try the million codes against anything that is stored', async () => {
    await asks();
    await told.announceCodes();
    const [code = ''] = codes();
    const texts = new Set((await told.stolen()).flatMap((item) => Object.values(item)).filter((value) => typeof value === 'string'));
    const nonces = (await told.codesAsked()).map(({ nonce }) => nonce);
    const hashes = ['sha1', 'sha256', 'sha512', 'md5'].flatMap((name) =>
      [code, ...nonces.flatMap((nonce) => [`${code}${nonce}`, `${nonce}${code}`])].flatMap((text) =>
        (['hex', 'base64', 'base64url'] as const).map((as) => createHash(name).update(text).digest(as)),
      ),
    );
    expect(hashes.filter((hash) => [...texts].some((text) => text.includes(hash)))).toEqual([]);
  });

  it('reads the same name of the key beside every code, which says when it was rotated and no more', async () => {
    const names: unknown[] = [];
    for (let more = 0; more < 2; more += 1) {
      await asks();
      names.push((await getAll(table, [keys.code(told.id, step)]))[0]?.key);
      later(61);
    }
    told.rotate('b');
    await asks();
    const [given] = await getAll(table, [keys.code(told.id, step)]);
    expect([names[0] === names[1], given?.key === names[0]]).toEqual([true, false]);
  });
});
