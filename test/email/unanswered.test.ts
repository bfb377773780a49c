import { describe, expect, it } from 'vitest';
import type { Letter } from '../../functions/email/letter.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, somebody } from '../decision/story.ts';
import { type Telling, telling } from './telling.ts';

const about = (letters: Letter[], post: string): Letter => {
  const letter = letters.find(({ to }) => to.post === post);
  if (!letter) throw new Error(`Nobody writes to ${post}, but to ${letters.map(({ to }) => to.post).join(', ')}`);
  return letter;
};
const words = ({ paragraphs, whatHappensNext }: Letter): string => [...paragraphs, whatHappensNext].join(' ');
const fact = ({ facts }: Letter, term: string): string | undefined => facts.find((each) => each.term === term)?.value;

const checkedOn = (story: Telling, day: string): Letter[] => story.on(day).does({ type: 'run-daily-check' }).letters('step-reminded');
const lost = (story: Telling, stepId = 'clearance-1'): Telling =>
  story.does({ type: 'mark-undeliverable', by: clerk, stepId, words: 'smtp; 550 user unknown' });

describe('An answer that is long overdue', () => {
  const letters = () => {
    const story = telling().submitted();
    for (const step of story.open('clearance').slice(1)) story.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    return checkedOn(story, '2023-03-29').filter(({ kind }) => kind === 'step-overdue');
  };

  it('is the clerk’s to ask for again, who is not told in the same letter that nothing is asked of them', () => {
    expect(words(about(letters(), 'clerk'))).toContain('Please send a fresh link, arrange cover, or enter an answer given another way.');
    expect(words(about(letters(), 'clerk'))).not.toContain('Nothing is asked of you');
  });

  it('is told to the lead director with whose it is, and what the clerk can do and they cannot', () => {
    const director = about(letters(), 'corporate-director-adult-social-care');
    expect(words(director)).toContain('The clerk can send a fresh link');
    expect(words(director)).not.toContain('Please send');
    expect(fact(director, 'Asked')).toBeDefined();
  });

  it('is told as that of whoever covers, who was asked and reminded, and not of the person away alone', () => {
    const to = { name: 'A Deputy', email: 'deputy@kent.example' };
    const story = telling().submitted().does({ type: 'delegate-step', by: clerk, stepId: 'clearance-1', to, scheme: 'Finance scheme' });
    for (const step of story.open('clearance').slice(1)) story.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    expect(fact(about(checkedOn(story, '2023-03-29'), 'clerk'), 'Asked')).toBe('A Deputy for The Section 151 Officer');
  });
});

it('A reminder that a missed check sends late speaks of the day of the letter: what was asked for yesterday is not asked for today', () => {
  const reminded = (day: string) => checkedOn(telling().submitted(), day)[0]?.paragraphs[0];
  expect(reminded('2023-03-20')).toBe('This is a reminder. Your answer is asked for by Tuesday 21 March 2023.');
  expect(reminded('2023-03-21')).toBe('This is a reminder. Your answer is asked for today, Tuesday 21 March 2023.');
  expect(reminded('2023-03-22')).toContain('Your answer was asked for by Tuesday 21 March 2023, and has not come.');
});

it('A private meeting that its chair was asked to call urgent is said to wait for its notices, since it waits for no answer', () => {
  const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
  const story = telling().noticed({ decisionMaker: 'cabinet', publicAccess });
  const letters = checkedOn(story.does({ type: 'ask-private-meeting-consent', by: clerk, words: 'Prices lapse.' }), '2023-03-09');
  expect(words(about(letters, 'clerk'))).toContain('Without their yes the meeting waits for its 28 clear days and its second notice.');
  expect(words(about(letters, 'clerk'))).not.toContain('Until there is an answer');
});

describe('An email that did not arrive', () => {
  const letter = (story: Telling, stepId?: string) => about(lost(story, stepId).letters('step-undeliverable'), 'clerk');

  it('is told with the address and what its mail system said', () => {
    const story = telling().submitted();
    const [step] = story.decision?.steps ?? [];
    const told = letter(story);
    expect([fact(told, 'Sent to'), fact(told, 'What is known of it')]).toEqual([step?.email, 'smtp; 550 user unknown']);
  });

  it('is told with the address of whoever covers, to whom it was sent', () => {
    const story = telling().submitted().does({
      type: 'delegate-step',
      by: clerk,
      stepId: 'clearance-1',
      to: 'corporate-director-children',
      scheme: 'Scheme of delegation, paragraph 3',
    });
    expect(fact(letter(story), 'Sent to')).toBe(kent.posts.find(({ id }) => id === 'corporate-director-children')?.holders.at(-1)?.email);
  });

  it('is mended, where its address is right, by saying that the mailbox was put right: a fresh link alone would not be sent to it', () => {
    const mended = 'Where the address is right, say in the file that its mailbox was put right: that sends a fresh link.';
    expect(words(letter(telling().submitted()))).toContain(mended);
    const urgent = telling().cleared().does({ type: 'publish-notice', by: clerk, route: 'special-urgency', reason: 'A flood.' });
    const deferred = urgent.does({ type: 'defer-proposal', by: clerk, words: 'More work.', until: null });
    expect(words(letter(deferred, 'agreement-1'))).not.toContain('put right');
  });

  it('leaves its asked to be asked afresh after the last day only where they are consulted: a clearance has none', () => {
    expect(words(letter(telling().noticed(), 'consultation-1'))).toContain('Once its last day is past you can still ask them afresh');
    expect(words(letter(telling().submitted()))).not.toContain('last day');
  });

  it('is told again, as found on its day, to the clerk, who is asked to act, and to the Monitoring Officer, who is not', () => {
    const letters = checkedOn(lost(telling().submitted()), '2023-03-29').filter(({ heading }) =>
      heading.includes('still cannot be reached'),
    );
    expect(words(about(letters, 'clerk'))).toContain('was found on Tuesday 7 March 2023, and nobody has acted on it since');
    expect(words(about(letters, 'clerk'))).toContain('Please correct the address and send a fresh link');
    expect(words(about(letters, 'clerk'))).not.toContain('Nothing is asked of you');
    expect(words(about(letters, 'monitoring-officer'))).toContain('The clerk can correct the address');
  });
});

it('An answer given by its own link is never told as one that a clerk entered', () => {
  const answered = (by: typeof clerk) => {
    const story = telling().submitted();
    for (const step of story.open('clearance').slice(1)) story.does({ type: 'give-clearance', response: 'approve', ...step, by });
    return story.letters('clearance-given').map(words).join(' ');
  };
  expect(answered(somebody)).not.toContain('entered the answer');
  expect(answered(clerk)).toContain('entered the answer, which came another way.');
});
