import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import { kent } from '../../seeds/kent/council.ts';
import { key, small } from '../decision/stories.ts';
import { clerk, Story, submittedBy } from '../decision/story.ts';

type Asked = Partial<CommandOf<'import-decision'>>;
const imports = (over: Asked = {}, now = '2023-03-07T09:00:00Z', council = kent) => {
  const story = new Story(now, council);
  const refusal = story.tries({
    type: 'import-decision',
    content: key,
    submittedBy,
    number: '18/00015',
    noticePublishedOn: '2018-03-23',
    decidedOn: '2018-04-20',
    keyStatus: 'key',
    interest: 'None declared',
    by: clerk,
    ...over,
  });
  return { story, refusal, findings: story.decision?.imported?.findings.map(({ code }) => code) };
};

describe('a past decision', () => {
  it('with 27 clear days is taken as it was, and the shortfall is on the file', () => {
    const { story, findings } = imports();
    expect(findings).toEqual(['short-notice']);
    expect(story.decision).toMatchObject({ status: 'effective', number: '18/00015', determination: { decidedOn: '2018-04-20' } });
    expect(story.decision?.imported?.findings[0]?.words).toBe(
      'The notice ran for 27 clear days, from 23 March 2018 to 20 April 2018. Reg 9 of SI 2012/2089 asks for 28.',
    );
  });

  it('asked nobody anything here', () => expect(imports().story.decision).toMatchObject({ steps: [], committeeOutcomes: [] }));

  it('stands in the file as its source has it', () => {
    const { story } = imports();
    expect(story.events[0]?.happening).toMatchObject({ type: 'decision-imported', effective: true });
    expect(story.decision).toMatchObject({
      notice: {
        route: 'ordinary',
        isKey: true,
        subject: key.subject,
        firstPublishedOn: '2018-03-23',
        publishedOn: '2018-03-23',
        publishedAt: '2018-03-23T12:00:00.000Z',
        timetable: { clearDaysRequired: 28 },
      },
      determination: {
        decidedAt: '2018-04-20T12:00:00.000Z',
        interests: [{ interest: 'none', name: 'The Cabinet Member for Adult Social Care', detail: 'None declared' }],
        signedBy: 'The Cabinet Member for Adult Social Care',
      },
      record: {
        publishedAt: '2018-04-20T12:00:00.000Z',
        publishedOn: '2018-04-20',
        subjectToCallIn: true,
        callInClosesOn: '2018-04-27',
        effectiveFrom: '2018-04-28',
      },
    });
  });

  it('is in effect on the very day on which call-in is over', () =>
    expect(imports({}, '2018-04-28T09:00:00Z').story.events[0]?.happening).toMatchObject({ effective: true }));

  it('whose maker is not known is by the post alone', () =>
    expect(imports({ content: { ...key, decisionMaker: 'a-post-long-gone' } }).story.decision).toMatchObject({
      notice: {
        maker: { post: 'a-post-long-gone', kind: 'individual', name: 'Not known', title: 'a-post-long-gone', email: '', members: [] },
      },
    }));

  it('whose source does not say is counted as its figures have it', () =>
    expect(imports({ keyStatus: 'unknown' }).story.decision).toMatchObject({ notice: { isKey: true } }));

  it('that was not key was still called in, where the council calls in every decision', () =>
    expect(imports({ keyStatus: 'not-key' }).story.decision).toMatchObject({
      record: { subjectToCallIn: true, callInClosesOn: '2018-04-27' },
    }));

  it('may be of today, and noticed that day', () => {
    expect(imports({ decidedOn: '2023-03-07' }).refusal).toBeNull();
    expect(imports({ noticePublishedOn: '2018-04-20', keyStatus: 'not-key' }).refusal).toBeNull();
  });

  it('is judged by rules in force that day, whatever rules came later', () => {
    const from = (keyRules: string, callInRules: string) => ({
      ...kent,
      keyRules: kent.keyRules.map((rule) => ({ ...rule, from: keyRules })),
      callInRules: kent.callInRules.map((rule) => ({ ...rule, from: callInRules })),
    });
    const later = {
      ...kent,
      keyRules: [...kent.keyRules, ...from('2022-01-01', '2022-01-01').keyRules],
      callInRules: [...kent.callInRules, ...from('2022-01-01', '2022-01-01').callInRules],
    };
    expect(imports({}, undefined, later).refusal).toBeNull();
    expect(imports({}, undefined, from('2018-04-20', '2018-04-20')).refusal).toBeNull();
    expect(imports({}, undefined, from('2018-04-21', '2012-01-01')).refusal).toMatchObject({ rule: 'rules-in-force' });
    expect(imports({}, undefined, from('2012-01-01', '2018-04-21')).refusal).toMatchObject({ rule: 'rules-in-force' });
  });

  it('with 28 clear days has nothing against it', () => expect(imports({ noticePublishedOn: '2018-03-22' }).findings).toEqual([]));

  it('whose source does not say whether it was key stays not known, never not key', () => {
    const { story, findings } = imports({ keyStatus: 'unknown', noticePublishedOn: '2018-03-22', content: small });
    expect(findings).toEqual(['key-status-unknown']);
    expect(story.decision?.imported?.keyStatus).toBe('unknown');
  });

  it('that was not key needed no 28 days', () => expect(imports({ keyStatus: 'not-key' }).findings).toEqual([]));

  it('of a maker whom the directory does not know says so', () =>
    expect(imports({ noticePublishedOn: '2018-03-22', content: { ...key, decisionMaker: 'a-post-long-gone' } }).findings).toEqual([
      'decision-maker-unknown',
    ]));

  it('taken days ago still runs its call-in', () => {
    const { story } = imports({ noticePublishedOn: '2023-02-01', decidedOn: '2023-03-03' });
    expect(story.decision).toMatchObject({ status: 'decided', record: { callInClosesOn: '2023-03-10', effectiveFrom: '2023-03-11' } });
    expect(story.on('2023-03-11').does({ type: 'run-daily-check', by: clerk }).status).toBe('effective');
  });

  it('that was not key had no call-in where the council calls in key decisions only', () => {
    const keyOnly = { ...kent, callInRules: kent.callInRules.map((rule) => ({ ...rule, keyOnly: true })) };
    expect(imports({ keyStatus: 'not-key' }, undefined, keyOnly).story.decision).toMatchObject({
      record: { subjectToCallIn: false, effectiveFrom: '2018-04-20' },
    });
  });

  it('is past, and its notice came first', () => {
    expect(imports({ decidedOn: '2023-03-08' }).refusal).toMatchObject({ rule: 'import-is-history' });
    expect(imports({ noticePublishedOn: '2018-04-21' }).refusal?.errors?.[0]?.path).toBe('noticePublishedOn');
  });

  it('from before the council’s settings or the known bank holidays is a refusal, never a fault', () => {
    expect(imports({ noticePublishedOn: '2011-10-01', decidedOn: '2011-12-01' }).refusal).toMatchObject({ rule: 'rules-in-force' });
    const old = {
      ...kent,
      keyRules: kent.keyRules.map((rule) => ({ ...rule, from: '2000-01-01' })),
      callInRules: kent.callInRules.map((rule) => ({ ...rule, from: '2000-01-01' })),
    };
    expect(imports({ noticePublishedOn: '2011-10-01', decidedOn: '2011-12-01' }, undefined, old).refusal).toMatchObject({
      rule: 'bank-holidays-known',
    });
  });
});
