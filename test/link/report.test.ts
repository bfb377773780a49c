import { describe, expect, it } from 'vitest';
import { exemptSection, type Proposal } from '../../functions/proposal/proposal.schema.ts';
import { clerk, somebody } from '../decision/story.ts';
import { telling } from '../email/telling.ts';
import { Pages } from './asking.ts';

const exempt: Partial<Proposal> = {
  background: 'ZEBRA background',
  legalImplications: 'ZEBRA law',
  documents: [
    { title: 'The report', url: 'https://files.example/report', access: 'open' },
    { title: 'Exempt appendix', url: 'https://files.example/zebra', access: 'exempt', paragraph: 3 },
  ],
  publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'A negotiation is going on', sections: exemptSection.options },
};

const bodyOf = async (pages: Pages, at: number, stage: 'clearance' | 'consultation' | 'determination') => {
  const step = pages.story.decision?.steps.filter((one) => one.stage === stage && one.state === 'open')[at];
  return (await pages.get(`${step?.id}~${step?.issue}`)).body;
};

describe('the report behind a link', () => {
  it('is whole for those who clear it, before any notice', async () => {
    const body = await bodyOf(new Pages(telling().submitted(exempt)), 0, 'clearance');
    for (const words of [
      'ZEBRA background',
      'ZEBRA law',
      '£1,600,000',
      'Do nothing',
      'https://files.example/zebra',
      'Statutory duty',
      'Community Safety, Refuge for All',
    ])
      expect(body).toContain(words);
  });

  it('is as the public sees it for a consultee outside the council, and whole for one inside', async () => {
    const consultees = ['head-of-paid-service', { name: 'Refuge for All', email: 'hello@refuge.example', external: true }];
    const pages = new Pages(telling().noticed({ ...exempt, consultees }));
    const outside = await bodyOf(pages, 1, 'consultation');
    expect(outside).not.toContain('ZEBRA');
    expect(outside).not.toContain('1,600,000');
    expect(outside).not.toContain('files.example/zebra');
    expect(outside).toContain('Exempt appendix');
    expect(outside).toContain('A negotiation is going on');
    expect(outside).toContain('https://files.example/report');
    expect(await bodyOf(pages, 0, 'consultation')).toContain('ZEBRA background');
  });

  it('says so where nothing at all may be shown outside', async () => {
    const pages = new Pages(
      telling().noticed({
        ...exempt,
        publicAccess: { kind: 'fully-exempt', paragraphs: [3], publicInterest: 'A negotiation is going on' },
      }),
    );
    const body = await bodyOf(pages, 1, 'consultation');
    expect(body).not.toContain('Approve the procurement');
    expect(body).toContain('A negotiation is going on');
  });

  it('shows the decision maker what a committee changed, word by word, and what was answered', async () => {
    const story = telling().noticed();
    const [safety] = story.open('consultation');
    if (!safety) throw new Error('Somebody is consulted');
    story.does({ type: 'answer-consultation', by: somebody, response: 'object', ...safety, words: 'It leaves rural homes out' });
    story.does({
      type: 'record-committee-outcome',
      by: clerk,
      committee: 'Adult Social Care Cabinet Committee',
      date: '2023-03-07',
      outcome: 'amended',
      words: 'As amended',
      proposedDecision: [
        'Approve the procurement of the property security service',
        'Delegate the actions needed to the Corporate Director, in consultation with the Cabinet Member',
      ],
    });
    const body = await bodyOf(new Pages(story.on('2023-04-05').does({ type: 'run-daily-check' })), 0, 'determination');
    expect(body).toMatch(/<ins>.*in consultation with the Cabinet Member.*<\/ins>/s);
    expect(body).toContain('It leaves rural homes out');
    expect(body).toContain('Did not answer');
  });
});
