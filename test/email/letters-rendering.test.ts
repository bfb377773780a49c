import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../functions/email/calendar.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { renderLetter } from '../../functions/email/render-letter.tsx';
import { kent } from '../../seeds/kent/council.ts';
import { telling } from './telling.ts';

const sent = { council: kent, publicUrl: 'https://decisions.kent.example', link: 'https://decisions.kent.example/respond/a_b_1.mac' };
const first = (letters: Letter[]): Letter => {
  const [letter] = letters;
  if (!letter) throw new Error('A letter is written');
  return letter;
};

describe('a letter as an email', () => {
  it('begins its subject with the decision’s number and keeps it to a length that inboxes show', () => {
    const { subject } = first(
      telling()
        .submitted({ subject: 'x'.repeat(300) })
        .letters('proposal-submitted'),
    );
    expect(subject).toMatch(/^23\/00001: your clearance is asked – x+…$/);
    expect(subject.length).toBeLessThan(140);
  });

  it('escapes everything that people typed', () => {
    const nasty = '<script>alert("1")</script> & =cmd|\' /C calc\'!A0';
    const { html, text } = renderLetter(first(telling().submitted({ subject: nasty }).letters('proposal-submitted')), sent);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>');
    expect(text).toContain(nasty);
  });

  it('has no image, no script and nothing that tells the council that it was opened', () => {
    const { html } = renderLetter(first(telling().decided().letters('decision-made')), sent);
    expect(html).not.toMatch(/<img|<script|<link|background-image|url\(/);
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'https://decisions.kent.example/decisions/23/00001',
    ]);
  });

  it('breaks a word that is longer than a phone is wide', () => {
    const { html } = renderLetter(first(telling().submitted().letters('proposal-submitted')), sent);
    expect(html).toMatch(/<body style="[^"]*overflow-wrap:anywhere;word-break:break-word"/);
  });

  it('reads well alone in lines of 72 columns', () => {
    for (const letter of telling()
      .noticed({ subject: 'y '.repeat(140).trim() })
      .letters('notice-published')) {
      for (const line of renderLetter(letter, sent).text.split('\n')) expect(line.length <= 74 || line.startsWith('https://')).toBe(true);
    }
  });

  it('names the day by which an answer is asked with its weekday, and offers it to the calendar', () => {
    const { text, calendar } = renderLetter(first(telling().submitted().letters('proposal-submitted')), sent);
    expect(text).toContain('By when: Tuesday 21 March 2023');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20230321');
    expect(calendar).toContain('DTEND;VALUE=DATE:20230322');
  });

  it('marks changed words by more than colour', () => {
    const letter = {
      ...first(telling().cleared().letters('proposal-cleared')),
      changes: [
        {
          part: 'Decision',
          words: [
            { kind: 'removed' as const, words: 'old' },
            { kind: 'added' as const, words: 'new' },
          ],
        },
      ],
    };
    const { html, text } = renderLetter(letter, sent);
    expect(html).toMatch(/<del style="[^"]*line-through[^"]*">old<\/del><ins style="[^"]*underline[^"]*">new<\/ins>/);
    expect(text).toContain('[removed: old][added: new]');
  });

  it('keeps to sentences that can be read at once', () => {
    const story = telling().decided();
    for (const type of new Set(story.happened)) {
      for (const { paragraphs, whatHappensNext } of story.letters(type)) {
        for (const sentence of [...paragraphs, whatHappensNext].join(' ').split(/[.?] /))
          expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(28);
      }
    }
  });
});

describe('a calendar day', () => {
  const file = calendarFile({
    date: '2023-12-31',
    title: 'Decide; at last, “now”\nor never '.repeat(6),
    uid: 'a',
    at: '2023-03-07T09:00:00.000Z',
  });

  it('ends on the next day, over the end of a year', () => {
    expect(file).toContain('DTEND;VALUE=DATE:20240101');
  });

  it('folds every line at 75 octets and cuts no character in two', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('SUMMARY:Decide\\; at last\\, “now”\\nor never ');
  });

  it('stamps the moment of the event as RFC 5545 writes it', () => {
    expect(file).toContain('DTSTAMP:20230307T090000Z');
  });
});
