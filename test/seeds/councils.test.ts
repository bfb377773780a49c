import { describe, expect, it } from 'vitest';
import { councilSchema } from '../../functions/council/council.schema.ts';
import type { Council, Post } from '../../functions/council/council.schema.ts';
import { councils, samples } from '../../seeds/councils/index.ts';
import { lancaster } from '../../seeds/councils/lancaster.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { contactsIn } from './strings-in.ts';

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

const breaks = ({ id, holders }: Post) => {
  const faults = holders.slice(1).flatMap((next, index) => {
    const last = holders[index]?.to;
    return last !== undefined && next.from === dayAfter(last) ? [] : [`${id} from ${next.from}`];
  });
  return [
    ...faults,
    ...(holders[0]?.from === '2012-01-01' ? [] : [`${id} starts late`]),
    ...(holders.at(-1)?.to === undefined ? [] : [`${id} ends`]),
  ];
};

const referredTo = (council: Council) => [
  ...council.posts.flatMap((post) => [...(post.members ?? []), ...(post.delegate ? [post.delegate] : [])]),
  ...council.committees.flatMap((committee) => committee.chair ?? []),
  ...council.clearanceRoutes.flatMap((route) => route.posts.filter((post) => post !== 'lead-director')),
];

it.each(councils.map((council) => ({ council, name: council.name })))('$name is a council by the schema', ({ council }) => {
  expect(councilSchema.safeParse(council).error?.issues ?? []).toEqual([]);
});

describe.each(samples.map((council) => ({ council, name: council.name })))('$name', ({ council }) => {
  it('writes to addresses in .example only', () => {
    const { emails } = contactsIn(council);
    expect(emails.length).toBeGreaterThan(10);
    expect(emails.filter((email) => !email.endsWith('.example'))).toEqual([]);
  });

  it('has no telephone number but those kept for fiction', () => {
    expect(contactsIn(council).phones.filter((phone) => !/^01632 ?96\d{4}$/.test(phone))).toEqual([]);
  });

  it('refers only to posts that it has', () => {
    const ids = new Set(council.posts.map((post) => post.id));
    expect(referredTo(council).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('names each post and each area once', () => {
    for (const names of [council.posts.map((post) => post.id), council.divisions.map((division) => division.name)]) {
      expect(names.length).toBe(new Set(names).size);
    }
  });

  it('has a holder of every post on every day from 2012 on', () => {
    expect(council.posts.flatMap(breaks)).toEqual([]);
  });

  it('writes to a post, whoever holds it', () => {
    const strays = council.posts.flatMap((post) => post.holders.filter((holder) => holder.email !== `${post.id}@${council.id}.example`));
    expect(strays).toEqual([]);
  });

  it('has every post that the regulations and the process turn to', () => {
    for (const id of [
      'leader',
      's151-officer',
      'monitoring-officer',
      'head-of-paid-service',
      'clerk',
      'scrutiny-chair',
      'council-chair',
      'council-vice-chair',
      'cabinet',
    ]) {
      expect(council.posts.map((post) => post.id)).toContain(id);
    }
  });
});

describe('Kent County Council', () => {
  const seats = kent.divisions.map((division) => division.members.length);

  it('has 72 divisions and 81 members, nine of the divisions with two', () => {
    expect(seats.length).toBe(72);
    expect(seats.reduce((sum, each) => sum + each, 0)).toBe(81);
    expect(seats.filter((each) => each === 2).length).toBe(9);
  });

  it('gives each member an address of their own', () => {
    const emails = kent.divisions.flatMap((division) => division.members.map((member) => member.email));
    expect(new Set(emails).size).toBe(81);
    expect(emails).toContain('member.ashford-central@kent.example');
    expect(emails).toContain('member.cheriton-sandgate-hythe-east@kent.example');
    expect(emails).toContain('member.dover-town-2@kent.example');
  });

  it('names the children’s portfolio as it was called on the day', () => {
    const holders = kent.posts.find((post) => post.id === 'cabinet-member-children')?.holders ?? [];
    const on = (date: string) => holders.find((holder) => holder.from <= date && (holder.to === undefined || date <= holder.to));
    expect(on('2017-11-22')).toMatchObject({
      name: 'Roger Gough',
      title: 'Cabinet Member for Children, Young People and Education Services',
    });
    expect(on('2019-10-16')).toMatchObject({ name: 'Roger Gough', title: 'Cabinet Member for Children, Young People and Education' });
    expect(on('2020-05-29')).toMatchObject({ name: 'Sue Chandler', title: 'Cabinet Member for Children’s Integrated Services' });
  });

  it('has an executive of ten at most', () => {
    expect(kent.posts.find((post) => post.id === 'cabinet')?.members?.length).toBeLessThanOrEqual(10);
  });
});

describe('Plymouth City Council', () => {
  it('has 20 wards and 57 members', () => {
    expect(plymouth.divisions.length).toBe(20);
    expect(plymouth.divisions.flatMap((ward) => ward.members).length).toBe(57);
  });
});

describe('Lancaster City Council', () => {
  it('raised its figure from £50,000 to £250,000 on a date', () => {
    expect(lancaster.keyRules.map((rule) => [rule.from, rule.money[0]?.amountPence])).toEqual([
      ['2012-01-01', 5_000_000],
      ['2020-01-01', 25_000_000],
    ]);
  });
});
