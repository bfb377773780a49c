import { expect, it } from 'vitest';
import { subjectAccess } from '../../bin/keeping/subject-access.ts';
import { noticed } from '../decision/stories.ts';
import { clerk, submittedBy } from '../decision/story.ts';

it('A proposal handed over is told of to either officer who asks what is held about them', () => {
  const to = { name: 'B Officer', email: 'B.Officer@kent.example' };
  const { decision } = noticed().does({ type: 'hand-over-proposal', to, words: 'An Officer has left.', by: clerk });
  const item = { pk: 'DECISION#1', sk: 'CURRENT', state: JSON.stringify(decision) };
  for (const [email, path] of [
    [to.email, 'state.submittedBy.email'],
    [submittedBy.email, 'state.heldBefore.0.email'],
  ] as const)
    expect(subjectAccess([item], email).mentions.map((mention) => mention.path)).toContain(path);
});
