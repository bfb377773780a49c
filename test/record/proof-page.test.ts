import { describe, expect, it } from 'vitest';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { kent } from '../../seeds/kent/council.ts';
import { clerk } from '../decision/story.ts';
import { safer, Told } from './told.ts';

const texts = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const pageOf = (story: Told, today?: string): string => texts(recordPage(story.published, kent, today));

describe('a record signed on paper', () => {
  const story = new Told().awaiting().on('2023-04-06');
  for (const step of story.open('determination'))
    story.does({
      type: 'determine',
      response: 'approve',
      interest: { interest: 'none' },
      ...step,
      words: '',
      signedOn: '2023-04-05',
      by: { ...clerk, override: 'Signed on paper at the meeting; the councillor has no email today.' },
    });

  it('says so, with the clerk’s own words', () =>
    expect(pageOf(story)).toContain('Signed on paper; entered by the clerk. The clerk’s words: Signed on paper at the meeting'));
  it('is dated the day on which it was signed', () =>
    expect(story.published.determination).toMatchObject({ decidedOn: '2023-04-05', recordedByClerk: true, onPaper: true }));
});

describe('how the dates were counted', () => {
  it('is on the record day by day, with the gates and the calendar', () => {
    const page = pageOf(new Told().effective());
    expect(page).toContain('How the dates were counted');
    expect(page).toContain('Tuesday 4 April 2023 28 Clear day 28');
    expect(page).toContain('The earliest lawful day was 5 April 2023. The decision was taken on 5 April 2023.');
  });

  it('holds no figure where the figures are kept back', () => {
    const published = new Told().decided(
      safer({
        publicAccess: {
          kind: 'part-exempt',
          sections: ['financialImplications'],
          paragraphs: [3],
          publicInterest: 'It would harm the bidding.',
        },
      }),
    ).published;
    expect(published.lawfulness).toMatchObject({ statement: null, decidedOn: '2023-04-05' });
    expect(JSON.stringify(published)).not.toContain('1,600,000');
  });
});

it('a decision taken elsewhere names whom it consulted, and says that no answer is recorded', () => {
  const story = new Told('2026-11-01T09:00:00Z');
  story.does({
    type: 'import-decision',
    content: safer(),
    submittedBy: { sub: 'clerk', name: 'A Clerk', email: 'clerk@kent.example' },
    number: '18/00015',
    noticePublishedOn: '2018-03-23',
    decidedOn: '2018-04-20',
    keyStatus: 'key',
    interest: 'None',
    by: clerk,
  });
  expect(pageOf(story)).toContain('District and borough councils in Kent Consulted; no answer is recorded');
});

it('the lead director is the one who held the post when the notice went up', () =>
  expect(pageOf(new Told().noticed())).toContain('Lead director: Richard Smith, Corporate Director Adult Social Care and Health'));
