import { describe, expect, it } from 'vitest';
import { withoutBlankRows } from '../../functions/desk/form/rows.ts';
import { asked, deskOver } from './desks.ts';

const forged = (lists: number, fields: number): URLSearchParams => {
  const form = new URLSearchParams();
  for (let at = 0; at < lists; at += 1) form.append(`a${at}.rows`, '500');
  for (let at = 0; at < fields; at += 1) form.append(`a0.${at}.words`, 'x');
  return form;
};

describe('A form that no page of ours drew', () => {
  it('is read in the time that its length takes, however many lists of however many rows it claims to have', () => {
    for (const form of [forged(500, 5000), forged(20_000, 5000)]) {
      const begun = performance.now();
      withoutBlankRows(form);
      expect(performance.now() - begun).toBeLessThan(5000);
    }
  });

  it('loses its blank rows, wherever they stand, and nothing of the others', () => {
    const form = new URLSearchParams('l.rows=5&l.0.a=&l.1.a=one&l.1.b.rows=2&l.1.b.0=&l.1.b.1=two&l.3.a=+&l.4.a=three&l.note=kept');
    expect([...withoutBlankRows(form)]).toEqual([
      ['l.rows', '2'],
      ['l.0.a', 'one'],
      ['l.0.b.rows', '1'],
      ['l.0.b.0', 'two'],
      ['l.1.a', 'three'],
      ['l.note', 'kept'],
    ]);
  });

  it('from somebody not signed in is given back to be sent again in no more than Lambda can answer, or not at all', async () => {
    const most = 6 * 1024 * 1024;
    const post = async (typed: string) => {
      const event = { ...asked('POST /desk/proposals/new'), body: Buffer.from(typed).toString('base64') };
      const { statusCode, body } = await deskOver({}).answer(event);
      return [statusCode, Buffer.byteLength(JSON.stringify(body)) <= most];
    };
    expect(await post('a&'.repeat(390_000))).toEqual([413, true]);
    expect(await post('a&'.repeat(15_000))).toEqual([401, true]);
    expect(await post(`a=${'"'.repeat(780_000)}`)).toEqual([401, true]);
  });
});
