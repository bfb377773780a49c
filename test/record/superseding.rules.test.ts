import { describe, expect, it } from 'vitest';
import { replacementFaults } from '../../functions/record/superseding.rules.ts';
import { clerk } from '../decision/story.ts';
import { Told } from './told.ts';

const supersedes = (story: Told, number: string, on: string): Told => story.does({ type: 'supersede-decision', number, on, by: clerk });
const happened = (story: Told): number => story.happened.filter((type) => type === 'decision-superseded').length;

describe('The decisions that a proposal takes the place of', () => {
  it('are each one that was taken here and still stands, named once; every fault is told, each at its place', () => {
    expect(replacementFaults({ replaces: ['22/00007', '22/00008', '22/00007', '22/00009'] }, ['22/00007', '22/00008'])).toEqual([
      { path: 'replaces.2', message: '22/00007 is named twice' },
      { path: 'replaces.3', message: 'There is no decision 22/00009 here that was taken and still stands' },
    ]);
  });
  it('may be none, and are none that stand where nobody looked for any', () => {
    expect(replacementFaults({})).toEqual([]);
    expect(replacementFaults({ replaces: ['22/00007'] }).map(({ path }) => path)).toEqual(['replaces.0']);
  });
});

describe('A decision', () => {
  it('is superseded by one that took effect on the day on which it was taken, or later', () => {
    expect(supersedes(new Told().effective(), '24/00010', '2023-04-05').decision).toMatchObject({
      superseded: { number: '24/00010', on: '2023-04-05' },
    });
  });
  it('is not superseded by one that took effect before it was taken', () =>
    expect(happened(supersedes(new Told().effective(), '24/00010', '2023-04-04'))).toBe(0));
  it('is not superseded by itself', () =>
    expect(happened(supersedes(new Told().effective(), new Told().effective().told.number ?? '', '2024-04-02'))).toBe(0));
  it('is superseded once: the first to take its place keeps it', () => {
    const story = supersedes(supersedes(new Told().effective(), '24/00010', '2024-04-02'), '24/00011', '2024-05-01');
    expect([happened(story), story.decision]).toMatchObject([1, { superseded: { number: '24/00010', on: '2024-04-02' } }]);
  });
});
