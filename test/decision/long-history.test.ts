import { describe, expect, it } from 'vitest';
import { decide } from '../../functions/decision/decide.ts';
import { key, noticed } from './stories.ts';
import { clerk, officer } from './story.ts';

const longAgo = (version: number) => {
  const story = noticed();
  if (!story.decision) throw new Error('No story');
  return { decision: { ...story.decision, version }, given: story.given };
};

describe('A decision to which very much has happened', () => {
  const again = [
    { type: 'amend-proposal', by: officer, content: { ...key, reasons: 'Put better.' } },
    { type: 'reissue-link', by: clerk, stepId: 'consultation-1' },
    { type: 'delegate-step', by: clerk, stepId: 'consultation-1', to: { name: 'A Cover', email: 'cover@kent.example' }, scheme: 'Cover' },
    { type: 'defer-proposal', by: clerk, words: 'Later.', until: null },
  ] as const;

  it('takes no more of what can be done without end, by which it could be kept from ever being decided', () => {
    for (const command of again) {
      const [before, after] = [799, 800].map((version) => {
        const { decision, given } = longAgo(version);
        return decide(decision, command, given);
      });
      expect([command.type, before?.ok]).toEqual([command.type, true]);
      expect(after).toMatchObject({ ok: false, refusal: { kind: 'refused', rule: 'long-history' } });
    }
  });

  it('is still answered and withdrawn', () => {
    const { decision, given } = longAgo(900);
    const answer = {
      type: 'answer-consultation',
      by: officer,
      stepId: 'consultation-1',
      issue: 1,
      response: 'support',
      words: '',
    } as const;
    expect(decide(decision, answer, given).ok).toBe(true);
    expect(decide(decision, { type: 'withdraw-proposal', by: officer, words: 'Begun anew.' }, given).ok).toBe(true);
  });
});
