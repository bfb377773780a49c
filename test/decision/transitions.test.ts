import { describe, expect, it } from 'vitest';
import { reachable } from '../../functions/decision/transitions.ts';

describe('where a decision can stand', () => {
  it('once a command was carried out is wherever it leads, and wherever that leads of itself', () => {
    expect(reachable('in-clearance', 'give-clearance').toSorted()).toEqual([
      'awaiting-decision',
      'cleared',
      'declined',
      'draft',
      'in-clearance',
      'notice-published',
    ]);
    expect(reachable('deferred', 'resume-proposal').toSorted()).toEqual(['awaiting-decision', 'cleared', 'notice-published']);
    expect(reachable('decided', 'run-daily-check')).toEqual(['decided', 'effective']);
    expect(reachable('draft', 'amend-proposal')).toEqual(['draft']);
  });

  it('after a command that is not heard there is nowhere', () => expect(reachable('withdrawn', 'amend-proposal')).toEqual([]));
});
