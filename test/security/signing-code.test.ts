import { beforeEach, describe, expect, it } from 'vitest';
import { needsCode } from '../../functions/determination/code.rules.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { type Answering, signedWithACode } from '../reliability/answering.ts';

let table: Table;
let told: Answering;
const sign = { response: 'approve', interest: 'none' };

beforeEach(async () => {
  table = await freshTable();
  told = await signedWithACode(table);
});

const codeIn = (raw: string | undefined): string => (/Your code is (\d{3}) (\d{3})/.exec(raw ?? '') ?? []).slice(1).join('');
const latestCode = () => codeIn(told.letters('signing-code').at(-1));
const asks = async () => {
  const page = await told.post(await told.link('determination'), { send: 'code' });
  await told.announceCodes();
  return page;
};
const signs = async (code: string) => told.post(await told.link('determination'), { ...sign, code });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
const later = (seconds: number) => {
  told.now = new Date(Date.parse(told.now) + seconds * 1000).toISOString();
};

describe('A decision above the value that the council has set', () => {
  it('is asked for a code, and is not signed without one', async () => {
    const page = await told.get(await told.link('determination'));
    expect([page.statusCode, page.body.includes('Your six-digit code'), page.body.includes('Email me a code')]).toEqual([200, true, true]);
    for (const code of ['', '12345', 'abcdef', '1234567']) expect((await signs(code)).statusCode).toBe(422);
    expect(await told.types()).not.toContain('decision-made');
  });

  it('names a code that is none together with everything else that is wrong, which costs no try', async () => {
    await asks();
    const page = await told.post(await told.link('determination'), { response: 'return', code: '12345' });
    expect([...page.body.matchAll(/<li><a href="#([^"]*)"/g)].map(([, at]) => at)).toEqual(['interest', 'words', 'code']);
    expect((await signs(wrong(latestCode()))).body).toContain('You have 4 of 5');
  });

  it('is signed with the code that was mailed to the post’s own address and nowhere else', async () => {
    const page = await asks();
    expect([page.statusCode, page.body.includes('A code is on its way')]).toEqual([200, true]);
    const [step] =
      (await told.store.load(told.id))?.steps.filter(({ stage, state }) => stage === 'determination' && state === 'open') ?? [];
    expect(told.office.sent.map(({ to }) => to)).toEqual([step?.email]);
    expect((await signs(latestCode())).statusCode).toBe(200);
    expect((await told.store.load(told.id))?.status).toBe('decided');
    expect((await told.store.history(told.id)).find(({ happening }) => happening.type === 'decision-made')?.by.link).toMatch(
      /, with a code$/,
    );
  });

  it('takes a code typed with a space as it stands in the email', async () => {
    await asks();
    const code = latestCode();
    expect((await signs(`${code.slice(0, 3)} ${code.slice(3)}`)).statusCode).toBe(200);
  });

  it('is signed and not given another code when Enter is pressed in the field: the first button of the form is no request for one', async () => {
    const { body } = await told.get(await told.link('determination'));
    const buttons = [...body.matchAll(/<button[^>]*type="submit"[^>]*>/g)].map(([button]) => button);
    expect(buttons.map((button) => button.includes('value="code"'))).toEqual([false, true, false]);
  });

  it('gives five tries, even to the right code after them', async () => {
    await asks();
    const code = latestCode();
    const said = [];
    for (let tries = 0; tries < 5; tries += 1) said.push((await signs(wrong(code))).body);
    expect(said.map((body) => /You have (\d) of 5/.exec(body)?.[1])).toEqual(['4', '3', '2', '1', undefined]);
    expect([(await signs(code)).statusCode, (await told.store.load(told.id))?.status]).toEqual([422, 'awaiting-decision']);
  });

  it('gives five tries to a hundred guesses at the same moment', async () => {
    await asks();
    const code = latestCode();
    const guesses = Array.from({ length: 100 }, (_, at) => String(at).padStart(6, '0')).filter((guess) => guess !== code);
    const link = await told.link('determination');
    const said = await Promise.all(guesses.map((guess) => told.post(link, { ...sign, code: guess })));
    expect(said.filter(({ body }) => /You have \d of 5/.test(body)).length).toBeLessThanOrEqual(5);
    expect((await signs(code)).statusCode).toBe(422);
  });

  it('takes no code after ten minutes', async () => {
    await asks();
    later(601);
    expect([(await signs(latestCode())).statusCode, (await told.store.load(told.id))?.status]).toEqual([422, 'awaiting-decision']);
  });

  it('takes only the newest code', async () => {
    await asks();
    const first = latestCode();
    later(61);
    await asks();
    if (first !== latestCode()) expect((await signs(first)).statusCode).toBe(422);
    expect((await signs(latestCode())).statusCode).toBe(200);
  });

  it('sends one code a minute and ten a day, however often it is asked', async () => {
    const link = await told.link('determination');
    await Promise.all(Array.from({ length: 20 }, () => told.post(link, { send: 'code' })));
    await told.announceCodes();
    expect(told.letters('signing-code')).toHaveLength(1);
    for (let more = 0; more < 15; more += 1) {
      later(61);
      await asks();
    }
    expect(told.letters('signing-code')).toHaveLength(10);
  });

  it('is to be had again at once by a fresh link, where somebody with a forwarded one has asked for ten', async () => {
    for (let asked = 0; asked < 10; asked += 1) {
      await asks();
      later(61);
    }
    expect((await asks()).body).toContain('many times today');
    await told.does({ type: 'reissue-link', stepId: 'determination-1', by: clerk });
    await asks();
    expect((await signs(latestCode())).statusCode).toBe(200);
  });

  it('keeps what its code is derived from on the step’s own item, and the code itself nowhere', async () => {
    await asks();
    const code = latestCode();
    const [item] = await getAll(table, [keys.code(told.id, 'determination-1')]);
    expect(Object.keys(item ?? {}).sort()).toEqual([
      'decisionId',
      'expiresAt',
      'issue',
      'key',
      'nonce',
      'pk',
      'sequence',
      'sk',
      'stepId',
      'tries',
      'until',
    ]);
    const all = await told.stolen();
    expect(JSON.stringify(all).match(new RegExp(`"[^"]*\\b${code}\\b[^"]*"`))).toBeNull();
    expect(told.logged.join()).not.toContain(code);
    const page = await told.post(await told.link('determination'), { ...sign, response: '', code });
    expect(page.body).not.toContain(code);
  });

  it('gives the cover a code of their own, and the person covered none that works', async () => {
    await asks();
    const code = latestCode();
    await told.does({
      type: 'delegate-step',
      stepId: 'determination-1',
      to: { name: 'A Cover', email: 'cover@kent.example' },
      scheme: 'Cover',
      by: clerk,
    });
    expect((await signs(code)).statusCode).toBe(422);
    later(61);
    await asks();
    expect([told.office.sent.at(-1)?.to, (await signs(latestCode())).statusCode]).toEqual(['cover@kent.example', 200]);
  });

  it('never comes with a link in the same email', async () => {
    await asks();
    expect(told.letters('signing-code').join()).not.toContain('/respond/');
  });

  it('keeps what was typed when a code is asked for', async () => {
    const page = await told.post(await told.link('determination'), {
      send: 'code',
      response: 'return',
      interest: 'none',
      words: 'Kept words',
    });
    expect([page.body.includes('Kept words'), (await told.types()).includes('proposal-returned')]).toEqual([true, false]);
  });
});

describe('Whether a code is asked for', () => {
  it('turns on more than the value, never on exactly it, and on a cost without limit', async () => {
    const decision = await told.store.load(told.id);
    const step = decision?.steps.find(({ stage, state }) => stage === 'determination' && state === 'open');
    if (!decision || !step || !('keyDecision' in decision)) throw new Error('Nobody is asked');
    const costing = (expenditurePence: number | 'unbounded') => ({
      ...decision,
      keyDecision: { ...decision.keyDecision, totals: { ...decision.keyDecision.totals, expenditurePence } },
    });
    const asked = (cost: number | 'unbounded', codeOverPence?: number) => needsCode(costing(cost), step, { codeOverPence });
    expect([asked(100, 100), asked(101, 100), asked('unbounded', 100), asked(0, 0), asked(1e12)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(needsCode(costing(101), { ...step, stage: 'clearance' }, { codeOverPence: 100 })).toBe(false);
  });

  it('leaves a council that sets no value as it was', async () => {
    told.council = kent;
    expect((await told.get(await told.link('determination'))).body).not.toContain('six-digit');
    expect((await told.post(await told.link('determination'), sign)).statusCode).toBe(200);
  });

  it('signs nothing of high value where codes cannot be sent', async () => {
    told.responding.codes = undefined;
    expect([(await signs('123456')).statusCode, (await told.store.load(told.id))?.status]).toEqual([422, 'awaiting-decision']);
  });
});
