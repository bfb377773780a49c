import { describe, expect, it } from 'vitest';
import { chairOf, holderOf, makerOf, postOf } from '../../functions/council/directory.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { vacant } from '../decision/stories.ts';

const children = (on: string) => holderOf(kent, 'cabinet-member-children', on);

describe('who holds a post', () => {
  it('is by the day, first and last included, with the title of that day', () => {
    expect(children('2018-12-31')).toMatchObject({ name: 'Roger Gough', title: 'Cabinet Member for Children, Young People and Education Services' });
    expect(children('2019-01-01')).toMatchObject({ name: 'Roger Gough', title: 'Cabinet Member for Children, Young People and Education' });
    expect(children('2019-11-01')?.name).not.toBe('Roger Gough');
    expect(children('2020-12-31')).toMatchObject({ name: 'Sue Chandler', title: 'Cabinet Member for Children’s Integrated Services' });
  });

  it('is nobody before the directory begins, while the post is empty, or where there is no such post', () => {
    expect(children('2011-12-31')).toBeNull();
    expect(holderOf(vacant('leader', '2023-03-01'), 'leader', '2023-02-28')?.name).toBe('The Leader of the Council');
    expect(holderOf(vacant('leader', '2023-03-01'), 'leader', '2023-03-01')).toBeNull();
    expect([postOf(kent, 'nobody'), holderOf(kent, 'nobody', '2023-03-01')]).toEqual([null, null]);
  });
});

describe('the decision maker as the notice names them', () => {
  const on = '2023-03-07';

  it('is one person by name and title', () => expect(makerOf(kent, { decisionMaker: 'leader' }, on)).toMatchObject({ kind: 'individual', name: 'The Leader of the Council', members: [] }));

  it('is a body with its members, leaving out a seat that is empty', () => {
    expect(makerOf(kent, { decisionMaker: 'cabinet' }, on)).toMatchObject({ kind: 'body', name: 'Cabinet', members: { length: 9 } });
    expect(makerOf(vacant('leader', on), { decisionMaker: 'cabinet' }, on)?.members).toHaveLength(8);
  });

  it('is an officer where an officer decides', () => expect(makerOf(kent, { decisionMaker: 'corporate-director-children' }, on)?.kind).toBe('officer'));

  it('is two by name, or one in another’s place', () => {
    expect(makerOf(kent, { decisionMaker: 'cabinet-member-finance', jointWith: 'leader' }, on)?.jointWith).toMatchObject({ name: 'The Leader of the Council' });
    expect(makerOf(kent, { decisionMaker: 'leader', inThePlaceOf: 'cabinet-member-finance' }, on)?.inThePlaceOf).toBe('Cabinet Member for Finance');
  });

  it('is nobody while the post is empty or not named', () => {
    expect(makerOf(vacant('leader', on), { decisionMaker: 'leader' }, on)).toBeNull();
    expect(makerOf(kent, {}, on)).toBeNull();
  });
});

describe('who signs for a body', () => {
  it('is the first of its members in post', () => {
    expect(chairOf(kent, 'cabinet', '2023-03-07')?.post).toBe('leader');
    expect(chairOf(vacant('leader', '2023-03-01'), 'cabinet', '2023-03-07')?.post).toBe('cabinet-member-finance');
  });

  it('is nobody for a post that is no body', () => expect(chairOf(kent, 'leader', '2023-03-07')).toBeNull());
});
