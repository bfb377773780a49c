import { describe, expect, it } from 'vitest';
import type { DecisionEvent } from '../../functions/decision/events.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { oneEach } from '../../functions/email/letters.ts';
import { renderLetter } from '../../functions/email/render-letter.tsx';
import { exemptSection, type Proposal } from '../../functions/proposal/proposal.schema.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, somebody } from '../decision/story.ts';
import { aProposal } from './proposal.ts';
import { type Telling, telling } from './telling.ts';

const marker = 'ZEBRA';
const sent = { council: kent, publicUrl: 'https://decisions.kent.example', link: '/respond/a_b_1.mac' };
const rendered = (letter: Letter) => Object.values(renderLetter(letter, sent)).join('\n') + letter.subject;

const secret = (kind: 'part-exempt' | 'fully-exempt'): Partial<Proposal> => ({
  background: marker,
  reasons: marker,
  legalImplications: marker,
  financialImplications: {
    summary: marker,
    expenditure: [{ description: marker, kind: 'one-off', amountPence: 777_777_700 }],
    savings: [],
    funding: [],
  },
  equalityImplications: { status: 'full', date: '2023-02-01', words: marker },
  dataProtectionImplications: { status: 'complete', words: marker },
  alternatives: [{ option: marker, reasonRejected: marker }],
  contracts: [
    { title: marker, supplier: marker, start: '2023-06-01', end: '2024-05-31', extensionOptions: [], replaces: [], outcome: 'award' },
  ],
  documents: [{ title: 'Exempt appendix', url: `https://files.example/${marker}`, access: 'exempt', paragraph: 3 }],
  ...(kind === 'fully-exempt' ? { proposedDecision: [marker] } : {}),
  publicAccess: {
    kind,
    paragraphs: [3],
    publicInterest: 'A negotiation is going on',
    sections: kind === 'part-exempt' ? exemptSection.options : undefined,
  },
});

const whole = (over: Partial<Proposal>): Telling => {
  const story = telling().noticed(over);
  const [safety] = story.open('consultation');
  if (safety) story.does({ type: 'answer-consultation', by: somebody, response: 'object', ...safety, words: marker });
  story.does({ type: 'reissue-link', by: clerk, stepId: 'consultation-2' });
  story.does({ type: 'defer-proposal', by: clerk, words: marker, until: '2023-03-20' }).does({ type: 'resume-proposal', by: clerk });
  story.does({ type: 'amend-proposal', content: aProposal({ ...over, background: `${marker} again` }) });
  story.on('2023-04-05').does({ type: 'run-daily-check' });
  for (const step of story.open('determination'))
    story.does({ type: 'determine', by: somebody, response: 'approve', interest: { interest: 'none' }, ...step, words: marker });
  return story;
};

const changedAndWithdrawn = (over: Partial<Proposal>): Telling =>
  telling()
    .noticed(over)
    .does({ type: 'amend-proposal', content: aProposal({ ...over, proposedDecision: [`${marker} now`] }) })
    .does({ type: 'withdraw-proposal', words: marker });

const every = (story: Telling): Letter[] =>
  [...new Set(story.happened)].flatMap((type: DecisionEvent['happening']['type']) => story.letters(type));

describe('exempt words', () => {
  for (const kind of ['part-exempt', 'fully-exempt'] as const) {
    it(`of a ${kind} proposal reach no consultee outside the council and no division member, at any stage`, () => {
      const outside = [whole(secret(kind)), changedAndWithdrawn(secret(kind))].flatMap(every).filter(({ to }) => to.external);
      expect(outside.length).toBeGreaterThan(6);
      for (const letter of outside) {
        expect(rendered(letter)).not.toContain(marker);
        expect(rendered(letter)).not.toContain('7,777,777');
      }
    });
  }

  it('reach the posts that must judge them', () => {
    const [finance] = telling().submitted(secret('fully-exempt')).letters('proposal-submitted');
    expect(finance && rendered(finance)).toContain(marker);
  });

  it('never bring the address of an exempt document to anybody’s inbox', () => {
    for (const letter of every(whole(secret('part-exempt')))) expect(rendered(letter)).not.toContain('files.example');
  });
});

describe('links', () => {
  it('are in no letter that asks nothing, even when one is offered', () => {
    const asksNothing = every(whole({})).filter(({ stepId }) => stepId === undefined);
    expect(asksNothing.length).toBeGreaterThan(10);
    for (const letter of asksNothing) expect(rendered(letter)).not.toContain('/respond/');
  });

  it('are in every letter that asks, once in the text on a line of its own', () => {
    for (const letter of every(whole({})).filter(({ stepId }) => stepId !== undefined)) {
      expect(renderLetter(letter, sent).text.split('\n')).toContain('https://decisions.kent.example/respond/a_b_1.mac');
    }
  });

  it('are missed at once: a letter that asks without one is a fault', () => {
    const [finance] = telling().submitted().letters('proposal-submitted');
    expect(() => finance && renderLetter(finance, { ...sent, link: undefined })).toThrow('was given no link');
  });
});

describe('one person in two capacities', () => {
  const [ask, told] = [telling().submitted().letters('proposal-submitted')[0], telling().cleared().letters('proposal-cleared')[0]];
  if (!ask || !told) throw new Error('Both are written');
  const to = { name: 'A Person', email: 'Person@kent.example', post: null };
  const same = { ...to, email: 'person@KENT.example' };

  it('gets one email, and the one with a link wins', () => {
    expect(
      oneEach([
        { ...told, to },
        { ...ask, to: same },
        { ...told, to: same },
      ]),
    ).toEqual([{ ...ask, to: same }]);
  });

  it('gets both links where two answers are asked of them', () => {
    expect(
      oneEach([
        { ...ask, to },
        { ...ask, to: same, stepId: 'clearance-2' },
      ]),
    ).toHaveLength(2);
  });
});
