import { describe, expect, it } from 'vitest';
import {
  addressesMayGo,
  digestMayGo,
  draftMayGo,
  outsideAddresses,
  papersMayGo,
  recordMayGo,
} from '../../functions/keeping/retention.rules.ts';
import type { Decision, In } from '../../functions/decision/decision.ts';
import { kent1700102 } from '../../seeds/decisions/kent-17-00102.ts';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { declined } from '../decision/stories.ts';
import { aProposal } from '../email/proposal.ts';
import { toldUntil } from '../seeds/remembered.ts';

const effective = (await toldUntil(kent1900073, '2026-11-21T09:00:00Z')) as In<'effective'>;
const waits = await toldUntil(kent1700102, '2026-11-21T09:00:00Z');
const on = (decidedOn: string, at: string, over: Partial<In<'effective'>> = {}): Decision => ({
  ...effective,
  updatedAt: at,
  determination: { ...effective.determination, decidedOn },
  ...over,
});

describe('The record of a decision (reg 21(6) of SI 2012/2089)', () => {
  it('is kept six years from the day on which anything last happened to it, that day included', () => {
    expect(recordMayGo(on('2019-10-03', '2019-10-14T05:00:00Z'), [])).toMatchObject({
      from: '2025-10-14',
      rule: 'record-six-years',
      source: 'Reg 21(6) of SI 2012/2089',
      words: 'Six years have passed since the decision and since anything happened to it.',
    });
  });

  it('made on 29 February is kept until 28 February, that day included', () => {
    expect(recordMayGo(on('2020-02-29', '2020-02-29T12:00:00Z'), [])?.from).toBe('2026-03-01');
  });

  it('counts its days in London, where an evening in summer is a day further than in UTC', () => {
    expect(recordMayGo(on('2019-06-30', '2019-06-30T23:30:00Z'), [])?.from).toBe('2025-07-01');
  });

  it('is kept until nobody can sue any more on the last contract that hangs on it', () => {
    expect(recordMayGo(on('2019-10-03', '2019-10-14T05:00:00Z'), ['2033-04-01', '2036-04-01'])).toMatchObject({
      from: '2036-04-01',
      words: expect.stringContaining('nobody can sue any more'),
    });
  });

  it('stays while a contract runs, and while it is still to be decided', () => {
    expect(recordMayGo(on('2001-10-03', '2001-10-14T05:00:00Z'), [null, '2004-01-01'])).toBeNull();
    expect(recordMayGo(waits, [])).toBeNull();
  });

  it('that was withdrawn is kept as long, by the council’s own rule', () => {
    const withdrawn = {
      ...effective,
      status: 'withdrawn',
      updatedAt: '2019-01-31T12:00:00Z',
      withdrawn: { by: 'clerk', at: '2019-01-31T12:00:00Z', words: '' },
    } as unknown as Decision;
    expect(recordMayGo(withdrawn, [])).toMatchObject({
      from: '2025-01-31',
      source: 'Council retention schedule',
      words: 'Six years have passed since it came to nothing.',
    });
  });

  it('that the decision maker declined is kept six years from the day on which it was', () => {
    expect(recordMayGo(declined().decision as Decision, [])).toMatchObject({
      from: '2029-04-05',
      source: 'Council retention schedule',
      words: 'Six years have passed since it came to nothing.',
    });
  });
});

describe('The background papers of a decision (reg 21(7) of SI 2012/2089)', () => {
  const paper = { title: 'The survey', url: 'https://kent.example/survey.pdf', access: 'open', kind: 'background-paper' } as const;
  const withPapers = on('2019-10-03', '2019-10-14T05:00:00Z', {
    content: {
      ...effective.content,
      documents: [paper, { ...paper, title: 'The report', kind: 'report' }, { ...paper, title: 'A letter on file', url: undefined }],
    },
  });

  it('are kept four years from the decision; the report, and a paper that lies nowhere, are none of them', () => {
    expect(papersMayGo(withPapers)).toMatchObject([
      { from: '2023-10-03', title: 'The survey', rule: 'papers-four-years', source: 'Reg 21(7) of SI 2012/2089' },
    ]);
  });

  it('stay while nothing is decided', () => {
    expect(papersMayGo({ ...waits, content: { ...waits.content, documents: [paper] } } as Decision)).toEqual([]);
  });
});

describe('The address of somebody outside the council', () => {
  it('may go three months after the decision took effect (CPR 54.5), and not before', () => {
    expect(addressesMayGo(on('2019-10-03', '2019-11-30T05:00:00Z'))?.from).toBe('2020-03-01');
    expect(addressesMayGo(waits)).toBeNull();
  });

  const asked = (email: string, external: boolean) => ({ ...(waits.steps[0] as Decision['steps'][number]), email, external });

  it('is that of whoever was asked or is named as a consultee, not said to be from within, once, in small letters; no post’s and no officer’s', () => {
    const content = aProposal({
      consultees: [
        'director-finance',
        { name: 'Community Safety', email: 'community-safety@kent.example', external: false },
        { name: 'Refuge for All', email: 'hello@refuge.example', external: true },
        { name: 'A Charity', email: 'office@charity.example' },
      ],
    });
    const steps = [
      asked(' Hello@Refuge.example ', true),
      asked('clerk@parish.example', true),
      asked('director-finance@kent.example', false),
    ];
    expect(outsideAddresses({ ...waits, content, steps })).toEqual([
      'hello@refuge.example',
      'clerk@parish.example',
      'office@charity.example',
    ]);
  });

  it('is none where nobody is to be consulted', () => {
    expect(outsideAddresses({ ...waits, content: { ...waits.content, consultees: undefined }, steps: [] } as Decision)).toEqual([]);
  });
});

describe('A draft that nobody submitted (the council’s own rule; UK GDPR Art 5(1)(e))', () => {
  const draft = {
    ...waits,
    status: 'draft',
    number: null,
    notice: null,
    returned: null,
    updatedAt: '2024-02-29T12:00:00Z',
  } as unknown as Decision;

  it('may go two years after anybody last touched it, and not a day before', () => {
    expect(draftMayGo(draft, false)).toMatchObject({
      from: '2026-03-01',
      rule: 'draft-two-years',
      source: 'UK GDPR Art 5(1)(e); council retention schedule',
    });
  });

  it('that was withdrawn before it was submitted is one too', () => {
    expect(
      draftMayGo({ ...draft, status: 'withdrawn', withdrawn: { by: 'officer', at: draft.updatedAt, words: '' } } as Decision, false)?.from,
    ).toBe('2026-03-01');
  });

  it('stays while the contract that it was begun for awaits a decision', () => {
    expect(draftMayGo(draft, true)).toBeNull();
  });

  it('is none once it was submitted: returned to draft, it has a number and stays until it is withdrawn', () => {
    expect(draftMayGo({ ...draft, number: '24/00001' } as Decision, false)).toBeNull();
    expect(recordMayGo({ ...draft, number: '24/00001' } as Decision, [])).toBeNull();
  });
});

describe('The alerts of a day', () => {
  it('may go two years after it, with the emails that told them', () => {
    expect(digestMayGo('2024-11-21')).toMatchObject({ from: '2026-11-21', rule: 'alerts-two-years' });
  });
});
