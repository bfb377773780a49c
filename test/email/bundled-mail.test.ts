import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Letter } from '../../functions/email/letter.ts';
import { type Message, mimeOf } from '../../functions/email/mime.ts';
import { renderLetter } from '../../functions/email/render-letter.tsx';
import { bundleFunctions } from '../../lib/bundles.ts';
import { kent } from '../../seeds/kent/council.ts';
import { repository } from '../lib/stacks.ts';
import { telling } from './telling.ts';

const outdir = mkdtempSync(join(tmpdir(), 'clear-days-mail-'));
afterAll(() => rmSync(outdir, { recursive: true }));
await bundleFunctions(repository, [{ name: 'mail', entry: 'email/mime.ts' }], outdir);
const bundled: { mimeOf: typeof mimeOf } = await import(pathToFileURL(join(outdir, 'mail/index.mjs')).href);

// The composer names each message and parts it by chance; everything else of the two must be the same.
const withoutChance = (mail: Buffer): string => {
  const raw = mail.toString('latin1');
  const boundaries = new Set([...raw.matchAll(/--_NmP-([0-9a-f]+)-Part_\d+/g)].map(([, chance]) => chance ?? ''));
  return [...boundaries]
    .reduce((text, chance) => text.replaceAll(chance, 'chance'), raw)
    .replace(/^Message-ID: <[0-9a-f-]+@/m, 'Message-ID: <chance@');
};
const both = async (message: Message) => {
  const [whole, own] = await Promise.all([mimeOf(message), bundled.mimeOf(message)]);
  return { whole: withoutChance(whole), own: withoutChance(own) };
};

const sent = { council: kent, publicUrl: 'https://decisions.kent.example', link: 'https://decisions.kent.example/respond/a_b_1.mac' };
const messageOf = (letter: Letter): Message => {
  const { text, html, calendar } = renderLetter(letter, sent);
  return {
    decisionId: 'a-decision',
    key: `000002-${letter.kind}`,
    kind: letter.kind,
    from: { name: kent.name, address: kent.email.from },
    replyTo: kent.email.replyTo,
    to: { name: letter.to.name, address: letter.to.email },
    subject: letter.subject,
    text,
    html,
    calendar: calendar ? { filename: '2023-03-21.ics', content: calendar } : undefined,
    host: 'decisions.kent.example',
    at: '2023-03-07T09:00:00.000Z',
  };
};

const story = telling().decided({ subject: 'Ffyrdd Caint – “Tŷ Gŵyr”, £2m & more' });
const messages = [...new Set(story.happened)].flatMap((type) => story.letters(type)).map(messageOf);

describe('An email as the deployed bundle composes it', () => {
  it('is what the whole composer makes, to the byte, for every letter of a decision, with a calendar or without', async () => {
    expect(new Set(messages.map(({ calendar }) => calendar !== undefined))).toEqual(new Set([true, false]));
    for (const message of messages) {
      const { whole, own } = await both(message);
      expect(own).toBe(whole);
      expect(own).toContain(`X-Clear-Days-Kind: ${message.kind}`);
    }
  });

  it('is likewise the same whatever people typed, whether or not they have an address, and whatever a file is called', async () => {
    const [first] = messages;
    if (!first) throw new Error('A letter is written');
    const typed = fc.string({ unit: 'binary' });
    const called = fc.option(fc.string({ unit: 'binary', minLength: 1 }), { nil: undefined });
    const addressed = fc.oneof(fc.constantFrom('a@kent.example', ''), typed);
    await fc.assert(
      fc.asyncProperty(typed, typed, addressed, typed, typed, called, async (subject, name, address, text, html, filename) => {
        const { whole, own } = await both({
          ...first,
          subject,
          to: { name, address },
          text,
          html,
          calendar: filename === undefined ? undefined : { filename, content: text },
        });
        expect(own).toBe(whole);
      }),
      { numRuns: 100 },
    );
  });
});
