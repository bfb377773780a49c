import { describe, expect, it } from 'vitest';
import {
  agreeingChair,
  beforeViceChair,
  chairOf,
  holderOf,
  isOfScrutiny,
  makerOf,
  personIn,
  postOf,
  toldOfException,
} from '../../functions/council/directory.rules.ts';
import { kent } from '../../seeds/kent/council.ts';
import { vacant } from '../decision/stories.ts';

const children = (on: string) => holderOf(kent, 'cabinet-member-children', on);

describe('who holds a post', () => {
  it('is by the day, first and last included, with the title of that day', () => {
    expect(children('2018-12-31')).toMatchObject({
      name: 'Roger Gough',
      title: 'Cabinet Member for Children, Young People and Education Services',
    });
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

  it('is one person by name and title', () =>
    expect(makerOf(kent, { decisionMaker: 'leader' }, on)).toMatchObject({
      kind: 'individual',
      name: 'The Leader of the Council',
      members: [],
    }));

  it('is a body with its members, leaving out a seat that is empty', () => {
    expect(makerOf(kent, { decisionMaker: 'cabinet' }, on)).toMatchObject({ kind: 'body', name: 'Cabinet', members: { length: 9 } });
    expect(makerOf(vacant('leader', on), { decisionMaker: 'cabinet' }, on)?.members).toHaveLength(8);
  });

  it('is an officer where an officer decides', () =>
    expect(makerOf(kent, { decisionMaker: 'corporate-director-children' }, on)?.kind).toBe('officer'));

  it('is two by name, or one in another’s place', () => {
    expect(makerOf(kent, { decisionMaker: 'cabinet-member-finance', jointWith: 'leader' }, on)?.jointWith).toMatchObject({
      name: 'The Leader of the Council',
    });
    expect(makerOf(kent, { decisionMaker: 'leader', inThePlaceOf: 'cabinet-member-finance' }, on)?.inThePlaceOf).toBe(
      'Cabinet Member for Finance',
    );
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

  it('is the first of those who were there, before one who was not', () =>
    expect(chairOf(kent, 'cabinet', '2023-03-07', ['The Cabinet Member for Finance'])?.post).toBe('cabinet-member-finance'));

  it('is nobody for a post that is no body', () =>
    expect([chairOf(kent, 'leader', '2023-03-07'), chairOf(kent, 'nobody', '2023-03-07')]).toEqual([null, null]));
});

describe('an address in a post of scrutiny or of the council', () => {
  const on = '2023-03-07';
  const isOf = (email: string, council = kent) => isOfScrutiny(council, email, on);

  it('is that of the chair of scrutiny and of the chair of the council, in capitals or not', () =>
    expect([isOf('scrutiny-chair@kent.example'), isOf('Council-Chair@Kent.example')]).toEqual([true, true]));

  it('is not that of a member of the executive, of an officer or of somebody outside', () =>
    expect(['leader@kent.example', 's151-officer@kent.example', 'somebody@elsewhere.example'].filter((email) => isOf(email))).toEqual([]));

  it('is nobody’s once the post is empty', () => expect(isOf('scrutiny-chair@kent.example', vacant('scrutiny-chair', on))).toBe(false));
});

describe('the chair who keeps the vice-chair of the council from agreeing', () => {
  const on = '2023-03-07';
  const noScrutiny = vacant('scrutiny-chair', on);

  it('is that of scrutiny, and with none that of the council', () =>
    expect([beforeViceChair(kent, on)?.post, beforeViceChair(noScrutiny, on)?.post]).toEqual(['scrutiny-chair', 'council-chair']));

  it('is nobody where there is neither, and never the vice-chair', () =>
    expect(beforeViceChair(vacant('council-chair', on, noScrutiny), on)).toBeNull());
});

describe('who is asked in a post', () => {
  const leader = { post: 'leader', name: 'The Leader of the Council', title: 'Leader of the Council', email: 'leader@kent.example' };
  const away = { post: 'leader', from: '2023-03-06', to: '2023-03-10', cover: 'cabinet-member-finance', scheme: 'Leader’s scheme' };
  const absent = (change: Partial<typeof away> = {}) => ({
    ...kent,
    absences: [
      { ...away, post: 'clerk' },
      { ...away, ...change },
    ],
  });
  const cover = { name: 'The Cabinet Member for Finance', email: 'cabinet-member-finance@kent.example', scheme: 'Leader’s scheme' };

  it('is who holds it, and nobody while it is empty', () => {
    expect(personIn(kent, 'leader', '2023-03-07')).toEqual(leader);
    expect(personIn(vacant('leader', '2023-03-01'), 'leader', '2023-03-07')).toBeNull();
  });

  it('is covered for from the first day away to the last, and no other post’s absence counts', () => {
    const on = (day: string) => personIn(absent(), 'leader', day)?.cover;
    expect([on('2023-03-05'), on('2023-03-06'), on('2023-03-10'), on('2023-03-11')]).toEqual([undefined, cover, cover, undefined]);
    expect(personIn(absent(), 'cabinet-member-finance', '2023-03-07')).not.toHaveProperty('cover');
  });

  it('is not covered for by a post that is empty', () =>
    expect(personIn({ ...vacant('cabinet-member-finance', '2023-03-01'), absences: [away] }, 'leader', '2023-03-07')).toEqual(leader));
});

describe('who may agree that a decision is urgent', () => {
  const on = '2023-03-07';
  const without = (...posts: string[]) => posts.reduce((council, post) => vacant(post, '2023-03-01', council), kent);

  it('is the scrutiny chair, or else the chair of the council, or else its vice-chair', () => {
    expect(agreeingChair(kent, on)).toEqual({
      post: 'scrutiny-chair',
      name: 'The Chair of the Scrutiny Committee',
      title: 'Chair of the Scrutiny Committee',
      email: 'scrutiny-chair@kent.example',
    });
    expect(agreeingChair(without('scrutiny-chair'), on)?.post).toBe('council-chair');
    expect(agreeingChair(without('scrutiny-chair', 'council-chair'), on)?.post).toBe('council-vice-chair');
    expect(agreeingChair(without('scrutiny-chair', 'council-chair', 'council-vice-chair'), on)).toBeNull();
  });

  it('is the one of them who is named, and nobody else who is', () => {
    expect(agreeingChair(kent, on, 'council-vice-chair')?.post).toBe('council-vice-chair');
    expect(agreeingChair(kent, on, 'leader')).toBeNull();
    expect(agreeingChair(without('council-chair'), on, 'council-chair')).toBeNull();
  });

  it('is never a member of the executive, who may chair neither (ss 3(1A) and 5(1A) of the 1972 Act, s 9FA(3) of that of 2000)', () => {
    const email = 'Cabinet-Member-Finance@kent.example';
    const both = (...ids: string[]) => ({
      ...kent,
      posts: kent.posts.map((post) => (ids.includes(post.id) ? { ...post, holders: [{ from: '2012-01-01', name: 'Both', email }] } : post)),
    });
    expect(agreeingChair(both('scrutiny-chair'), on)?.post).toBe('council-chair');
    expect(agreeingChair(both('council-chair'), on, 'council-chair')).toBeNull();
    expect(agreeingChair(both('scrutiny-chair', 'council-chair', 'council-vice-chair'), on)).toBeNull();
  });
});

describe('who is given notice of a general exception', () => {
  const on = '2023-03-07';
  const members = [
    { name: 'A Member', email: 'a.member@kent.example' },
    { name: 'B Member', email: 'b.member@kent.example' },
  ];
  const unchaired = {
    ...vacant('scrutiny-chair', '2023-03-01'),
    committees: [
      { name: 'Another Committee', members },
      { name: 'Scrutiny Committee', chair: 'scrutiny-chair', members },
    ],
  };

  it('is the scrutiny chair', () =>
    expect(toldOfException(kent, on)).toEqual([
      {
        post: 'scrutiny-chair',
        name: 'The Chair of the Scrutiny Committee',
        title: 'Chair of the Scrutiny Committee',
        email: 'scrutiny-chair@kent.example',
      },
    ]));

  it('is each member of that committee while it has no chair, and nobody where none is named', () => {
    expect(toldOfException(unchaired, on)).toEqual(
      members.map((member) => ({ ...member, post: null, title: 'Member of the Scrutiny Committee' })),
    );
    expect(toldOfException({ ...unchaired, committees: [{ name: 'Scrutiny Committee', chair: 'scrutiny-chair' }] }, on)).toEqual([]);
  });
});
