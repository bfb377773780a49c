import { describe, expect, it } from 'vitest';
import { decide } from '../../functions/decision/decide.ts';
import { key, noticed } from './stories.ts';
import { clerk, officer } from './story.ts';

const longAgo = (version: number) => {
  const story = noticed();
  if (!story.decision) throw new Error('No story');
  return { decision: { ...story.decision, version }, given: story.given };
};

type Asked = Parameters<typeof decide>[1];

const refusedAt = (version: number, command: Asked): boolean => {
  const { decision, given } = longAgo(version);
  const outcome = decide(decision, command, given);
  return !outcome.ok && outcome.refusal.rule === 'long-history';
};

describe('A decision to which very much has happened', () => {
  const again: Asked[] = [
    { type: 'amend-proposal', by: officer, content: { ...key, reasons: 'Put better.' } },
    { type: 'defer-proposal', by: clerk, words: 'Later.', until: null },
  ];
  const link: Asked = { type: 'reissue-link', by: clerk, stepId: 'consultation-1' };
  const cover: Asked = {
    type: 'delegate-step',
    by: clerk,
    stepId: 'consultation-1',
    to: { name: 'A Cover', email: 'cover@kent.example' },
    scheme: 'Cover',
  };

  it.each(again)('takes no more of $type, by which it could be kept from ever being decided', (command) => {
    expect([799, 800].map((version) => refusedAt(version, command))).toEqual([false, true]);
  });

  it('is not submitted again and again, each time for a clearance that the clerk enters as returned', () => {
    const story = noticed().does({ type: 'amend-proposal', by: officer, content: { ...key, proposedDecision: ['Something else.'] } });
    const returned = { type: 'record-answer', response: 'return', words: 'No.', evidence: 'By telephone', by: clerk } as const;
    story.does({ ...returned, stepId: story.open('clearance')[0]?.stepId ?? '' });
    const rounds = [799, 800].map((version) => {
      const draft = story.decision && { ...story.decision, version };
      const outcome = decide(draft, { type: 'submit-proposal', by: officer }, story.given);
      return outcome.ok || outcome.refusal.rule;
    });
    expect(rounds).toEqual([true, 'long-history']);
  });

  it.each([link, cover])('can still be answered by $type for a hundred events more, for without a link nobody could', (command) => {
    expect([800, 899, 900].map((version) => refusedAt(version, command))).toEqual([false, false, true]);
  });

  it('mails no more links that strangers ask for well before the clerk can send none', () => {
    expect([699, 700].map((version) => refusedAt(version, { ...link, keepsLink: true }))).toEqual([false, true]);
  });

  it('is still answered and withdrawn, and answers that came by telephone are entered', () => {
    const { decision, given } = longAgo(950);
    const answer = { stepId: 'consultation-1', response: 'support', words: '' } as const;
    const possible: Asked[] = [
      { type: 'answer-consultation', by: officer, issue: 1, ...answer },
      { type: 'record-answer', by: clerk, evidence: 'By telephone, noted by the clerk', ...answer },
      { type: 'withdraw-proposal', by: officer, words: 'Begun anew.' },
    ];
    expect(possible.map((command) => decide(decision, command, given).ok)).toEqual([true, true, true]);
  });
});
