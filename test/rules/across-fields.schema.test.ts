import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { reconsiderationRequest } from '../../functions/call-in/call-in.schema.ts';
import { committeeOutcomeRequest } from '../../functions/consultation/committee-outcome.schema.ts';
import { contractRequest } from '../../functions/contract/contract-terms.schema.ts';
import { noticeRequest } from '../../functions/notice/publish-notice.schema.ts';
import { importRequest } from '../../functions/proposal/requests.schema.ts';
import { documentSchema, draftSchema, proposedContract, publicAccess } from '../../functions/proposal/proposal.schema.ts';

const pathsIn = (schema: z.ZodMiniType, sent: unknown): string[] =>
  (schema.safeParse(sent).error?.issues ?? []).map(({ path }) => path.join('.')).sort();

describe('every fault is named at once', () => {
  it.each([
    [
      'a yearly cost without its years, beside a sum in words',
      draftSchema,
      {
        financialImplications: {
          summary: 'A summary',
          expenditure: [{ description: 'Rent', kind: 'annual', amountPence: 'a lot' }],
          growth: null,
          savings: [],
          funding: [],
        },
      },
      ['financialImplications.expenditure.0.amountPence', 'financialImplications.expenditure.0.years', 'financialImplications.growth'],
    ],
    [
      'a contract that ends before it starts, beside its missing title',
      proposedContract,
      { outcome: 'award', start: '2024-04-01', end: '2024-03-31' },
      ['end', 'title'],
    ],
    ['a document without its paragraph, beside its missing title', documentSchema, { access: 'exempt' }, ['paragraph', 'title']],
    [
      'an exemption without its public interest, beside a paragraph that there is not',
      publicAccess,
      { kind: 'part-exempt', paragraphs: [8] },
      ['paragraphs.0', 'publicInterest'],
    ],
    [
      'a registered contract’s gross value below its net, beside a lot that is missing',
      contractRequest,
      { netPence: 200, grossPence: 100, start: '2024-04-01', end: '2024-03-31', nextRoute: 'extension-by-option' },
      ['description', 'end', 'grossPence', 'nextRoute', 'owner', 'route', 'sponsor', 'supplier', 'title'],
    ],
    [
      'a committee’s amendment without its wording, beside its missing words',
      committeeOutcomeRequest,
      { committee: 'A', date: '2023-03-07', outcome: 'amended' },
      ['proposedDecision', 'words'],
    ],
    [
      'a wording that the committee only noted, beside its missing words',
      committeeOutcomeRequest,
      { committee: 'A', date: '2023-03-07', outcome: 'noted', proposedDecision: ['Approve.'] },
      ['proposedDecision', 'words'],
    ],
    [
      'a decision changed after a call-in without its wording, beside its missing words',
      reconsiderationRequest,
      { outcome: 'changed' },
      ['proposedDecision', 'words'],
    ],
    [
      'a confirmed decision with another wording, beside its missing words',
      reconsiderationRequest,
      { outcome: 'confirmed', proposedDecision: ['Approve.'] },
      ['proposedDecision', 'words'],
    ],
    [
      'a short notice without its reason, beside a chair whom its route does not ask',
      noticeRequest,
      { route: 'general-exception', agreementFrom: 'scrutiny-chair' },
      ['agreementFrom', 'reason'],
    ],
    [
      'a past notice after its decision, beside its missing number',
      importRequest,
      { noticePublishedOn: '2022-07-02', decidedOn: '2022-07-01' },
      ['noticePublishedOn', 'number'],
    ],
  ] as const)('%s', (_, schema, sent, paths) => {
    expect(pathsIn(schema, sent)).toEqual(expect.arrayContaining([...paths]));
  });

  it('but nothing is said of two fields together where one of them cannot be read', () => {
    expect(pathsIn(proposedContract, { title: 'A', outcome: 'award', start: 'soon', end: '2024-03-31' })).toEqual(['start']);
    expect(pathsIn(publicAccess, { kind: 'secret', paragraphs: [] })).toEqual(['kind']);
    expect(pathsIn(documentSchema, { title: 'A', access: 'exempt', colour: 'red' })).toEqual(['', 'paragraph']);
    for (const nothing of [null, 'open', [], 7]) expect(pathsIn(publicAccess, nothing)).toEqual(['']);
  });
});
