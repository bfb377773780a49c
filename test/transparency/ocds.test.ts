import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { decisionRelease } from '../../functions/transparency/ocds-decision.ts';
import { releasePackage } from '../../functions/transparency/ocds-package.ts';
import { releaseSchema, type Release } from '../../functions/transparency/ocds.schema.ts';
import { dayBegins, dayEnds, pounds } from '../../functions/transparency/ocds-values.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import type { Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import { kent2300022 } from '../../seeds/decisions/kent-23-00022.ts';
import { declined, deferred, effective, noticed, withdrawn } from '../decision/stories.ts';
import { Story, submittedBy } from '../decision/story.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';
import { type JsonSchema, publishedSchemaFaults } from './published-schema.ts';

const given = { council: kent, settings };
const decision = (number: string, content: Proposal, noticePublishedOn: string, decidedOn: string) =>
  new Story('2026-11-21T09:00:00Z').does({
    type: 'import-decision',
    content,
    submittedBy,
    number,
    noticePublishedOn,
    decidedOn,
    keyStatus: 'key',
    interest: 'None',
  }).decision!;
const safer = (over: Partial<Proposal> = {}) =>
  decisionRelease(decision('23/00022', { ...kent2300022.proposal, ...over }, '2023-03-07', '2023-04-05'), given)!;
const earlyHelp = () => decisionRelease(decision('20/00017', kent2000017.proposal, '2020-04-30', '2020-05-29'), given)!;
const registered = (over: Partial<Terms> = {}) => contractRelease(new ContractStory().registers(over).contract!, given)!;
const ended = () =>
  contractRelease(
    new ContractStory()
      .registers()
      .does({ type: 'record-notice', notice: 'UK7', publishedOn: '2023-12-01' })
      .on('2025-08-01')
      .does({ type: 'exercise-option', on: '2025-08-01' })
      .on('2026-12-01')
      .does({ type: 'end-contract', on: '2026-11-30', how: 'expired', words: '' }).contract!,
    given,
  )!;
const all = (): Release[] => [
  safer(),
  earlyHelp(),
  registered(),
  registered({ withheld: { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'A second lot is open.' } }),
  ended(),
  safer({ publicAccess: { kind: 'fully-exempt', paragraphs: [3], publicInterest: 'Prices.' } }),
];
const packaged = () => releasePackage(all(), { council: kent, uri: 'https://www.kent.example/contracts.json', at: '2026-11-21T09:00:00Z' });

describe('the release of a decision', () => {
  it('says once, and in words, why something is kept back', () => {
    expect(decisionRelease(withdrawn().decision!, given)?.planning?.rationale).toBe('The proposal did not go ahead.');
    const part = safer({
      publicAccess: {
        kind: 'part-exempt',
        sections: ['financialImplications', 'legalImplications'],
        paragraphs: [3],
        publicInterest: 'Prices.',
      },
    });
    expect(part.planning?.rationale?.split('\n\n').slice(1)).toEqual([
      expect.stringMatching(/^financial implications, legal implications, figures: Not published: .*Prices\.$/),
    ]);
  });
  it('plans a tender while it may yet be taken, has planned it once in force, and has none to come where it was not agreed or given up', () => {
    const status = (story: Story) => decisionRelease(story.decision!, given)?.tender?.status;
    expect([noticed(), deferred(), effective(), declined(), withdrawn()].map(status)).toEqual([
      'planning',
      'planning',
      'planned',
      'cancelled',
      'withdrawn',
    ]);
    const after = withdrawn().decision!;
    expect([after, { ...after, content: {} }].map((each) => decisionRelease(each as typeof after, given)?.tender)).toEqual(
      Array(2).fill({ id: 'ocds-000000-23-00001', title: kent2300022.proposal.subject, status: 'withdrawn' }),
    );
  });
  it('that was to award what another procures, and was withdrawn, says nothing of the tender of that', () =>
    expect(decisionRelease(withdrawn().decision!, given, 'ocds-000000-22-00001')?.tender).toBeUndefined());
  it('is planning from its notice on, with the most that it can cost', () =>
    expect(safer()).toMatchObject({
      ocid: 'ocds-000000-23-00022',
      tag: ['planning'],
      buyer: { name: 'Kent County Council' },
      planning: { budget: { amount: { amount: 1_600_000, currency: 'GBP' } } },
      tender: {
        status: 'planned',
        contractPeriod: { startDate: '2023-08-01T00:00:00+01:00', endDate: '2025-07-31T23:59:59+01:00', durationInDays: 731 },
      },
    }));
  it('in effect has its awards, each with its supplier', () => {
    const found = earlyHelp();
    expect(found.tag).toEqual(['planning', 'award']);
    expect(found.awards).toMatchObject([
      {
        id: '20/00017-4',
        title: 'B. NEET: Service Level Agreement',
        value: { amount: 498_410.4 },
        suppliers: [{ name: 'The Education People' }],
      },
    ]);
  });
  it('has none before its notice', () =>
    expect(
      decisionRelease(new Story().does({ type: 'draft-proposal', content: kent2300022.proposal, submittedBy }).decision!, given),
    ).toBeNull());
  it('not yet in effect has no award: called in, it may yet be changed', () => {
    const story = decision('20/00017', kent2000017.proposal, '2020-04-30', '2020-05-29');
    expect(decisionRelease({ ...story, status: 'decided' } as never, given)).toMatchObject({ tag: ['planning'] });
  });
  it('with its figures exempt has its awards without their values', () => {
    const content = {
      ...kent2000017.proposal,
      publicAccess: {
        kind: 'part-exempt' as const,
        paragraphs: [3],
        publicInterest: 'Bids are still to come.',
        sections: ['financialImplications' as const],
      },
    };
    const found = decisionRelease(decision('20/00017', content, '2020-04-30', '2020-05-29'), given)!;
    expect(found.awards).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('498410');
  });
  it('withholds what is exempt, and gives the reason', () => {
    const found = safer({
      publicAccess: {
        kind: 'part-exempt',
        paragraphs: [3],
        publicInterest: 'Bids are still to come.',
        sections: ['financialImplications'],
      },
    });
    expect(found.planning?.budget).toBeUndefined();
    expect(found.planning?.rationale).toContain('Bids are still to come.');
    expect(JSON.stringify(found)).not.toMatch(/1600000|800000/);
  });
});

describe('the release of a contract', () => {
  it('keeps the ocid of the decision that led to it, and says how far its options can take it', () =>
    expect(registered()).toMatchObject({
      ocid: 'ocds-000000-23-00022',
      tag: ['award', 'contract'],
      contracts: [
        {
          awardID: 'SC23001',
          status: 'active',
          value: { amount: 1_600_000 },
          period: { endDate: '2025-11-30T23:59:59Z', maxExtentDate: '2027-11-30T23:59:59Z' },
        },
      ],
      parties: [{}, { id: 'GB-COH-01234567', identifier: { scheme: 'GB-COH', id: '01234567' } }],
    }));
  it('has its change, its notices and its end', () =>
    expect(ended()).toMatchObject({
      tag: ['contractTermination'],
      contracts: [
        {
          status: 'terminated',
          amendments: [{ date: '2025-08-01T23:59:59+01:00' }],
          documents: [{ noticeType: 'UK7', documentType: 'contractNotice' }],
        },
      ],
    }));
  it('has each notice under an id of its own, also where two were recorded under the one number of the procurement', () => {
    const on = (notice: string, publishedOn: string) =>
      ({ type: 'record-notice', notice, publishedOn, reference: 'ocds-h6vhtk-04a1b2' }) as const;
    const story = new ContractStory('2026-11-21T09:00:00Z').registers().does(on('UK6', '2026-05-01')).does(on('UK7', '2026-06-01'));
    const ids = contractRelease(story.contract!, { council: kent })?.contracts?.[0]?.documents?.map(({ id }) => id);
    expect(ids).toEqual(['ocds-h6vhtk-04a1b2', 'SC23001-UK7-2']);
  });
  it.each([
    ['UK1', 'plannedProcurementNotice'],
    ['UK2', 'marketEngagementNotice'],
    ['UK3', 'plannedProcurementNotice'],
    ['UK7', 'contractNotice'],
    ['UK8', 'implementationNotice'],
    ['UK9', 'implementationNotice'],
    ['UK11', 'contractTerminationNotice'],
    ['UK12', 'tenderCancellationNotice'],
  ])('calls %s what the standard and its extension for the United Kingdom call it', (notice, documentType) => {
    const story = new ContractStory('2026-11-21T09:00:00Z').registers().does({ type: 'record-notice', notice, publishedOn: '2026-05-01' });
    expect(contractRelease(story.contract!, { council: kent })?.contracts?.[0]?.documents).toMatchObject([
      { noticeType: notice, documentType },
    ]);
  });
  it('withholds an exempt value and supplier, and gives the reason', () => {
    const found = registered({ withheld: { parts: ['value', 'supplier'], paragraph: 3, publicInterest: 'A second lot is open.' } });
    expect(JSON.stringify(found)).not.toMatch(/1600000|Security Company|01234567/);
    expect(found.contracts?.[0]?.description).toContain('A second lot is open.');
  });
  it('has none while it is only proposed', () =>
    expect(contractRelease({ ...new ContractStory().registers().contract!, status: 'proposed' } as never, given)).toBeNull());
});

describe('our own check of a release', () => {
  const faults = (over: object) => releaseSchema.safeParse({ ...registered(), ...over }).error?.issues.map(({ message }) => message) ?? [];
  it('finds a contract without its award, and an organisation that is no party', () => {
    expect(faults({ awards: undefined })).toEqual(['A contract comes of an award that is not there']);
    expect(faults({ buyer: { id: 'x', name: 'X' } })).toEqual(['An organisation is named that is not among the parties']);
  });
  it('lets no field through that it does not know', () => expect(faults({ surprise: 1 })).toHaveLength(1));
});

describe('days and money in a release', () => {
  it.each([
    ['2026-03-29', '2026-03-29T00:00:00Z', '2026-03-29T23:59:59+01:00'],
    ['2026-10-25', '2026-10-25T00:00:00+01:00', '2026-10-25T23:59:59Z'],
    ['2026-07-01', '2026-07-01T00:00:00+01:00', '2026-07-01T23:59:59+01:00'],
  ])('on %s keep to London’s clocks', (date, begins, ends) => expect([dayBegins(date), dayEnds(date)]).toEqual([begins, ends]));
  it('are exact to the penny', () =>
    expect(JSON.stringify(pounds(292_429_528, 350_915_434))).toBe('{"amount":2924295.28,"amountGross":3509154.34,"currency":"GBP"}'));
});

const here = join(import.meta.dirname, '../ocds');
const folder = process.env.OCDS_SCHEMA_DIR ?? here;
const schemaFile = (name: string): JsonSchema | null =>
  existsSync(join(folder, name)) ? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonSchema) : null;
const release = schemaFile('release-schema.json');
const wholePackage = schemaFile('release-package-schema.json');
if (!release || !wholePackage)
  console.warn(
    `\n*** NOT CHECKED against the published Open Contracting schema: it is not in ${folder}. Set OCDS_SCHEMA_DIR to the folder that has it. ***\n`,
  );

describe.runIf(release && wholePackage)('the published Open Contracting schema', () => {
  it('finds no fault in any release or in the package of them', () => {
    for (const each of all()) expect(publishedSchemaFaults(release!, JSON.parse(JSON.stringify(each)))).toEqual([]);
    expect(publishedSchemaFaults(wholePackage!, JSON.parse(JSON.stringify(packaged())), [release!])).toEqual([]);
  });
  it('does find the faults that are there', () => {
    const wrong = { ...registered(), id: undefined, tag: [], contracts: [{ id: 'x', status: 'finished', period: { startDate: 'soon' } }] };
    expect(
      publishedSchemaFaults(release!, JSON.parse(JSON.stringify(wrong)))
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['/contracts/0/awardID', '/contracts/0/period/startDate', '/contracts/0/status', '/id', '/tag']);
  });
});

describe('a check against a schema', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['a'],
    properties: {
      a: { type: 'string', minLength: 2, pattern: '^x' },
      b: { type: ['array', 'null'], minItems: 1, uniqueItems: true, items: { $ref: '#/definitions/c' } },
      d: { minProperties: 1 },
    },
    definitions: { c: { enum: [1, 'one'], type: ['integer', 'string'] } },
  };
  const paths = (value: unknown) => publishedSchemaFaults(schema, value).map(({ path, message }) => `${path} ${message}`);
  it('finds each kind of fault', () => {
    expect(paths({})).toEqual(['/a is missing']);
    expect(paths({ a: 'y' })).toEqual(['/a is too short', '/a does not match ^x']);
    expect(paths({ a: 'xx', b: [1, 1, 2, 1.5], d: {} })).toEqual([
      '/b has an item twice',
      '/b/2 is not one of the codes allowed',
      '/b/3 is number, not integer or string',
      '/d has too few properties',
    ]);
    expect(paths({ a: 'xx', b: [] })).toEqual(['/b has too few items']);
    expect(paths({ a: 'xx', b: null })).toEqual([]);
  });
  it('does not pass over a schema that is not at hand', () =>
    expect(() => publishedSchemaFaults({ $ref: 'https://elsewhere.example/schema.json' }, {})).toThrow('not at hand'));
});
