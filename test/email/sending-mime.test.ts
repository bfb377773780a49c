import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeaders } from '../../bin/local/message.ts';
import { kent } from '../../seeds/kent/council.ts';
import { subscriptionMime } from '../../functions/subscription/subscription-mail.tsx';
import { composed, type Message, mimeOf, oneLine } from '../../functions/email/mime.ts';

const message: Message = {
  decisionId: 'a-decision',
  key: '000002-clearance-asked-0123456789abcdef',
  kind: 'clearance-asked',
  from: { name: 'Kent County Council', address: 'decisions@kent.example' },
  replyTo: 'democratic.services@kent.example',
  to: { name: 'Zoë O’Neill, “s151”', address: 'zoe@kent.example' },
  subject: '23/00022: Please clear',
  text: 'Dear Zoë,\n\nhttps://decisions.kent.example/respond/x.y\n',
  html: '<p>Dear Zoë</p>',
  host: 'decisions.kent.example',
  at: '2023-03-07T09:00:00.000Z',
};

const sent = async (over: Partial<Message> = {}) => {
  const raw = (await mimeOf({ ...message, ...over })).toString('latin1');
  const head = raw.split('\r\n\r\n')[0] ?? '';
  return {
    raw,
    head,
    names: head
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => line.split(':')[0] ?? ''),
    headers: readHeaders(raw),
  };
};

const long = `23/00022: ${'Révision des contrats — “café” Ŵŷ 🏛 '.repeat(20)}`;

describe('An email of a decision', () => {
  it('comes from the council by name, answers to Democratic Services and names its reader', async () => {
    const { headers } = await sent();
    expect(headers).toMatchObject({
      from: expect.stringMatching(/^"?Kent County Council"? <decisions@kent\.example>$/),
      'reply-to': 'democratic.services@kent.example',
    });
    expect(headers.to).toContain('Zoë O’Neill, “s151”');
    expect(headers.to).toContain('<zoe@kent.example>');
  });

  it('ends every line as mail systems must, since some refuse a letter in which one ends otherwise', async () => {
    const calendar = { filename: '2023-04-05.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' };
    const { raw } = await sent({ text: 'Dear Zoë,\n\nOne\nTwo\n', html: '<p>\nDear Zoë\n</p>\n', calendar });
    expect(raw.match(/(?<!\r)\n|\r(?!\n)/g)).toBeNull();
    const list = { kind: 'subscription-digest' as const, to: 'zoe@kent.example', subject: 'Decisions', paragraphs: ['One'], lines: [] };
    const mail = { ...list, stop: 'https://decisions.kent.example/subscriptions/stop/x', after: 'You asked for this.' };
    const to = { council: kent, from: 'd@kent.example', publicUrl: 'https://decisions.kent.example', at: message.at };
    expect((await subscriptionMime(mail, to)).toString('latin1').match(/(?<!\r)\n|\r(?!\n)/g)).toBeNull();
  });

  it('says that no person sent it, so that no out-of-office answers it', async () => {
    const { headers } = await sent();
    expect(headers).toMatchObject({
      'x-clear-days-kind': 'clearance-asked',
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'list-id': 'Executive decisions <decisions.decisions.kent.example>',
    });
  });

  it('is of one thread with every other of its decision', async () => {
    const { headers } = await sent();
    const other = await sent({ key: 'another', subject: 'Another' });
    expect(headers.references).toBe('<decision-a-decision@decisions.kent.example>');
    expect([headers['in-reply-to'], other.headers.references]).toEqual([headers.references, headers.references]);
    expect((await sent({ decisionId: 'b' })).headers.references).not.toBe(headers.references);
  });

  it('has words as text, words as HTML and a calendar file where it names a day', async () => {
    const plain = await sent();
    expect(plain.raw).toContain('multipart/alternative');
    expect(plain.raw).not.toContain('text/calendar');
    const dated = await sent({ calendar: { filename: '2023-04-05.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } });
    expect(dated.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/);
    expect(dated.raw).toContain('2023-04-05.ics');
  });

  it('has in it no file of the machine that sends it, and nothing that stands at an address', async () => {
    const { from, to } = message;
    await expect(composed({ from, to, text: { path: import.meta.filename } })).rejects.toThrow('File access rejected');
    await expect(composed({ from, to, html: { href: 'http://127.0.0.1:9/' } })).rejects.toThrow('Url access rejected');
  });

  it('carries the tags by which SES reports find it', async () => {
    expect((await sent()).headers['x-ses-message-tags']).toBe('decision=a-decision, email=000002-clearance-asked-0123456789abcdef');
  });
});

describe('A subject', () => {
  it('of 300 characters with accents arrives whole, in lines that every mail system takes', async () => {
    const { head, headers } = await sent({ subject: long });
    expect(headers.subject).toBe([...long].slice(0, 300).join('').trimEnd());
    expect(head.split('\r\n').every((line) => line.length <= 100 && /^[\x09\x20-\x7e]*$/.test(line))).toBe(true);
  });

  it('keeps its words apart where a line ended between them, and nothing about them', async () => {
    const { headers } = await sent({
      subject: '\tRoads\r\nand\u2028bridges\n',
      to: { name: 'Zoë\nO’Neill\r\n', address: 'zoe@kent.example' },
    });
    expect(headers.subject).toBe('Roads and bridges');
    expect(headers.to).toBe('Zoë O’Neill <zoe@kent.example>');
  });

  it('can begin no other header, whatever is in it', async () => {
    for (const over of [
      '\r\nBcc: all@evil.example',
      '\nBcc: a@evil.example',
      '\rBcc: a@evil.example',
      '\u2028Bcc: a',
      '\u0000',
      '\u0085Bcc: a',
      '=?utf-8?Q?=0D=0ABcc:_a?=',
    ]) {
      const { names, headers } = await sent({
        subject: `Road${over}`,
        to: { name: `A${over}`, address: 'a@kent.example' },
        from: { name: `B${over}`, address: 'b@kent.example' },
      });
      expect(names.map((name) => name.toLowerCase())).not.toContain('bcc');
      expect(headers.subject).not.toMatch(/[\r\n]/);
    }
  });

  it('is one line of whole characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(oneLine(any)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(oneLine(any).isWellFormed()).toBe(true);
      }),
    );
  });

  it('and names of any characters make no header that was not meant', async () => {
    const meant = (await sent()).names.map((name) => name.toLowerCase()).sort();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (any) => {
        const { names } = await sent({ subject: `x${any}`, to: { name: any, address: 'a@kent.example' } });
        expect(names.map((name) => name.toLowerCase()).sort()).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  });
});
