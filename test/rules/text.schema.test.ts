import { describe, expect, it } from 'vitest';
import { importRequest } from '../../functions/proposal/requests.schema.ts';
import { line, words } from '../../functions/rules/text.schema.ts';

const taken = (text: string) => [words().safeParse(text).success, line().safeParse(text).success];

describe('Words that people type', () => {
  it('may be of any script, with its accents, its signs and its pictures', () => {
    for (const text of ['Ysgol Gymraeg Caerdydd', '‘Škoda’ – £5m', 'منطقة', '🙂👩‍👩‍👧', 'a\tb']) expect(taken(text)).toEqual([true, true]);
    expect(taken('one\ntwo')).toEqual([true, false]);
  });

  it('hold nothing that turns the text about it round or ends a line of a header', () => {
    for (const odd of ['\u0000', '\u001b', '\u0085', '\u202e', '\u2066'])
      expect([odd.charCodeAt(0).toString(16), ...taken(`a${odd}b`)]).toEqual([odd.charCodeAt(0).toString(16), false, false]);
  });
});

it('a past decision has a number that councils give: they count from 1', () => {
  const number = (text: string) => importRequest.shape.number.safeParse(text).success;
  expect([number('19/00001'), number('19/00000'), number('19/1'), number('2019/00001')]).toEqual([true, false, false, false]);
});
