import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from '../../functions/decision/fingerprint.ts';
import { isFingerprinted } from '../../functions/link/entitled.ts';
import { type ExemptSection, exemptSection, type Proposal, proposalSchema } from '../../functions/proposal/proposal.schema.ts';
import { publicationSchema } from '../../functions/record/publication/publication.schema.ts';
import { recordPage } from '../../functions/record/page/record.page.tsx';
import { registerEntry } from '../../functions/register/register-entry.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, somebody } from '../decision/story.ts';
import { safer, Told } from './told.ts';

const marked = (section: ExemptSection | 'exemptDocument' | 'clearer' | 'privateAddress' | 'clerkNote') =>
  `marker-${section.toLowerCase()}-end`;

const money = { line: 1_234_567_89, option: 8_765_432_10, saving: 2_345_678_91 };
const inAnyForm = (pence: number) => [String(pence), (pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })];

const everything = (publicAccess: Proposal['publicAccess']): Proposal =>
  proposalSchema.parse(
    safer({
      publicAccess,
      background: marked('background'),
      reasons: marked('reasons'),
      financialImplications: {
        summary: marked('financialImplications'),
        expenditure: [
          { description: marked('financialImplications'), kind: 'one-off', amountPence: money.line, contract: marked('contracts') },
        ],
        growth: {
          per: marked('financialImplications'),
          amountPence: 0,
          maximumUnits: 2,
          reapprovalTrigger: marked('financialImplications'),
        },
        savings: [{ description: marked('financialImplications'), amountPence: money.saving }],
        funding: [{ source: marked('financialImplications'), ringFenced: false }],
      },
      legalImplications: marked('legalImplications'),
      equalityImplications: { status: 'not-required', words: marked('equalityImplications') },
      dataProtectionImplications: { status: 'not-required', words: marked('dataProtectionImplications') },
      alternatives: [{ option: marked('alternatives'), reasonRejected: marked('alternatives') }],
      contracts: [
        {
          title: marked('contracts'),
          supplier: marked('contracts'),
          start: '2023-08-01',
          end: '2025-07-31',
          outcome: 'award',
          replaces: [marked('contracts')],
          extensionOptions: [{ months: 12, amountPence: money.option }],
          valuePence: money.option,
        },
      ],
      consultees: [{ name: 'A resident', email: `${marked('privateAddress')}@private.example`, external: true }],
      documents: [{ title: 'Bids', access: 'exempt', paragraph: 3, url: `https://kent.example/${marked('exemptDocument')}` }],
    }),
  );

const access = fc.oneof(
  fc.constant<Proposal['publicAccess']>({ kind: 'open', paragraphs: [] }),
  fc.constant<Proposal['publicAccess']>({ kind: 'fully-exempt', paragraphs: [3], publicInterest: 'Bids are still open.' }),
  fc.subarray(exemptSection.options).map((sections): Proposal['publicAccess'] => ({
    kind: 'part-exempt',
    paragraphs: [3],
    publicInterest: 'Bids are still open.',
    sections,
  })),
);

const stages = fc.constantFrom('noticed', 'awaiting', 'decided', 'called-in', 'effective', 'deferred', 'withdrawn', 'returned');

const told = (publicAccess: Proposal['publicAccess'], stage: string): Told => {
  const story = new Told();
  story.cleared(everything(publicAccess), marked('clearer')).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
  for (const step of story.open('consultation'))
    story.does({
      type: 'answer-consultation',
      response: 'object',
      ...step,
      words: `${marked('consultation')} from ${marked('privateAddress')}@private.example`,
      by: somebody,
    });
  story.does({
    type: 'record-committee-outcome',
    committee: 'Adult Social Care Cabinet Committee',
    date: '2023-03-07',
    outcome: 'noted',
    words: marked('consultation'),
    by: clerk,
  });
  if (stage === 'deferred') return story.does({ type: 'defer-proposal', words: marked('clerkNote'), until: null, by: clerk });
  if (stage === 'withdrawn') return story.does({ type: 'withdraw-proposal', words: marked('clerkNote'), by: clerk });
  if (stage === 'awaiting') return story.awaiting();
  if (stage === 'returned') {
    story.awaiting();
    for (const step of story.open('determination'))
      story.does({
        type: 'determine',
        response: 'return',
        interest: { interest: 'none' },
        ...step,
        words: marked('clearer'),
        by: somebody,
      });
    return story;
  }
  if (stage === 'decided') return story.decided();
  if (stage === 'called-in') return story.calledIn();
  return stage === 'effective' ? story.effective() : story;
};

const hiddenIn = ({ kind, sections = [] }: Proposal['publicAccess'], stage: string): readonly ExemptSection[] =>
  kind === 'fully-exempt' || stage === 'withdrawn' || stage === 'returned' ? exemptSection.options : sections;

const publicText = (story: Told): string => {
  const publication = publicationSchema.parse(story.published);
  return JSON.stringify(publication) + recordPage(publication, kent) + JSON.stringify(registerEntry(publication));
};

it('shows the public nothing that is exempt, in whatever combination and at whatever stage', () => {
  fc.assert(
    fc.property(access, stages, (publicAccess, stage) => {
      const text = publicText(told(publicAccess, stage));
      const hidden = hiddenIn(publicAccess, stage);
      for (const section of exemptSection.options)
        expect(text.includes(marked(section)), `${section} at ${stage}`).toBe(!hidden.includes(section));
      for (const never of [marked('exemptDocument'), marked('clearer'), marked('privateAddress')]) expect(text).not.toContain(never);
      if (publicAccess.kind !== 'open') expect(text).not.toContain(marked('clerkNote'));
      if (hidden.includes('financialImplications'))
        for (const sum of [...inAnyForm(money.line), ...inAnyForm(money.saving), ...inAnyForm(money.option)])
          expect(text).not.toContain(sum);
      if (hidden.includes('contracts')) for (const sum of inAnyForm(money.option)) expect(text).not.toContain(sum);
    }),
    { numRuns: 150 },
  );
}, 60_000);

it('gives the particulars of regulation 9 even where everything else is exempt', () => {
  const story = told({ kind: 'fully-exempt', paragraphs: [3, 5], publicInterest: 'Bids are still open.' }, 'noticed');
  const { particulars, divisionsAffected, key, decision, withheld } = story.published;
  expect(particulars).toMatchObject({
    keyDecision: 'A key decision is to be made.',
    matter: story.told.content.subject,
    decisionDue: { words: 'On or after Wednesday 5 April 2023' },
  });
  expect(particulars.documents).toEqual([
    { access: 'exempt', title: 'Bids', paragraph: 3, words: expect.stringContaining('paragraph 3 of Schedule 12A') },
  ]);
  expect({ divisionsAffected, grounds: key.grounds, statement: key.statement, totals: key.totals, decision }).toEqual({
    divisionsAffected: 'all',
    grounds: ['Expenditure of more than £1,000,000', 'Savings of more than £1,000,000', 'Affects more than 2 divisions'],
    statement: null,
    totals: null,
    decision: null,
  });
  expect(withheld[0]?.words).toContain('Bids are still open.');
});

it('keeps an outsider’s words back where any of it is exempt, and a member’s not', () => {
  const consultees = ['cabinet-member-finance', { name: 'A resident', email: 'resident@private.example' }];
  const story = new Told().noticed(
    safer({
      consultees,
      publicAccess: { kind: 'part-exempt', paragraphs: [3], publicInterest: 'Bids are still open.', sections: ['contracts'] },
    }),
  );
  for (const step of story.open('consultation'))
    story.does({ type: 'answer-consultation', response: 'support', ...step, words: 'Yes.', by: somebody });
  expect(story.published.consultation?.consultees.map(({ external, outcome, words }) => ({ external, outcome, words }))).toEqual([
    { external: false, outcome: 'supported', words: 'Yes.' },
    { external: true, outcome: 'supported', words: null },
  ]);
});

it('publishes no fingerprint from which a private address, or that of an exempt document, could be found by trying addresses', () => {
  const bids = { title: 'Bids', access: 'exempt' as const, paragraph: 3, url: 'https://kent.example/bids/17' };
  const kept: Partial<Proposal>[] = [
    { consultees: [{ name: 'A resident', email: 'resident@private.example' }] },
    { consultees: [], documents: [bids] },
  ];
  for (const each of kept) {
    const { told, published } = new Told().decided(safer(each));
    const tried = fingerprint({ ...told.content, ...each });
    expect([published.contentHash, published.fingerprint]).not.toContain(tried);
    expect([published.contentHash, isFingerprinted(told, { external: true }), isFingerprinted(told, {})]).toEqual([null, false, true]);
  }
  const { told, published } = new Told().decided(safer({ consultees: ['cabinet-member-finance'] }));
  expect([published.contentHash, isFingerprinted(told, { external: true })]).toEqual([fingerprint(told.content), true]);
});

it('keeps back what was said in a call-in and about an interest where all of it is exempt, and not that either was', () => {
  const story = new Told().awaiting(everything({ kind: 'fully-exempt', paragraphs: [3], publicInterest: 'Bids are still open.' }));
  story.decided(undefined, { interest: 'declared', kind: 'other', detail: 'My cousin bids' }).calledIn();
  const text = publicText(story);
  expect(text).not.toContain('My cousin bids');
  expect(text).not.toContain('We were not told why.');
  expect(story.published).toMatchObject({
    status: { code: 'called-in' },
    interests: { summary: 'Declared' },
    callIn: { grounds: ['Openness was not presumed'], words: null },
  });
});
