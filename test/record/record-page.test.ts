import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { plymouth20230710 } from '../../seeds/decisions/plymouth-2023-07-10.ts';
import { kent } from '../../seeds/kent/council.ts';
import { plymouth } from '../../seeds/plymouth/council.ts';
import { clerk } from '../decision/story.ts';
import { safer, Told } from './told.ts';

const htmlOf = (story: Told): string => recordPage(story.published, story.council);
const headings = (html: string): string[] =>
  [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(([, level, words]) => `${level} ${words?.replace(/<[^>]+>/g, '')}`);
const texts = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('the notice', () => {
  const html = htmlOf(new Told().noticed());

  it('labels each of the particulars that regulation 9 asks for, in its order', () => {
    expect([...html.matchAll(/<dt[^>]*>(\([a-h]\) [^<]+)</g)].map(([, label]) => label)).toEqual([
      '(a) Key decision',
      '(b) What it is about',
      '(c) Who will decide',
      '(d) When',
      '(e) Documents for the decision maker',
      '(f) Where to get copies',
      '(g) Other documents',
      '(h) How to ask for documents',
    ]);
  });

  it('says from which day the decision can be taken', () => expect(texts(html)).toContain('On or after Wednesday 5 April 2023'));
  it('says nothing of interests or call-in, which come with the decision', () =>
    expect(texts(html)).not.toMatch(/interest declared|Call-in closes/));
});

describe('the record of decision', () => {
  const html = htmlOf(new Told().effective());

  it('has its parts in the order of the council’s own records', () => {
    expect(headings(html)).toEqual([
      `1 ${safer().subject}`,
      '2 Decision',
      '2 Reasons for the decision',
      '2 Background',
      '2 Financial implications',
      '3 Where the money comes from',
      '2 Contracts',
      '2 Legal implications',
      '2 Equality implications',
      '2 Data protection implications',
      '2 Cabinet Committee recommendations and other consultation',
      '2 Alternatives considered and rejected',
      '2 Any interest declared when the decision was taken and any dispensation granted',
      '2 Dates',
      '2 Call-in',
      '2 Documents',
      '2 Contact',
      '2 Check this page',
    ]);
  });

  it('adds the money up, extension options included', () => {
    expect(texts(html)).toContain('Total over all years £1,600,000');
    expect(texts(html)).toContain('The most that it can cost: £1,600,000');
  });

  it('gives every table a caption, and a scope to every heading in it', () => {
    const tables = html.match(/<table.*?<\/table>/gs) ?? [];
    expect(tables).toHaveLength(5);
    for (const table of tables) {
      expect(table).toMatch(/^<table[^>]*><caption[^>]*>[^<]+<\/caption>/);
      for (const [heading] of table.matchAll(/<th [^>]*>/g)) expect(heading).toMatch(/scope="(col|row)"/);
    }
  });

  it('runs no script and sets no style of its own', () =>
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|style=|onclick/));
});

describe('real decisions are printed whole', () => {
  const told = (at: string, number: string, content: Proposal) => {
    const story = new Told(at);
    story.number = number;
    return story.noticed(content);
  };

  it('Kent 19/00073: the range, the growth without limit, and the words a committee added', () => {
    const story = told('2019-09-09T09:00:00Z', '19/00073', kent1900073.proposal);
    const outcome = kent1900073.history.find((act) => act.act === 'record-committee-outcome');
    if (outcome?.act !== 'record-committee-outcome') throw new Error('The seed has no committee');
    story.on('2019-10-01').does({
      type: 'record-committee-outcome',
      committee: outcome.committee,
      date: outcome.date,
      outcome: outcome.outcome,
      words: outcome.words,
      proposedDecision: outcome.proposedDecision,
      by: clerk,
    });
    const html = htmlOf(story.decided());
    expect(texts(html)).toContain('£1,500,000 to £2,000,000');
    expect(texts(html)).toContain(
      'The cost could grow by £500,000 to £700,000 for each ten new families resettled after April 2020, each for up to 5 years. There is no upper limit.',
    );
    expect(html).toMatch(/<ins><span class="govuk-visually-hidden">\[Added: <\/span>[^<]*in consultation with the Cabinet Member/);
    expect(html).toContain('Added words are <ins>underlined</ins>');
    expect(texts(html)).toContain('Roger Gough, Cabinet Member for Children, Young People and Education');
  });

  it('Kent 20/00017: the providers, to the penny', () => {
    const text = texts(htmlOf(told('2020-04-29T09:00:00Z', '20/00017', kent2000017.proposal).effective()));
    for (const fact of [
      '£325,484.88',
      '£498,410.40',
      '£1,924,295.28',
      'Porchlight',
      'Project Salus',
      '29 May 2020',
      'Bring in-house',
      'Let lapse',
    ])
      expect(text).toContain(fact);
  });

  it('Plymouth: a body, its members, its meeting, and a resolution with a condition', () => {
    const story = new Told('2023-06-09T09:00:00Z', plymouth).noticed(plymouth20230710.proposal).awaiting();
    const present = plymouth.posts.filter(({ kind }) => kind === 'executive-member').map(({ holders }) => holders.at(-1)?.name ?? '');
    story
      .meets({
        date: story.now.slice(0, 10),
        present,
        points: ['The city was proud of it.'],
        conditions: [{ resolution: 2, words: 'Only where not held already.' }],
      })
      .decided();
    const text = texts(htmlOf(story));
    expect(text).toContain('Cabinet agreed to:');
    expect(text).toContain('Meeting of 10 July 2023');
    expect(text).toContain('Condition: Only where not held already.');
    expect(text).toContain('Electoral wards affected All wards');
    expect(text).not.toContain('£0');
    expect(text).toContain('Alternatives considered and rejected None recorded');
  });
});

describe('what people wrote is shown as text', () => {
  const nasty = '<script>alert(1)</script> & "quoted" =HYPERLINK("http://x")';
  const html = htmlOf(
    new Told().noticed(
      safer({ subject: nasty, background: nasty, documents: [{ title: nasty, access: 'open', url: 'https://kent.example/?a=1&b="2"' }] }),
    ),
  );

  it('never as markup', () => {
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script>alert(1)&lt;/script> &amp; &quot;quoted&quot; =HYPERLINK(&quot;http://x&quot;)</h1>');
    expect(html).not.toMatch(/href="[^"]*"2"/);
  });

  it('and a subject of 300 characters is shown whole', () => {
    const subject = 'Long'.repeat(75);
    expect(htmlOf(new Told().noticed(safer({ subject })))).toContain(`>${subject}</h1>`);
  });
});

it('is shown for a growth that only a typing mistake reaches, held at the figure that the total is held at', () => {
  const growth = { per: 'family', amountPence: 1_000_000_000_000, maximumUnits: 1_000_000 };
  const financialImplications = { ...safer().financialImplications, growth };
  expect(texts(htmlOf(new Told().noticed(safer({ financialImplications }))))).toContain(
    'At most 1,000,000 of these, £90,071,992,547,409.91 in all.',
  );
});

it('says why a part is not published, under that part’s own heading', () => {
  const html = htmlOf(
    new Told().noticed(
      safer({ publicAccess: { kind: 'part-exempt', paragraphs: [3], sections: ['contracts'], publicInterest: 'Bids are still open.' } }),
    ),
  );
  expect(html).toMatch(/Contracts<\/h2><div class="govuk-inset-text">Not published: paragraph 3 [^<]+Bids are still open\./);
});

it('says once, and not under every heading, that all of it is exempt', () => {
  const html = htmlOf(
    new Told().noticed(safer({ publicAccess: { kind: 'fully-exempt', paragraphs: [3], publicInterest: 'Bids are still open.' } })),
  );
  expect(html.match(/Bids are still open\./g)).toHaveLength(1);
});

it('uses the council’s own name', () => expect(htmlOf(new Told().noticed())).toContain(`<a href="/">${kent.name}</a>`));
