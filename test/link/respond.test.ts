import { describe, expect, it } from 'vitest';
import type { Stage } from '../../functions/decision/decision.ts';
import { aProposal } from '../email/proposal.ts';
import { telling } from '../email/telling.ts';
import { clerk, submittedBy } from '../decision/story.ts';
import { Pages } from './asking.ts';

const urgent = () =>
  telling()
    .cleared({ consultees: [] })
    .does({ type: 'publish-notice', route: 'special-urgency', reason: 'The roof has failed', by: clerk });
const askedAt = {
  clearance: () => new Pages(telling().submitted()),
  consultation: () => new Pages(telling().noticed()),
  agreement: () => new Pages(urgent()),
  determination: () => new Pages(telling().awaiting()),
} satisfies Record<Stage, () => Pages>;
const stages = Object.keys(askedAt) as Stage[];

const radios = (body: string, name: string): string[] =>
  [...body.matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`name="${name}"`));

it('the page of an answer that is overdue asks for none by a day that is past, and still takes it', async () => {
  const pages = askedAt.clearance();
  const link = pages.link('clearance');
  const inTime = (await pages.get(link)).body;
  pages.story.on('2023-04-20');
  const late = (await pages.get(link)).body;
  expect(
    [inTime, late].map((body) => [body.includes('Answer by'), body.includes('Was asked for by'), body.includes('name="response"')]),
  ).toEqual([
    [true, false, true],
    [false, true, true],
  ]);
});

describe.each(stages)('the page that asks for %s', (stage) => {
  it('changes nothing when it is fetched, however often and by whatever method', async () => {
    const pages = askedAt[stage]();
    const before = pages.story.decision;
    const link = pages.link(stage);
    for (const method of ['GET', 'HEAD', 'GET']) expect((await pages.get(link, method)).statusCode).toBe(200);
    expect((await pages.get(link, 'HEAD')).body).toBe('');
    expect(pages.story.decision).toBe(before);
    expect(pages.writes).toBe(0);
    expect(pages.log).toContain('link fetched (may be automated)');
  });

  it('asks with no answer chosen beforehand, every answer required, and nothing that sends itself', async () => {
    const pages = askedAt[stage]();
    const { body } = await pages.get(pages.link(stage));
    const answers = radios(body, 'response');
    expect(answers.length).toBeGreaterThanOrEqual(2);
    for (const answer of answers) expect(answer).toMatch(/ required[ =/>]/);
    expect(body).not.toMatch(/ checked|<script|autofocus|onload|http-equiv|style=/);
    expect(body).toContain('<form method="post"');
    expect(body).not.toContain('<form action');
  });

  it('says who is asked, as what, for which decision, and carries the fingerprint where the reader may know all that it is taken from', async () => {
    const pages = askedAt[stage]();
    const { body } = await pages.get(pages.link(stage));
    const step = pages.story.decision?.steps.find((one) => one.stage === stage && one.state === 'open');
    expect(body).toContain(step?.title);
    expect(body).toContain('23/00001');
    expect(body).toContain('Property security for the sanctuary scheme');
    expect(/name="fingerprint" value="[0-9a-f]{64}"/.test(body)).toBe(step?.external === false);
    expect(body).toContain('Approve the procurement of the property security service');
  });

  it('is kept by no cache, tells no other site, and is in no search engine', async () => {
    const pages = askedAt[stage]();
    const { headers } = await pages.get(pages.link(stage));
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("form-action 'self'");
  });

  it('tells every problem of an empty form beside its field, and records nothing', async () => {
    const pages = askedAt[stage]();
    const { statusCode, body } = await pages.post(pages.link(stage), {});
    expect(statusCode).toBe(422);
    expect(body).toContain('There is a problem');
    expect(body).toContain('<a href="#response">Choose one answer</a>');
    expect(body).toMatch(/id="response-error"/);
    expect(body).toMatch(/<title>Error: /);
    expect(pages.writes).toBe(0);
  });

  it('records one answer with a receipt, and shows the second who answered and when', async () => {
    const pages = askedAt[stage]();
    const link = pages.link(stage);
    const response = { clearance: 'approve', consultation: 'support', agreement: 'agree', determination: 'approve' }[stage];
    const first = await pages.post(link, { response, interest: 'none' });
    expect(first.statusCode).toBe(200);
    expect(first.body).toContain('Your answer is recorded');
    expect(first.body).toContain('What happens next');
    expect(first.body).toContain('Save or print this page');
    const again = await pages.post(link, { response, interest: 'none' });
    expect(again.statusCode).toBe(409);
    expect(again.body).toMatch(/(approved|answered in support|agreed) on \d+ \w+ 2023 at \d\d:\d\d/);
    expect(pages.writes).toBe(1);
    const page = await pages.get(link);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('This has been answered');
    expect(page.body).not.toContain('<form');
  });
});

describe('an answer by link', () => {
  it('is led to with the reason for which a chair is asked', async () => {
    const pages = askedAt.agreement();
    const { body } = await pages.get(pages.link('agreement'));
    const answer = body.indexOf(' id="answer"');
    expect([body.includes('href="#answer"'), answer > 0, answer < body.indexOf('Why it is asked')]).toEqual([true, true, true]);
  });

  it('keeps what was typed when words are missing beside an interest without detail', async () => {
    const pages = askedAt.determination();
    const { statusCode, body } = await pages.post(pages.link('determination'), {
      response: 'return',
      interest: 'declared',
      dispensation: 'Head of Paid Service, <1 March>',
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('Say what needs to change');
    expect(body).toContain('Say what the interest is');
    expect(body).toContain('value="Head of Paid Service, &lt;1 March>"');
    expect(radios(body, 'response').filter((tag) => / checked/.test(tag))).toHaveLength(1);
  });

  it('is not given in words that nobody can see', async () => {
    const pages = askedAt.determination();
    const asked = { response: 'return', words: '\u200b\u00ad ', interest: 'declared', interestDetail: '\u2060' };
    const { statusCode, body } = await pages.post(pages.link('determination'), asked);
    expect([statusCode, body.includes('Say what needs to change'), body.includes('Say what the interest is')]).toEqual([422, true, true]);
    expect((await pages.post(pages.link('determination'), { ...asked, words: 'Cos\u00adts', interestDetail: 'My home' })).statusCode).toBe(
      200,
    );
  });

  it('is asked of a conflict of interest where a member of the executive is consulted by one who decides alone, and of nobody else', async () => {
    const pages = (over: object) =>
      new Pages(telling().noticed({ consultees: ['leader', { name: 'Refuge', email: 'a@refuge.example' }], ...over }));
    const alone = pages({});
    const asks = async (of: Pages, step: string) => (await of.get(`${step}~1`)).body.includes('name="interestDetail"');
    expect([await asks(alone, 'consultation-1'), await asks(alone, 'consultation-2')]).toEqual([true, false]);
    expect(await asks(pages({ decisionMaker: 'cabinet' }), 'consultation-1')).toBe(false);
    const answered = await alone.post('consultation-1~1', { response: 'support', interestDetail: 'I chair the charity.' });
    expect(answered.statusCode).toBe(200);
    expect(alone.story.decision?.steps.find(({ id }) => id === 'consultation-1')).toMatchObject({
      state: 'responded',
      interest: { interest: 'declared', detail: 'I chair the charity.' },
    });
    const without = pages({});
    await without.post('consultation-1~1', { response: 'support', interestDetail: 'None.' });
    expect(without.story.decision?.steps.find(({ id }) => id === 'consultation-1')).not.toHaveProperty('interest');
  });

  it('is asked of a dispensation with it, of which the record would else say that there was none (reg 13(2)(e))', async () => {
    const pages = new Pages(telling().noticed({ consultees: ['leader'] }));
    expect((await pages.get('consultation-1~1')).body).toContain('name="dispensation"');
    const declared = { response: 'support', interestDetail: 'I chair the charity.', dispensation: 'Head of Paid Service, 1 March 2023' };
    expect((await pages.post('consultation-1~1', declared)).statusCode).toBe(200);
    expect(pages.story.decision?.steps.find(({ id }) => id === 'consultation-1')).toMatchObject({
      interest: { detail: 'I chair the charity.', dispensation: 'Head of Paid Service, 1 March 2023' },
    });
  });

  it('needs the interest to be answered before a decision is signed', async () => {
    const pages = askedAt.determination();
    const { statusCode, body } = await pages.post(pages.link('determination'), { response: 'approve' });
    expect(statusCode).toBe(422);
    expect(body).toContain('Say whether you have an interest to declare');
    expect(radios((await pages.get(pages.link('determination'))).body, 'interest').every((tag) => tag.includes('required'))).toBe(true);
  });

  it('is not taken as “no interest” when an interest is written below', async () => {
    const pages = askedAt.determination();
    const { statusCode, body } = await pages.post(pages.link('determination'), {
      response: 'approve',
      interest: 'none',
      interestDetail: 'I own the firm',
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('You have written what an interest is');
  });

  it('is refused to one who declares a pecuniary interest, with the Act, and is asked of its kind where none is said', async () => {
    const pages = askedAt.determination();
    const declared = { response: 'approve', interest: 'declared', interestDetail: 'I own the firm' };
    const unsaid = await pages.post(pages.link('determination'), declared);
    expect([unsaid.statusCode, unsaid.body.includes('Say which kind of interest it is')]).toEqual([422, true]);
    const { statusCode, body } = await pages.post(pages.link('determination'), { ...declared, interestKind: 'pecuniary' });
    expect(statusCode).toBe(409);
    expect(body).toContain('Localism Act 2011');
  });

  it('is refused on content that changed after the page was read', async () => {
    const pages = askedAt.determination();
    const { statusCode, body } = await pages.post(pages.link('determination'), {
      response: 'approve',
      interest: 'none',
      fingerprint: 'a'.repeat(64),
    });
    expect(statusCode).toBe(409);
    expect(body).toContain('changed while you were reading');
  });

  it('by a superseded link is sent to the newest email', async () => {
    const pages = askedAt.clearance();
    const old = pages.link('clearance');
    pages.story.does({ type: 'reissue-link', by: clerk, stepId: 'clearance-1' });
    expect((await pages.get(old)).body).toContain('A newer link has replaced this one');
    expect((await pages.post(old, { response: 'approve' })).statusCode).toBe(409);
    expect((await pages.get(pages.link('clearance'))).body).toContain('<form');
  });

  it('by a link that a change made void says so, before the form’s own faults', async () => {
    const pages = askedAt.determination();
    const link = pages.link('determination');
    pages.story.does({ type: 'amend-proposal', content: aProposal({ proposedDecision: ['Something else'] }) });
    const { statusCode, body } = await pages.post(link, {});
    expect(statusCode).toBe(409);
    expect(body).toContain('This is no longer asked');
    expect(body).toContain('The proposal was changed');
  });

  it('after consultation closed is taken, and marked late on the page and the receipt', async () => {
    const pages = askedAt.consultation();
    const link = pages.link('consultation');
    pages.story.on('2023-04-05').does({ type: 'run-daily-check' });
    expect((await pages.get(link)).body).toContain('recorded as late');
    const { statusCode, body } = await pages.post(link, { response: 'support' });
    expect(statusCode).toBe(200);
    expect(body).toContain('recorded as late');
  });

  it('by a cover is recorded as “X for Y” under the scheme', async () => {
    const pages = askedAt.clearance();
    pages.story.does({
      type: 'delegate-step',
      by: clerk,
      stepId: 'clearance-1',
      to: { name: 'A Deputy', email: 'deputy@kent.example' },
      scheme: 'the finance scheme',
    });
    const { body } = await pages.post(pages.link('clearance'), { response: 'approve' });
    expect(body).toContain('A Deputy for Section 151 Officer');
    expect(pages.story.events.at(-1)?.by).toMatchObject({
      kind: 'post',
      id: 's151-officer',
      name: 'A Deputy for The Section 151 Officer',
      capacity: 'Section 151 Officer, under the finance scheme',
      link: 'clearance-1#2',
    });
  });

  it('by somebody without a post is a consultee’s, known by their address', async () => {
    const pages = askedAt.consultation();
    await pages.post(pages.link('consultation'), { response: 'comment', words: 'Line one\r\nLine two' });
    const event = pages.story.events.at(-1);
    expect(event?.by).toMatchObject({ kind: 'consultee', id: 'community-safety@kent.example', link: 'consultation-1#1' });
    expect(event?.happening).toMatchObject({ words: 'Line one\nLine two' });
  });

  it('is refused to the officer who submitted the proposal', async () => {
    const pages = new Pages(
      telling()
        .does({ type: 'draft-proposal', content: aProposal(), submittedBy: { ...submittedBy, email: 's151-officer@kent.example' } })
        .does({ type: 'submit-proposal' }),
    );
    const { statusCode, body } = await pages.post(pages.link('clearance'), { response: 'approve' });
    expect(statusCode).toBe(409);
    expect(body).toContain('You submitted this proposal');
  });
});

describe('a request that is no answer', () => {
  it('by a wrong link gets a page that tells nothing', async () => {
    const { statusCode, body } = await askedAt.clearance().get('wrong');
    expect(statusCode).toBe(404);
    expect(body).toContain('This link does not work');
    expect(body).not.toContain('23/00001');
  });

  it('from another site is refused; from our own page, whose origin is null, it is heard', async () => {
    const pages = askedAt.clearance();
    const link = pages.link('clearance');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
    ]) {
      expect((await pages.post(link, { response: 'approve' }, headers)).statusCode).toBe(403);
    }
    expect(pages.writes).toBe(0);
    expect((await pages.post(link, { response: 'approve' }, { 'sec-fetch-site': 'same-origin', origin: 'null' })).statusCode).toBe(200);
  });

  it('in another form or too long is refused', async () => {
    const pages = askedAt.clearance();
    const link = pages.link('clearance');
    expect((await pages.post(link, { response: 'approve' }, { 'content-type': 'multipart/form-data; boundary=x' })).statusCode).toBe(415);
    expect((await pages.post(link, { response: 'return', words: 'x'.repeat(300_000) })).statusCode).toBe(413);
    expect(
      (await pages.post(link, { response: 'approve' }, { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' })).statusCode,
    ).toBe(200);
  });

  it('that gives two answers at once gives none', async () => {
    const pages = askedAt.clearance();
    const { statusCode } = await pages.post(`${pages.link('clearance')}`, [
      ['response', 'approve'],
      ['response', 'decline'],
    ] as unknown as Record<string, string>);
    expect(statusCode).toBe(422);
  });
});
