import { describe, expect, it } from 'vitest';
import type { Decision } from '../../functions/decision/decision.ts';
import type { Happening } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import type { Letter } from '../../functions/email/letter.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { isSameAddress } from '../../functions/rules/alike.ts';
import { digestLetter } from '../../functions/schedule/digest.emails.ts';
import { kent } from '../../seeds/kent/council.ts';
import {
  awaiting,
  calledIn,
  clear,
  decided,
  declined,
  effective,
  key,
  link,
  none,
  noticed,
  small,
  submitted,
  vacant,
} from '../decision/stories.ts';
import { clerk, scrutiny, Story, submittedBy } from '../decision/story.ts';
import { handedOver } from '../link/handed-over.ts';

/** What the last event of this type had people told, as it was told then. */
const letters = (story: Story, type: Happening['type']): Letter[] => {
  const at = story.events.findLastIndex(({ happening }) => happening.type === type);
  const decision = story.events.slice(0, at + 1).reduce<Decision | null>(evolve, null);
  return lettersFor(story.events[at]!, decision!, story.council);
};
const told = (story: Story, type: Happening['type']): string[] =>
  letters(story, type).map(({ paragraphs, whatHappensNext }) => [...paragraphs, whatHappensNext].join(' '));
const approves = (story: Story) => story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
const concludes = (story: Story, outcome: 'no-comment' | 'reconsider') =>
  story.does({ type: 'conclude-call-in', outcome, words: 'Considered.', by: scrutiny });
const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
const inForce = 'The decision is now in force.';

describe('after a call-in', () => {
  it('whoever was told of the day of effect, and is not told that the decision was called in, was told that the record says so', () => {
    const story = calledIn();
    const hears = letters(story, 'decision-called-in').map(({ to }) => to.email);
    const unaware = letters(story, 'decision-made').filter(({ to }) => !hears.includes(to.email));
    expect(unaware.map(({ to }) => to.email)).toEqual(
      expect.arrayContaining(['s151-officer@kent.example', 'monitoring-officer@kent.example', key.contact?.email]),
    );
    for (const { whatHappensNext } of unaware) expect(whatHappensNext).toContain('The record says whether they have called it in.');
  });

  it.each([
    ['2023-04-12', 'The decision takes effect on Saturday 15 April 2023.'],
    ['2023-05-04', inForce],
  ])('nobody is told on %s that it is in force before it is', (day, words) => {
    const reconsidered = concludes(calledIn().on(day), 'reconsider').does({
      type: 'reconsider-decision',
      outcome: 'confirmed',
      words: 'As before.',
      by: clerk,
    });
    const released = concludes(calledIn().on(day), 'no-comment');
    const notValid = calledIn().on(day).does({ type: 'validate-call-in', valid: false, words: 'One member only.', by: clerk });
    const again = words.replace('2023.', '2023 unless members call it in again by the end of Friday 14 April 2023.');
    expect(
      told(notValid, 'call-in-validated').every((letter) => letter.includes(again)),
      'one not valid does not count',
    ).toBe(true);
    for (const all of [told(reconsidered, 'decision-reconsidered'), told(released, 'call-in-concluded')])
      expect(all.length > 0 && all.every((letter) => letter.includes(words) && (words === inForce || !letter.includes(inForce)))).toBe(
        true,
      );
  });
});

it('whoever is promised word of the notice when the proposal is cleared gets it when it is published, and nobody else is promised it', () => {
  const story = noticed();
  const promised = letters(story, 'proposal-cleared').filter(({ whatHappensNext }) =>
    whatHappensNext.includes('You are told when that is'),
  );
  expect(promised.map(({ to }) => to.email)).toEqual(['officer@kent.example']);
  expect(letters(story, 'notice-published').map(({ to }) => to.email)).toEqual(expect.arrayContaining(promised.map(({ to }) => to.email)));
});

it('a decision for a post that nobody holds is said to be that post’s, by its title', () => {
  const story = submitted({ council: vacant(key.decisionMaker, '2023-03-02') }).on('2023-03-10');
  story.does({ type: 'reissue-link', stepId: 'clearance-1', by: clerk });
  expect(letters(story, 'link-reissued').map(({ facts }) => facts.find(({ term }) => term === 'Decision maker')?.value)).toEqual([
    'Cabinet Member for Adult Social Care and Public Health',
  ]);
});

it('whoever covers is asked in the place of the person, under the scheme, and never as if they held the post', () => {
  const absence = (post: string) => ({ post, from: '2023-03-01', to: '2023-06-30', cover: 'leader', scheme: 'Cover, para 4' });
  const away = { ...kent, absences: ['s151-officer', key.decisionMaker].map(absence) };
  const first = (story: Story, type: Happening['type']) =>
    letters(story, type)
      .find(({ to }) => to.email === 'leader@kent.example')
      ?.paragraphs.join(' ');
  expect(first(submitted({ council: away }), 'proposal-submitted')).toContain(
    'You are asked in place of Section 151 Officer, under Cover, para 4.',
  );
  expect(first(awaiting({ council: away }), 'determination-opened')).toContain(
    'You are asked in place of Cabinet Member for Adult Social Care and Public Health, under Cover, para 4. The decision may be taken now.',
  );
  const later = submitted();
  later.does({ type: 'delegate-step', stepId: 'clearance-1', to: 'leader', scheme: 'Cover, para 4', by: clerk });
  expect(first(later, 'step-delegated')).toContain('You are asked in place of Section 151 Officer, under Cover');
});

describe('a chair’s agreement', () => {
  const inPrivate = {
    ...key,
    decisionMaker: 'cabinet',
    publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
  };
  const agreed = (content = key) => {
    const story = noticed({ route: 'special-urgency', content });
    return story.does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
  };

  it('says that the decision maker is asked where they are, and from when where they are not yet', () => {
    expect(told(agreed(), 'agreement-given')[0]).toContain('The decision maker is asked to decide.');
    const later = told(agreed({ ...key, targetDecisionDate: '2023-03-10' }), 'agreement-given');
    expect(later[0]).toContain('The decision maker is not asked before Friday 10 March 2023.');
    expect(later[0]).not.toContain('is asked to decide');
  });

  it('is asked with when the decision maker is asked, where that is not at once', () => {
    const next = (content: typeof key, on?: string) => {
      const story = noticed({ route: 'special-urgency', content });
      if (on) story.on(on).does({ type: 'reissue-link', stepId: 'agreement-1', by: clerk });
      return letters(story, on ? 'link-reissued' : 'notice-published').find(({ stepId }) => stepId === 'agreement-1')?.whatHappensNext;
    };
    expect(next(key)).toContain('If you agree, the decision maker is asked to decide. The reasons');
    expect(next({ ...key, targetDecisionDate: '2023-03-10' })).toContain('asked to decide, but not before Friday 10 March 2023. The');
    expect(next(inPrivate)).toContain('asked to decide, but not before');
    expect(next(inPrivate, '2023-04-05')).toContain('asked to decide, once the second notice of the private meeting has run. The');
  });

  it('says so too where a private meeting still waits for its second notice', () => {
    const story = noticed({ route: 'special-urgency', content: inPrivate }).on('2023-04-05');
    story.does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
    const [toClerk, toOfficer] = told(story, 'agreement-given');
    expect(toClerk).toContain('still waits for the second notice');
    expect([toClerk, toOfficer].map((letter) => letter?.includes('Please publish the second notice'))).toEqual([true, false]);
  });
});

describe('the answer to a private meeting at short notice', () => {
  const content = {
    ...key,
    decisionMaker: 'cabinet',
    publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
  };
  const answers = (response: 'agree' | 'refuse', publishes = false) => {
    const story = noticed({ content }).on('2023-03-20');
    story.does({ type: 'ask-private-meeting-consent', words: 'The bid closes.', by: clerk });
    if (publishes) story.does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
    return story.does({ type: 'give-agreement', response, ...link(story, 'agreement'), words: 'Considered.' });
  };

  it('shortens no other notice, and says until when that runs', () => {
    const [asked] = told(answers('agree'), 'private-meeting-consent-asked');
    expect(asked).toContain('once the rest of the decision’s notice has run');
    for (const letter of told(answers('agree'), 'agreement-given'))
      expect(letter).toContain(
        'The rest of the notice runs on: nothing is decided before Wednesday 5 April 2023. Nothing is asked of you.',
      );
  });
  it('that is no leaves the clerk with the second notice to publish, where it is not out', () => {
    const asks = (story: Story) => told(story, 'agreement-refused').map((letter) => letter.includes('Please publish the second notice'));
    expect([asks(answers('refuse')), asks(answers('refuse', true))]).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

it('a notice by general exception names the day before which nothing is decided, whatever else it waits for', () =>
  expect(
    told(noticed({ route: 'general-exception', content: { ...key, targetDecisionDate: '2023-03-20' } }), 'notice-published').join(),
  ).toContain('The decision is not taken before Monday 20 March 2023.'));

it('a change before any notice does not say that a notice still counts', () => {
  const changed = (story: Story) =>
    told(story.does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Something else.'] } }), 'proposal-changed').join();
  const before = submitted();
  before.does({ type: 'give-clearance', response: 'approve', ...link(before, 'clearance') });
  expect(changed(before)).not.toContain('still counts');
  expect(changed(noticed())).toContain('The notice that was published still counts.');
});

describe('a correction while it waits for its decision maker', () => {
  const amends = (story: Story, content: object) =>
    story.does({ type: 'amend-proposal', content: { ...story.decision!.content, ...content } });
  const corrected = { reasons: 'Spelled correctly.' };

  it('says that the link still works to whom it does', () =>
    expect(told(amends(awaiting(), corrected), 'proposal-corrected')).toHaveLength(1));
  it('says nothing of its own where a later letter tells of a later day', () =>
    expect(told(amends(noticed(), { targetDecisionDate: '2023-05-02' }), 'proposal-corrected')).toEqual([]));

  it('does not where it ends the link: a later day, or a text that one of two has signed', () => {
    expect(told(amends(awaiting(), { targetDecisionDate: '2023-05-02' }), 'proposal-corrected')).toEqual([]);
    expect(told(amends(approves(awaiting({ content: { ...key, jointWith: 'leader' } })), corrected), 'proposal-corrected')).toEqual([]);
  });

  it('does not to a chair whose consent would come too late, nor to whoever has left: that link is refused', () => {
    const late = noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess } }).on('2023-03-20');
    late.does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
    late.does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk });
    expect(told(amends(late, corrected), 'proposal-corrected')).toHaveLength(1);
    late.on('2023-04-05').does({ type: 'run-daily-check', by: clerk });
    expect(told(amends(late, { reasons: 'Spelled well.' }), 'proposal-corrected')).toEqual([]);
    const put = letters(late.does({ type: 'defer-proposal', words: 'More.', until: null, by: clerk }), 'proposal-deferred');
    expect(put.map(({ whatHappensNext }) => whatHappensNext).filter((words) => words.includes('counts again'))).toEqual([]);
    const left = awaiting({ council: handedOver('cabinet-member-adult-social-care', '2023-04-06') }).on('2023-04-06');
    expect(told(amends(left, corrected), 'proposal-corrected')).toEqual([]);
  });
});

describe('a decision that was taken', () => {
  it('by a body is said to be the body’s, whoever signed for it', () => {
    const story = awaiting({ content: { ...key, decisionMaker: 'cabinet' } });
    story.does({
      type: 'record-meeting',
      meeting: {
        date: '2023-04-05',
        present: ['The Leader of the Council'],
        points: [],
        interests: [{ name: 'The Leader of the Council', interest: 'none' }],
      },
      by: clerk,
    });
    for (const letter of told(approves(story), 'decision-made')) expect(letter).toContain('Cabinet took it on Wednesday 5 April 2023.');
  });

  it('by two is published when both have approved, and neither is told otherwise', () => {
    const both = told(awaiting({ content: { ...key, jointWith: 'leader' } }), 'determination-opened');
    expect(both).toHaveLength(2);
    for (const letter of both) expect(letter).toContain('When each of you has approved, the record is published at once');
    expect(told(awaiting(), 'determination-opened')[0]).toContain('If you approve, the record is published at once');
    const { facts } = letters(awaiting({ content: { ...key, jointWith: 'leader' } }), 'determination-opened')[0]!;
    expect(facts.find(({ term }) => term === 'Decision maker')?.value).toBe(
      'Cabinet Member for Adult Social Care and Public Health, jointly with Leader of the Council',
    );
  });
});

describe('A letter promises nothing that does not happen:', () => {
  const next = (story: Story, type: Happening['type']) =>
    letters(story, type).map(({ to, whatHappensNext }) => [to.post ?? to.email, whatHappensNext]);
  it('of a decision without contracts nobody is told that its contracts are looked after', () => {
    expect(told(effective({ content: { ...key, contracts: [] } }), 'decision-effective').join()).not.toContain('contract');
    expect(told(effective(), 'decision-effective')[0]).toContain('What the decision says of contracts goes into the contracts register.');
  });
  it('of a decision in force nobody is told that a contract can be signed at once: a standstill may have to run first (Procurement Act 2023, s 51)', () => {
    const proposed = { title: 'SAFER', start: '2023-08-01', end: '2025-07-31', extensionOptions: [], replaces: [] };
    const of = (outcome: 'award' | 'procure' | 'extend' | 'lapse') =>
      told(effective({ content: { ...key, contracts: [{ ...proposed, outcome }] } }), 'decision-effective').join();
    const first = 'Before a contract is signed or changed come the notices, and any standstill, that procurement law asks for.';
    for (const outcome of ['award', 'procure', 'extend'] as const) expect(of(outcome)).toContain(first);
    expect(of('lapse')).not.toContain(first);
    expect(of('award')).not.toContain('Nothing stands in its way');
  });
  it('of an urgent decision nobody is told that it waits for its notice or for consultation', () => {
    const urgent = noticed({ route: 'special-urgency' });
    const all = letters(urgent, 'notice-published');
    expect(all.map(({ whatHappensNext }) => whatHappensNext).join()).not.toMatch(/notice has run|reads every answer before/);
    expect(next(urgent, 'notice-published').filter(([, words]) => words?.includes('given by the time it is taken'))).toHaveLength(2);
    expect(all.flatMap(({ facts }) => facts.filter(({ term }) => term === 'Not before').map(({ value }) => value))).toEqual(
      Array(2).fill('Tuesday 7 March 2023, and only once it is agreed to be urgent'),
    );
  });
  it('what was declined is told to everyone who was told that it would be decided, its reason only where it is on the record', () => {
    const byMaker = letters(declined(), 'proposal-declined');
    expect(byMaker.map(({ to }) => to.post ?? to.email)).toEqual(
      expect.arrayContaining(['clerk', 'scrutiny-chair', 's151-officer', 'monitoring-officer']),
    );
    expect(new Set(byMaker.map(({ to }) => to.email)).size).toBe(byMaker.length);
    const story = submitted();
    const inClearance = letters(
      story.does({ type: 'give-clearance', response: 'decline', ...link(story, 'clearance'), words: 'Not lawful, I fear.' }),
      'proposal-declined',
    );
    expect(inClearance.map(({ to }) => to.post)).toEqual(expect.arrayContaining(['clerk', 'monitoring-officer']));
    expect(inClearance.filter((letter) => JSON.stringify(letter).includes('I fear')).map(({ heading }) => heading)).toEqual(
      Array(2).fill('The proposal was declined'),
    );
  });
  it('what two were to decide together, both are told is declined, put off or given up', () => {
    const story = noticed({ content: { ...key, jointWith: 'leader' } });
    story.does({ type: 'withdraw-proposal', words: 'No longer needed.', by: clerk });
    expect(letters(story, 'proposal-withdrawn').map(({ to }) => to.post)).toEqual(
      expect.arrayContaining(['cabinet-member-adult-social-care', 'leader']),
    );
  });
  it('of what was returned only its officer is asked to change it', () => {
    const story = submitted();
    const asked = next(
      story.does({ type: 'give-clearance', response: 'return', ...link(story, 'clearance'), words: 'Fix it.' }),
      'proposal-returned',
    );
    expect(asked.map(([who, words]) => [who, words?.startsWith('Please change')])).toEqual([
      ['officer@kent.example', true],
      ['corporate-director-adult-social-care', false],
    ]);
    expect(told(story, 'proposal-returned').map((letter) => letter.includes('returned it to you'))).toEqual([true, false]);
  });
  it('the director is not told that the officer’s proposal is theirs', () => {
    const cleared = submitted();
    for (const step of cleared.open('clearance')) cleared.does({ type: 'give-clearance', response: 'approve', by: clerk, ...step });
    const answered = (response: 'return' | 'decline') => {
      const story = submitted();
      return story.does({ type: 'give-clearance', response, ...link(story, 'clearance'), words: 'No.' });
    };
    const all = [
      ...letters(cleared, 'clearance-given'),
      ...letters(cleared, 'proposal-cleared'),
      ...letters(answered('return'), 'proposal-returned'),
      ...letters(answered('decline'), 'proposal-declined'),
    ].filter(({ to }) => to.post === 'corporate-director-adult-social-care');
    expect(all.length).toBeGreaterThan(2);
    expect(all.map(({ heading }) => heading).filter((heading) => /your/i.test(heading))).toEqual([]);
  });
});

describe('A reminder', () => {
  const reminded = (story: Story, days: string[]) =>
    days.flatMap((day) => {
      const before = story.events.length;
      story.on(day, '06:00:00Z').does({ type: 'run-daily-check' });
      return story.events.length > before
        ? letters(story, 'step-reminded')
            .filter(({ stepId }) => stepId !== undefined)
            .map((letter) => ({ day, letter }))
        : [];
    });
  it('asks for nothing by a day that is past', () => {
    const found = reminded(submitted(), ['2023-03-13', '2023-03-15', '2023-03-17']);
    expect(found.map(({ day }) => day)).toEqual(['2023-03-13', '2023-03-15', '2023-03-17']);
    const said = found.map(({ letter: { paragraphs, byWhen } }) => [
      paragraphs.join(' ').includes('answer by Wednesday 15 March 2023'),
      byWhen,
    ]);
    expect(said).toEqual([
      [true, '2023-03-15'],
      [true, '2023-03-15'],
      [false, undefined],
    ]);
    expect(found[2]?.letter.paragraphs[0]).toContain('was asked for by Wednesday 15 March 2023, and has not come');
  });
  it('long after the day says that an answer still counts, and not by which link', () => {
    const [found] = reminded(submitted(), ['2023-03-17']);
    expect(found?.letter.paragraphs[0]).toContain('You can still give it, by the link below.');
  });
  it('in a list of many asks for nothing by a day that is past, and says of none that it was asked by an email that may never have come', () => {
    const waits = { decisionId: 'd', subject: 'A subject', stepId: 'clearance-1', issue: 1, stage: 'clearance' as const };
    const { facts, paragraphs } = digestLetter(
      {
        day: '2023-03-10',
        to: { name: 'A Director', email: 'director@kent.example', external: false },
        waiting: [
          { ...waits, number: '23/00001', dueOn: '2023-03-09' },
          { ...waits, number: '23/00002', dueOn: '2023-03-10' },
          { ...waits, number: '23/00003', dueOn: null },
        ],
      },
      () => 'https://decisions.kent.example/',
    );
    expect(facts.map(({ term }) => term)).toEqual([
      '23/00001: Clear it. It was asked for by Thursday 9 March 2023.',
      '23/00002: Clear it by Friday 10 March 2023',
      '23/00003: Clear it',
    ]);
    expect(paragraphs.join(' ')).not.toContain('You had an email');
  });
  it('in a list of many is counted as what is asked, since one proposal may ask for two agreements, each of which says what of', () => {
    const waits = { decisionId: 'd', number: '23/00001', subject: 'A subject', stage: 'agreement' as const, issue: 1, dueOn: null };
    const list = digestLetter(
      {
        day: '2023-03-10',
        to: { name: 'A Chair', email: 'chair@kent.example', external: false },
        waiting: [
          { ...waits, stepId: 'agreement-1' },
          { ...waits, stepId: 'agreement-2', purpose: 'private-meeting' },
          { ...waits, stepId: 'agreement-3', purpose: 'call-in-waiver' },
        ],
      },
      () => 'https://decisions.kent.example/',
    );
    expect([list.subject, list.heading]).toEqual(Array(2).fill('3 requests wait for your answer'));
    expect(list.facts.map(({ term }) => term)).toEqual([
      '23/00001: Say whether you agree that it is urgent',
      '23/00001: Say whether you agree that its private meeting is urgent',
      '23/00001: Say whether you agree that call-in is waived',
    ]);
  });
  it('a week later does not tell a decision maker that the day is today', () => {
    expect(letters(awaiting(), 'determination-opened')[0]?.paragraphs[0]).toContain('The decision may be taken now.');
    expect(reminded(awaiting(), ['2023-04-12'])[0]?.letter.paragraphs.join(' ')).toContain('The decision may be taken now.');
  });
});

it('Somebody’s link, asked for again by a stranger, is not said to be the newest that works: that may have ended with its key', () => {
  const story = submitted().does({ type: 'reissue-link', stepId: 'clearance-1', keepsLink: true });
  expect(told(story, 'link-reissued')[0]).toContain(
    'If it was not you, nothing has changed: every link of yours that worked before still works.',
  );
});

describe('Of somebody whom no email reached', () => {
  const lost = (story: Story, stepId: string) => story.does({ type: 'mark-undeliverable', stepId, words: 'No such mailbox', by: clerk });
  it('the clerk is told what can still be done, and that consultation waits for nobody', () => {
    const [toClerk] = told(lost(noticed(), 'consultation-1'), 'step-undeliverable');
    expect(toClerk).toContain('It cannot be said that they were asked');
    expect(toClerk).toContain('Consultation does not wait for them.');
    expect(told(lost(submitted(), 'clearance-1'), 'step-undeliverable')[0]).not.toContain('Consultation');
  });
  it('the officer is told apart from those who gave no answer', () => {
    const [closed] = letters(lost(noticed(), 'consultation-1').on('2023-04-05').does({ type: 'run-daily-check' }), 'consultation-closed');
    const [one, two] = noticed().decision?.steps.filter(({ stage }) => stage === 'consultation') ?? [];
    expect(closed?.facts.slice(-2)).toEqual([
      { term: 'Gave no answer', value: two?.title },
      { term: 'Could not be reached', value: one?.title },
    ]);
  });
});

describe('whoever still has something to answer', () => {
  const nextFor = (story: Story, type: Happening['type'], name: string) =>
    letters(story, type).find(({ to }) => to.email.startsWith(name))?.whatHappensNext;
  const defers = (story: Story) => story.does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
  const resumes = (story: Story) => story.does({ type: 'resume-proposal', by: clerk });
  const consultee = 'community.safety';

  it('is not told that nothing is asked of them when a deferred decision is taken up again', () => {
    const soon = nextFor(resumes(defers(noticed()).on('2023-03-09')), 'proposal-resumed', consultee);
    expect(soon).toMatch(/^Please answer the consultation by the link you have\. If anything more/);
    const closed = nextFor(resumes(defers(noticed()).on('2023-05-09')), 'proposal-resumed', consultee);
    expect(closed, 'consultation closes as it is taken up').toMatch(/^Nothing is asked of you\./);
  });

  it('is told so whatever else they are told: the director of another’s clearance, a chair of the second notice of a private meeting', () => {
    const [, ...others] = submitted().open('clearance');
    const clears = submitted().does({ type: 'give-clearance', response: 'approve', ...others[0]!, by: clerk });
    expect(nextFor(clears, 'clearance-given', 'corporate-director')).toMatch(/Please answer by the link you have\.$/);
    expect(nextFor(clears, 'clearance-given', 'officer')).toMatch(/Nothing is asked of you\.$/);
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const meeting = noticed({ content: { ...key, decisionMaker: 'cabinet', publicAccess } });
    meeting
      .does({ type: 'ask-private-meeting-consent', words: 'The bid closes.', by: clerk })
      .does({ type: 'publish-private-meeting-notice', representations: 'None.', response: 'None.', by: clerk });
    expect(nextFor(meeting, 'private-meeting-notice-published', 'scrutiny-chair')).toMatch(/Please answer by the link you have\.$/);
  });

  it('is not told to answer by a link that would be refused, having been sent to whoever held their post before', () => {
    const story = submitted();
    const [director] = story.decision!.steps.filter(({ post }) => post?.startsWith('corporate-director'));
    story.council = {
      ...story.council,
      posts: story.council.posts.map((post) =>
        post.id === director?.post ? { ...post, holders: [{ from: '2023-03-02', name: 'A Successor', email: director.email }] } : post,
      ),
    };
    const first = nextFor(
      story.on('2023-03-02').does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') }),
      'clearance-given',
      'corporate-director',
    );
    expect(first).toMatch(/Nothing is asked of you\.$/);
    const late = nextFor(story.on('2023-03-29').does({ type: 'run-daily-check', by: clerk }), 'step-reminded', 'corporate-director');
    expect(late).toMatch(/Nothing is asked of you\.$/);
  });

  it('is told of what they were asked: a chair of no consultation, and of nothing while the link would be refused', () => {
    const urgent = defers(noticed({ route: 'special-urgency' }));
    expect(nextFor(urgent, 'proposal-deferred', 'scrutiny-chair')).toContain(
      'Nothing is asked of you. The link you have counts again once it is taken up.',
    );
    expect(nextFor(resumes(urgent), 'proposal-resumed', 'scrutiny-chair')).toMatch(/^Please answer by the link you have\./);
    const moved = noticed({ route: 'special-urgency' });
    moved.does({ type: 'amend-proposal', content: { ...key, targetDecisionDate: '2023-03-20' } });
    expect(nextFor(moved, 'decision-date-moved', 'scrutiny-chair')).toContain('Please answer by the link you have.');
  });
});

describe('a decision that may be taken, but by nobody who is in post', () => {
  const opened = (content: typeof key, post: string) => {
    const story = noticed({ content });
    story.council = vacant(post, '2023-03-20');
    return letters(story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk }), 'determination-opened');
  };

  it('is not said to wait for a meeting: the clerk is told that the post is empty', () => {
    const told = opened(key, 'cabinet-member-adult-social-care');
    expect(told.map(({ to, heading }) => [to.post, heading])).toEqual([['clerk', 'A post that has to sign this decision is empty']]);
  });

  it('is told of as well where one of two is asked', () => {
    const told = opened({ ...key, jointWith: 'leader' }, 'leader');
    expect(told.map(({ kind, to }) => [kind, to.post])).toEqual([
      ['determination-asked', 'cabinet-member-adult-social-care'],
      ['determination-opened', 'clerk'],
    ]);
  });
});

it('a clearance is told to the officer although the email to the last who must give it did not arrive: it is not cleared', () => {
  const story = submitted();
  const [first, second, third] = story.open('clearance');
  story.does({ type: 'mark-undeliverable', stepId: third!.stepId, words: 'No such mailbox', by: clerk });
  for (const step of [first!, second!]) story.does({ type: 'give-clearance', response: 'approve', ...step, by: clerk });
  expect(told(story, 'clearance-given')[0]).toContain('It still waits for Corporate Director');
});

describe('of somebody whom no email reached', () => {
  const lost = (story: Story, stepId: string) => story.does({ type: 'mark-undeliverable', stepId, words: 'No such mailbox', by: clerk });
  const found = (story: Story, stepId: string) => told(lost(story, stepId), 'step-undeliverable').join();
  const later = (story: Story, day: string) => told(story.on(day).does({ type: 'run-daily-check', by: clerk }), 'step-reminded').join();
  const waived = () => noticed().does({ type: 'ask-call-in-waiver', words: 'The grant lapses.', by: clerk });

  it('it is said to the clerk what can be done: of a chair’s agreement who else may give it, and of a waiver of call-in nobody', () => {
    expect(found(noticed({ route: 'special-urgency' }), 'agreement-1')).toContain('ask whoever may agree instead if the chair cannot act');
    expect(found(submitted(), 'clearance-1')).toContain('arrange cover');
    expect(found(waived(), 'agreement-1')).toContain('Then send a fresh link, or enter an answer given another way.');
  });

  it('it is not said to the clerk to send a link, arrange cover or enter an answer while each would be refused', () => {
    const deferred = noticed({ route: 'special-urgency' }).does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    const changed = awaiting().does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['Something else.'] } });
    for (const words of [found(deferred, 'agreement-1'), found(changed, 'consultation-1')]) {
      expect(words).toContain('Please check the address in the directory.');
      expect(words).not.toMatch(/fresh link|cover|ask whoever|ask them afresh|enter an answer/);
    }
  });

  it('it is not said that the proposal waits for them where it does not', () => {
    expect(later(lost(noticed({ route: 'special-urgency' }), 'agreement-1'), '2023-03-09')).toContain('the proposal waits');
    const consulted = later(lost(noticed(), 'consultation-1'), '2023-03-09');
    expect(consulted).toContain('Consultation does not wait for them.');
    const waiver = later(lost(waived(), 'agreement-1'), '2023-03-09');
    expect(waiver).toContain('Without their yes before the decision, call-in runs.');
    expect([consulted, waiver].join()).not.toContain('the proposal waits');
  });
});

describe('an answer that a clerk entered', () => {
  const entered = (story: Story, stepId: string, response: string, more = {}) =>
    story.does({ type: 'record-answer', stepId, response, words: 'By letter.', evidence: 'A letter', by: clerk, ...more });
  const joint = { ...key, jointWith: 'leader' };

  it.each([
    ['clearance-given', 'Section 151 Officer approved it.', () => entered(submitted(), 'clearance-1', 'approve')],
    ['proposal-returned', 'Section 151 Officer returned it to you.', () => entered(submitted(), 'clearance-1', 'return')],
    ['proposal-declined', 'Section 151 Officer declined it.', () => entered(submitted(), 'clearance-1', 'decline')],
    [
      'agreement-given',
      'Chair of the Scrutiny Committee answered.',
      () => entered(noticed({ route: 'special-urgency' }), 'agreement-1', 'agree'),
    ],
    ['consultation-answered', 'answered the consultation.', () => entered(noticed(), 'consultation-1', 'object')],
    [
      'determination-countersigned',
      'when everyone has signed.',
      () => entered(awaiting({ content: joint }), 'determination-1', 'approve', { interest: none }),
    ],
  ] as const)('is told as that of whoever gave it, and the clerk as whoever entered it: %s', (type, words, tell) => {
    const all = letters(tell(), type);
    expect(all.length).toBeGreaterThan(0);
    for (const { heading } of all) expect(heading).not.toContain('A Clerk');
    const [first] = told(tell(), type);
    expect(first).toContain(words);
    expect(first).toContain('A Clerk entered the answer, which came another way.');
    expect(first).not.toMatch(/A Clerk(, [^.]*)? (approved|returned|declined|answered)/);
  });
});

it('whoever has still to answer is asked to, however their address is typed', () => {
  const [officer, director] = ['Officer@Kent.example', 'Corporate-Director-Adult-Social-Care@Kent.example'];
  const consultees = [officer, director].map((email) => ({ name: email, email }));
  const story = noticed({ content: { ...key, consultees } }).does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
  const theirs = letters(story, 'proposal-deferred').filter(({ to }) =>
    [officer, director].some((email) => isSameAddress(email, to.email)),
  );
  expect(theirs.map(({ whatHappensNext }) => whatHappensNext)).toEqual([
    expect.stringContaining('Please answer the consultation by the link you have.'),
    expect.stringContaining('Please answer the consultation by the link you have.'),
  ]);
});

it('whoever submitted it is not told to answer for the post that they hold, since nobody clears their own proposal', () => {
  const story = new Story().does({
    type: 'draft-proposal',
    content: key,
    submittedBy: { ...submittedBy, email: 'S151-Officer@kent.example' },
  });
  story.does({ type: 'submit-proposal' });
  story.does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance', 1) });
  expect(letters(story, 'clearance-given').map(({ to, whatHappensNext }) => [to.email, whatHappensNext.split('. ').at(-1)])).toEqual([
    ['S151-Officer@kent.example', 'Nothing is asked of you.'],
    ['corporate-director-adult-social-care@kent.example', 'Please answer by the link you have.'],
  ]);
});

it('whoever covers for somebody who has left the post is mailed no link that would be refused, and the clerk is told why', () => {
  const cover = { stepId: 'determination-1', to: { name: 'A Deputy', email: 'deputy@kent.example' }, scheme: 'Scheme', by: clerk };
  const left = awaiting({ council: vacant(key.decisionMaker, '2023-04-06') }).on('2023-04-06');
  left.does({ type: 'delegate-step', ...cover });
  expect(letters(left, 'step-delegated').map(({ to, paragraphs }) => [to.email, paragraphs.at(-1)])).toContainEqual([
    'clerk@kent.example',
    expect.stringContaining('Nobody does: the clerk can send a fresh link once somebody does'),
  ]);
  const asked = (story: Story) =>
    letters(story, 'step-delegated')
      .filter(({ stepId }) => stepId)
      .map(({ to }) => to.email);
  expect(asked(left)).toEqual([]);
  expect(asked(awaiting().does({ type: 'delegate-step', ...cover }))).toEqual(['deputy@kent.example']);
});

it('whoever is told of something as its officer, and is consulted about it besides, is told to answer and not that nothing is asked', () => {
  const own = { name: submittedBy.name, email: submittedBy.email };
  const story = noticed({ route: 'special-urgency', content: { ...key, consultees: [own, ...key.consultees] } });
  story.does({ type: 'give-agreement', response: 'refuse', ...link(story, 'agreement'), words: 'It can wait.' });
  const [mine] = letters(story, 'agreement-refused').filter(({ to }) => to.email === own.email);
  expect(mine?.whatHappensNext).toContain('Please answer the consultation by the link you have.');
  expect(mine?.whatHappensNext).not.toContain('Nothing is asked of you');
});

it.each([
  ['not key', small],
  ['key, with nobody to consult', { ...key, consultees: [] }],
])(
  'whoever is told of a notice that goes up again is told of no day that is past, but from when it can be decided now: %s',
  (_, content) => {
    const story = awaiting({ content }).on('2023-04-20');
    story.does({ type: 'determine', response: 'return', interest: none, ...link(story, 'determination'), words: 'Say more.' });
    clear(story.on('2023-05-22').does({ type: 'submit-proposal' })).does({ type: 'publish-notice', route: 'ordinary', by: clerk });
    const all = letters(story, 'notice-published').map(({ facts }) => facts.filter(({ value }) => / 2023$/.test(value)));
    expect(new Set(all.flatMap((days) => days.map(({ term, value }) => `${term} ${value}`)))).toEqual(
      new Set(['Not before Monday 22 May 2023']),
    );
  },
);

it('the officer of a decision that nobody could ever call in is not told that it can be called in no more', () => {
  const council = { ...kent, callInRules: kent.callInRules.map((rule) => ({ ...rule, keyOnly: true })) };
  const [first] = told(decided({ council, content: small }), 'decision-effective');
  expect(first).toContain('Nobody can call it in now.');
});

it.each(['2023-04-15', '2023-04-18'])(
  'the officer is told on %s, by a check that ran then, from which day the decision may be carried out',
  (day) => {
    const [first] = told(decided().on(day).does({ type: 'run-daily-check' }), 'decision-effective');
    expect(first).toContain('It may be carried out from Saturday 15 April 2023.');
  },
);

it('whoever signed with another, and is asked again after a correction or a deferral, is told that their signature no longer counts', () => {
  const joint = { ...key, jointWith: 'leader' };
  const voided = 'An earlier email to you asked for this too. Its link no longer works, and a signature given by it no longer counts.';
  const asked = (story: Story) => letters(story, 'determination-opened').map(({ paragraphs }) => paragraphs[0]);
  const signed = approves(awaiting({ content: joint }));
  expect(letters(signed, 'determination-opened').flatMap(({ paragraphs }) => paragraphs)).not.toContain(voided);
  signed.does({ type: 'amend-proposal', content: { ...joint, background: `${joint.background} Corrected.` } });
  expect(asked(signed)).toEqual([voided, voided]);
  const later = approves(awaiting({ content: joint })).does({
    type: 'defer-proposal',
    words: 'More work.',
    until: '2023-04-20',
    by: clerk,
  });
  expect(asked(later.on('2023-04-20').does({ type: 'run-daily-check' }))).toEqual([voided, voided]);
  const reminder = letters(later.on('2023-04-25').does({ type: 'run-daily-check' }), 'step-reminded');
  expect(
    reminder.flatMap(({ paragraphs }) => paragraphs),
    'the link of the email before is the one in this',
  ).not.toContain(voided);
});

it('whoever cleared what somebody else then returned is told, when asked again, that what they answered no longer counts', () => {
  const story = submitted();
  const gone = 'It was returned since it was first submitted: an answer given before that no longer counts.';
  expect(told(story, 'proposal-submitted').join()).not.toContain(gone);
  story.does({ type: 'give-clearance', response: 'approve', ...link(story, 'clearance') });
  story
    .does({ type: 'give-clearance', response: 'return', ...link(story, 'clearance'), words: 'Say more.' })
    .does({ type: 'submit-proposal' });
  const again = told(story, 'proposal-submitted');
  expect(again).toHaveLength(3);
  for (const letter of again) expect(letter).toContain(gone);
});

it.each([
  ['call-in-waiver', 'The waiver of call-in was agreed for an earlier day: unless it is agreed again, call-in runs.'],
  ['private-meeting', 'unless that is agreed again, it waits for its 28 clear days and its second notice.'],
])('what a chair agreed to and lapsed is told as no agreement that the decision waits for, where it is none: %s', (purpose, words) => {
  const inPrivate = purpose === 'private-meeting';
  const story = noticed({ content: inPrivate ? { ...key, decisionMaker: 'cabinet', publicAccess } : key });
  const type = inPrivate ? ('ask-private-meeting-consent' as const) : ('ask-call-in-waiver' as const);
  story.does({ type, words: 'It lapses.', by: clerk }).does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement') });
  story
    .does({ type: 'defer-proposal', words: 'More work.', until: '2023-03-20', by: clerk })
    .on('2023-03-20')
    .does({ type: 'run-daily-check' });
  const all = told(story, 'proposal-resumed');
  expect(all.length).toBeGreaterThan(0);
  for (const letter of all) {
    expect(letter).toContain(words);
    expect(letter).not.toContain('has to be agreed again');
  }
});
