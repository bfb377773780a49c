import { describe, expect, it } from 'vitest';
import { lacksAgreement } from '../../functions/determination/opening.rules.ts';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { clear, cleared, key, link, none, noticed, vacant } from '../decision/stories.ts';
import { handedOver } from '../link/handed-over.ts';
import { clerk, officer, type Story } from '../decision/story.ts';

const urgent = (setting = {}) => noticed({ route: 'special-urgency', ...setting });
const askedOf = ({ decision }: Story) =>
  decision?.steps.filter(({ stage, state }) => stage === 'agreement' && state === 'open').map(({ post }) => post);
const answers = (story: Story, response: 'agree' | 'refuse', words = 'In words.') =>
  story.tries({ type: 'give-agreement', response, ...link(story, 'agreement'), words });
const publishes = (story: Story, agreementFrom?: string) =>
  story.tries({ type: 'publish-notice', route: 'special-urgency', reason: 'The grant lapses.', agreementFrom, by: clerk });

describe('special urgency', () => {
  it('asks the scrutiny chair that day, and opens as soon as the chair agrees', () => {
    const story = urgent();
    expect([story.status, askedOf(story)]).toEqual(['notice-published', ['scrutiny-chair']]);
    answers(story, 'agree');
    expect(story.status).toBe('awaiting-decision');
    expect(story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') }).decision).toMatchObject({
      status: 'decided',
      determination: { decidedOn: '2023-03-07' },
    });
  });

  it('is decided by nobody before the agreement, however long it takes', () => {
    const story = urgent().on('2023-05-01').does({ type: 'run-daily-check', by: clerk });
    expect(story.status).toBe('notice-published');
    expect(
      story.tries({ type: 'determine', response: 'approve', interest: none, stepId: 'determination-1', issue: 1, words: '' }),
    ).toMatchObject({ rule: 'special-urgency-agreement', source: 'Reg 11 of SI 2012/2089' });
  });

  it('asks the chair of the council where there is no scrutiny chair, and then the vice-chair', () => {
    expect(askedOf(urgent({ council: vacant('scrutiny-chair', '2023-02-01') }))).toEqual(['council-chair']);
    expect(askedOf(urgent({ council: vacant('council-chair', '2023-02-01', vacant('scrutiny-chair', '2023-02-01')) }))).toEqual([
      'council-vice-chair',
    ]);
    const nobody = vacant(
      'council-vice-chair',
      '2023-02-01',
      vacant('council-chair', '2023-02-01', vacant('scrutiny-chair', '2023-02-01')),
    );
    expect(publishes(cleared({ council: nobody }))).toMatchObject({ rule: 'special-urgency-agreement' });
  });

  it('asks the next in line when the clerk says the chair cannot act, before or after asking', () => {
    const story = cleared();
    publishes(story, 'council-chair');
    expect(askedOf(story)).toEqual(['council-chair']);
    const away = urgent();
    const old = link(away, 'agreement');
    expect(publishes(away)).toMatchObject({ rule: 'notice-already-published' });
    expect(publishes(away, 'council-chair')).toBeNull();
    expect(away.tries({ type: 'give-agreement', response: 'agree', ...old })).toMatchObject({ rule: 'step-void' });
    answers(away, 'agree');
    expect(away.status).toBe('awaiting-decision');
  });

  it.each([
    ['of another chair', 'special-urgency', 'council-chair'],
    ['by another route', 'ordinary', undefined],
  ] as const)('whose email did not arrive is not chased, resent or said to hold it up once it is noticed again, %s', (_, route, chair) => {
    const story = urgent().does({ type: 'mark-undeliverable', stepId: 'agreement-1', words: 'No such mailbox', by: clerk });
    story.does({ type: 'publish-notice', route, reason: 'The grant lapses.', agreementFrom: chair, by: clerk });
    expect(story.decision?.steps.find(({ id }) => id === 'agreement-1')).toMatchObject({
      state: 'void',
      words: 'A new notice was published',
    });
    expect(blockersOf(story.decision!, story.given).map(({ rule }) => rule)).not.toContain('step-undeliverable');
    const chased = story.on('2023-03-10').does({ type: 'run-daily-check', by: clerk }).events.at(-1)?.happening;
    expect(chased).not.toMatchObject({ stepId: 'agreement-1' });
    expect(story.tries({ type: 'reissue-link', stepId: 'agreement-1', by: clerk })).toMatchObject({ rule: 'step-void' });
  });

  it('is never asked of the vice-chair while there is a chair of either, able to act or not', () => {
    expect(publishes(urgent(), 'council-vice-chair')).toMatchObject({
      rule: 'special-urgency-agreement',
      source: 'Reg 11 of SI 2012/2089',
      inPost: 'Chair of the Scrutiny Committee',
      words: expect.stringContaining(
        'Ask the Chair of the Scrutiny Committee, or the chair of the council where they cannot act, or publish it by another route.',
      ),
    });
    expect(publishes(cleared({ council: vacant('scrutiny-chair', '2023-02-01') }), 'council-vice-chair')).toMatchObject({
      inPost: 'Chair of the County Council',
      words: expect.stringContaining('Ask the Chair of the County Council, or publish it by another route.'),
    });
    expect(publishes(cleared({ council: vacant('council-chair', '2023-02-01') }), 'council-vice-chair')).toMatchObject({
      inPost: 'Chair of the Scrutiny Committee',
    });
    expect(
      publishes(cleared({ council: vacant('council-chair', '2023-02-01', vacant('scrutiny-chair', '2023-02-01')) }), 'council-vice-chair'),
    ).toBeNull();
  });

  it('asked of the next in line another day asks consultees again for that day', () => {
    const away = urgent().on('2023-03-08');
    publishes(away, 'council-chair');
    expect(
      away.decision?.steps.filter(({ stage, state }) => stage === 'consultation' && state === 'open').map(({ dueOn }) => dueOn),
    ).toEqual(['2023-03-08', '2023-03-08']);
    away.does({ type: 'amend-proposal', content: { ...key, reasons: 'Spelled correctly.' } });
    expect(away.decision).toMatchObject({ notice: { publishedOn: '2023-03-07', timetable: { consultationClosesOn: '2023-03-08' } } });
    expect(away.on('2023-03-09').does({ type: 'run-daily-check', by: clerk }).happened.at(-1)).toBe('consultation-closed');
  });

  it('is not in question before there is a notice', () => expect(lacksAgreement(cleared().decision ?? never())).toBe(false));

  it('is never agreed by anybody else', () => expect(publishes(cleared(), 'leader')).toMatchObject({ rule: 'special-urgency-agreement' }));

  it('is not agreed by a chair who has left the post since, though the link was theirs', () => {
    const story = urgent({ council: handedOver('scrutiny-chair', '2023-03-08') }).on('2023-03-08');
    expect(answers(story, 'agree')).toMatchObject({ rule: 'no-longer-in-post', asked: 'Before' });
    expect([story.status, story.happened.at(-1)]).toEqual(['notice-published', 'notice-published']);
  });

  it('agreed, is no consent to a private meeting: neither of its notices is cleared by that', () => {
    const content = {
      ...key,
      decisionMaker: 'cabinet',
      publicAccess: { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' },
    };
    const story = urgent({ content });
    answers(story, 'agree');
    expect(story.events.at(-1)?.happening).toStrictEqual({ type: 'agreement-given', stepId: 'agreement-1', words: 'In words.' });
    expect(story.on('2023-05-01').does({ type: 'run-daily-check', by: clerk }).status).toBe('notice-published');
  });

  it('refused, gives why, and is not asked of the next in line instead', () => {
    const story = urgent();
    expect(answers(story, 'refuse', ' ')?.errors?.[0]?.path).toBe('words');
    answers(story, 'refuse', 'It can wait.');
    expect(blockersOf(story.decision ?? never(), story.given).map(({ rule }) => rule)).toContain('special-urgency-refused');
    expect(publishes(story, 'council-chair')).toMatchObject({
      rule: 'special-urgency-refused',
      refusedBy: 'The Chair of the Scrutiny Committee',
    });
    expect(publishes(story), 'the same chair may be asked again with a better reason').toBeNull();
  });

  it.each(['changed', 'returned'])(
    'refused, is asked of nobody else of the proposal %s since either, while whoever refused is in post',
    (how) => {
      const council = handedOver('scrutiny-chair', '2023-03-20');
      const anew = (day: string) => {
        const story = urgent({ council });
        answers(story, 'refuse', 'It can wait.');
        const content = { ...key, proposedDecision: [...key.proposedDecision, 'Report back.'] };
        story.does({ type: 'amend-proposal', content, by: officer });
        if (how === 'returned') {
          story.does({ type: 'give-clearance', response: 'return', ...link(story, 'clearance'), words: 'Add the risks.' });
          story.does({ type: 'submit-proposal', by: officer });
        }
        return clear(story).on(day);
      };
      const refusal = { rule: 'special-urgency-refused', words: expect.stringContaining('did not agree that this is urgent') };
      expect(publishes(anew('2023-03-08'), 'council-chair')).toMatchObject(refusal);
      const again = anew('2023-03-08');
      expect([publishes(again), askedOf(again)]).toEqual([null, ['scrutiny-chair']]);
      expect(publishes(anew('2023-03-20'), 'council-chair')).toBeNull();
    },
  );

  it('refused or unanswered, may be published by another route', () => {
    const story = urgent();
    expect(
      story.on('2023-03-08').tries({ type: 'publish-notice', route: 'general-exception', reason: 'The grant lapses.', by: clerk }),
    ).toBeNull();
    expect(story.decision).toMatchObject({ status: 'notice-published', notice: { route: 'general-exception' } });
    expect(story.on('2023-03-16').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
  });

  it('waits for no consultation, whatever day for it was hoped for', () => {
    expect(publishes(cleared({ content: { ...key, consultationClosesOn: '2023-02-28' } }))).toBeNull();
    const story = urgent({ content: { ...key, consultationClosesOn: '2023-04-30' } });
    answers(story, 'agree');
    expect(story.status).toBe('awaiting-decision');
  });

  it('agreed, has to be agreed again after a material change', () => {
    const story = urgent();
    answers(story, 'agree');
    story.does({ type: 'amend-proposal', content: { ...key, proposedDecision: ['More.'] } });
    expect(story.decision?.steps.filter(({ stage }) => stage === 'agreement').map(({ state }) => state)).toEqual(['void']);
  });
});

const never = (): never => {
  throw new Error('There is a decision');
};
