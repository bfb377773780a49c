import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../functions/decision/commands.ts';
import { kent } from '../../seeds/kent/council.ts';
import { key, small } from '../decision/stories.ts';
import { clerk, Story, submittedBy } from '../decision/story.ts';

type Asked = Partial<CommandOf<'import-decision'>>;
const imports = (over: Asked = {}, now = '2023-03-07T09:00:00Z', council = kent) => {
  const story = new Story(now, council);
  const refusal = story.tries({ type: 'import-decision', content: key, submittedBy, number: '18/00015', noticePublishedOn: '2018-03-23', decidedOn: '2018-04-20', keyStatus: 'key', interest: 'None declared', by: clerk, ...over });
  return { story, refusal, findings: story.decision?.imported?.findings.map(({ code }) => code) };
};

describe('a past decision', () => {
  it('with 27 clear days is taken as it was, and the shortfall is on the file', () => {
    const { story, findings } = imports();
    expect(findings).toEqual(['short-notice']);
    expect(story.decision).toMatchObject({ status: 'effective', number: '18/00015', determination: { decidedOn: '2018-04-20' } });
    expect(story.decision?.imported?.findings[0]?.words).toBe('The notice ran for 27 clear days, from 23 March 2018 to 20 April 2018. Reg 9 of SI 2012/2089 asks for 28.');
  });

  it('with 28 clear days has nothing against it', () => expect(imports({ noticePublishedOn: '2018-03-22' }).findings).toEqual([]));

  it('whose source does not say whether it was key stays not known, never not key', () => {
    const { story, findings } = imports({ keyStatus: 'unknown', noticePublishedOn: '2018-03-22', content: small });
    expect(findings).toEqual(['key-status-unknown']);
    expect(story.decision?.imported?.keyStatus).toBe('unknown');
  });

  it('that was not key needed no 28 days', () => expect(imports({ keyStatus: 'not-key' }).findings).toEqual([]));

  it('of a maker whom the directory does not know says so', () => expect(imports({ noticePublishedOn: '2018-03-22', content: { ...key, decisionMaker: 'a-post-long-gone' } }).findings).toEqual(['decision-maker-unknown']));

  it('taken days ago still runs its call-in', () => {
    const { story } = imports({ noticePublishedOn: '2023-02-01', decidedOn: '2023-03-03' });
    expect(story.decision).toMatchObject({ status: 'decided', record: { callInClosesOn: '2023-03-10', effectiveFrom: '2023-03-11' } });
    expect(story.on('2023-03-11').does({ type: 'run-daily-check', by: clerk }).status).toBe('effective');
  });

  it('that was not key had no call-in where the council calls in key decisions only', () => {
    const keyOnly = { ...kent, callInRules: kent.callInRules.map((rule) => ({ ...rule, keyOnly: true })) };
    expect(imports({ keyStatus: 'not-key' }, undefined, keyOnly).story.decision).toMatchObject({ record: { subjectToCallIn: false, effectiveFrom: '2018-04-20' } });
  });

  it('is past, and its notice came first', () => {
    expect(imports({ decidedOn: '2023-03-08' }).refusal).toMatchObject({ rule: 'import-is-history' });
    expect(imports({ noticePublishedOn: '2018-04-21' }).refusal?.errors?.[0]?.path).toBe('noticePublishedOn');
  });

  it('from before the council’s settings or the known bank holidays is a refusal, never a fault', () => {
    expect(imports({ noticePublishedOn: '2011-10-01', decidedOn: '2011-12-01' }).refusal).toMatchObject({ rule: 'rules-in-force' });
    const old = { ...kent, keyRules: kent.keyRules.map((rule) => ({ ...rule, from: '2000-01-01' })), callInRules: kent.callInRules.map((rule) => ({ ...rule, from: '2000-01-01' })) };
    expect(imports({ noticePublishedOn: '2011-10-01', decidedOn: '2011-12-01' }, undefined, old).refusal).toMatchObject({ rule: 'bank-holidays-known' });
  });
});
