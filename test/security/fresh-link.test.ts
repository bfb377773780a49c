import { beforeEach, describe, expect, it } from 'vitest';
import { clerk } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from '../reliability/answering.ts';

let told: Answering;

beforeEach(async () => {
  told = await Answering.inClearance();
});

const reissued = async () => (await told.types()).filter((type) => type === 'link-reissued').length;
const later = (minutes: number) => {
  told.now = new Date(Date.parse(told.now) + minutes * 60_000).toISOString();
};
const asking = (token: string) => told.post(token, { send: 'link' });

describe('A link that no longer answers', () => {
  it('offers a fresh one when a newer one has replaced it, and mails it to the same mailbox only', async () => {
    const [old, step] = [await told.link('clearance'), (await told.store.load(told.id))?.steps[0]];
    await told.does({ type: 'reissue-link', stepId: step?.id ?? '', by: clerk });
    expect((await told.get(old)).body).toContain('Email me a fresh link');
    const said = (await asking(old)).body;
    expect([said.includes('Look in your mailbox'), said.includes(`mailto:${told.council.email.replyTo}`)]).toEqual([true, true]);
    expect(said, 'somebody else may have asked so often that none comes').toContain('If none has come in an hour');
    const [, event] = (await told.store.history(told.id)).filter(({ happening }) => happening.type === 'link-reissued');
    expect(event?.by).toMatchObject({ kind: 'system', link: 'clearance-1#1' });
    await told.announce(event?.sequence ?? 0);
    expect(told.office.addresses).toEqual([step?.email]);
    expect((await told.post(await told.link('clearance'), { response: 'approve' })).statusCode).toBe(200);
  });

  it('offers one when its key has been rotated away, and says the same whether or not it was ever good', async () => {
    const old = await told.link('clearance');
    told.rotate('b');
    expect((await told.get(old)).statusCode, 'the generation before still counts').toBe(200);
    told.rotate('c');
    const dead = await told.get(old);
    expect([dead.statusCode, dead.body.includes('Email me a fresh link'), dead.body.includes('23/00001')]).toEqual([404, true, false]);
    expect((await told.post(old, { response: 'approve' })).statusCode).toBe(404);
    const said = await asking(old);
    const nobody = await asking(`${crypto.randomUUID()}_clearance-1_1.${'A'.repeat(43)}`);
    expect([said.statusCode, await reissued(), nobody.body === said.body]).toEqual([200, 1, true]);
  });

  it('can be asked about three times a day, a quarter of an hour apart, and no more from a hundred places at once', async () => {
    const link = await told.link('clearance');
    await Promise.all(Array.from({ length: 100 }, () => asking(link)));
    expect(await reissued()).toBe(1);
    later(14);
    await asking(link);
    expect(await reissued()).toBe(1);
    for (const _ of [1, 2, 3, 4]) {
      later(16);
      await asking(link);
    }
    expect(await reissued()).toBe(3);
    told.now = '2023-03-08T09:00:00.000Z';
    await asking(link);
    expect(await reissued()).toBe(4);
  });

  it('brings nothing about once it is answered, and never for an address that came back', async () => {
    const [first, second] = [await told.link('clearance', 0), await told.link('clearance', 1)];
    await told.post(first, { response: 'approve' });
    await told.does({ type: 'mark-undeliverable', stepId: 'clearance-2', words: 'No such mailbox' });
    expect([(await asking(first)).statusCode, (await asking(second)).statusCode, await reissued()]).toEqual([200, 200, 0]);
  });

  it('ends no link that counts, whoever asks: a stranger who knows of a step cannot keep its post from answering', async () => {
    const good = await told.link('clearance');
    const forged = `${told.id}_clearance-1_7.${'A'.repeat(43)}`;
    expect((await asking(forged)).statusCode).toBe(200);
    const events = await told.store.history(told.id);
    const { by, sequence } = events.find(({ happening }) => happening.type === 'link-reissued') ?? {};
    expect([by?.kind, by?.link], 'nothing that the forger wrote stands in the history').toEqual(['system', undefined]);
    await told.announce(sequence ?? 0);
    expect(
      told
        .letters('link-reissued')
        .join()
        .replace(/=\r?\n/g, ''),
    ).toContain('still works');
    expect((await told.post(good, { response: 'approve' })).statusCode).toBe(200);
  });

  it('asks whoever holds the post now, and then the link of whoever has left it counts no more', async () => {
    const old = await told.link('clearance');
    const [step] = (await told.store.load(told.id))?.steps ?? [];
    told.council = {
      ...told.council,
      posts: told.council.posts.map((post) =>
        post.id === step?.post
          ? { ...post, holders: [{ name: 'A Successor', email: 'successor@kent.example', from: '2023-03-01' }] }
          : post,
      ),
    };
    await asking(old);
    expect((await told.store.load(told.id))?.steps[0]).toMatchObject({ email: 'successor@kent.example', issue: 2 });
    expect((await told.post(old, { response: 'approve' })).statusCode).toBe(409);
  });

  it('is mailed twenty times a day about one decision, however many were asked: each stays in its history for good', async () => {
    const other = new Answering(await freshTable());
    const consultees = Array.from({ length: 10 }, (_, at) => ({ name: `Consultee ${at}`, email: `consultee${at}@elsewhere.example` }));
    await other.noticed({ consultees });
    for (let round = 0; round < 3; round += 1) {
      for (let at = 1; at <= 10; at += 1) await other.post(`${other.id}_consultation-${at}_1.${'A'.repeat(43)}`, { send: 'link' });
      other.now = new Date(Date.parse(other.now) + 16 * 60_000).toISOString();
    }
    expect((await other.types()).filter((type) => type === 'link-reissued')).toHaveLength(20);
  });

  it('is not asked about from another site, nor by what is no link', async () => {
    const link = await told.link('clearance');
    expect((await told.post(link, { send: 'link' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    for (const token of ['', 'x', '..', `${'a'.repeat(300)}.${'A'.repeat(43)}`]) expect((await asking(token)).statusCode).toBe(404);
    expect(await reissued()).toBe(0);
  });
});
