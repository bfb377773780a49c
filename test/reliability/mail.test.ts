import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../functions/rules/local-date.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from './answering.ts';

let told: Answering;
const raw = (kind: string) => told.letters(kind)[0] ?? '';
const header = (mime: string, name: string) =>
  new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im')
    .exec(mime)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ')
    .trim();
const part = (mime: string, type: string) => {
  const [, head = '', body = ''] = new RegExp(`(Content-Type: ${type}[\\s\\S]*?)\\r\\n\\r\\n([\\s\\S]*?)\\r\\n--`).exec(mime) ?? [];
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
};

beforeAll(async () => {
  told = new Answering(await freshTable());
  await told.awaiting();
  await told.announceAll();
});

describe('Every email as it leaves', () => {
  it('says that a machine sent it, so that no absence note answers it', () => {
    const all = told.office.sent.map((outgoing) => Buffer.from(outgoing.raw).toString());
    expect(all.length).toBeGreaterThan(8);
    for (const mime of all)
      expect([header(mime, 'Auto-Submitted'), header(mime, 'X-Auto-Response-Suppress')]).toEqual(['auto-generated', 'All']);
  });

  it('is in the one thread of its decision', () => {
    const threads = new Set(told.office.sent.map((outgoing) => header(Buffer.from(outgoing.raw).toString(), 'References')));
    expect([...threads]).toEqual([`<decision-${told.id}@decisions.kent.example>`]);
  });

  it('that asks for an answer by a day brings that day as a calendar file (RFC 5545)', async () => {
    const due = (await told.store.load(told.id))?.steps.find(({ id }) => id === 'determination-1')?.dueOn ?? '';
    const compact = (date: string) => date.replaceAll('-', '');
    const file = part(raw('determination-asked'), 'text/calendar');
    const lines = file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '');
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(lines.filter((line) => /^(DTSTART|DTEND)/.test(line))).toEqual([
      `DTSTART;VALUE=DATE:${compact(due)}`,
      `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    ]);
    expect(lines.find((line) => line.startsWith('SUMMARY'))).toMatch(/23\/00001/);
    expect(lines.find((line) => line.startsWith('UID'))).toContain(told.id);
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('fetches nothing when it is opened: no picture, no style sheet, no script', () => {
    for (const { raw: mime } of told.office.sent)
      expect(part(Buffer.from(mime).toString(), 'text/html')).not.toMatch(/<img|<script|<link|url\(|@import/i);
  });
});
