import { describe, expect, it } from 'vitest';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { awaiting, clear, noticed, key, link, none } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';
import { telling } from '../email/telling.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';

const lost = {
  type: 'mark-notice-undeliverable' as const,
  name: 'The Chair',
  email: 'chair@kent.example',
  words: 'No such mailbox',
  by: clerk,
};
const quiet = { ...key, consultees: [] };
const said = (story: Story) => publicationOf(story.decision!, story.council)?.shortNotice?.words;

describe('The written notice of regulation 10 that reaches nobody', () => {
  it('is said once of each of those written to, and on the record', () => {
    const story = noticed({ route: 'general-exception' });
    expect(said(story)).not.toContain('did not arrive');
    story
      .does(lost)
      .does(lost)
      .does({ ...lost, name: 'Another' });
    expect(story.happened.filter((type) => type === 'notice-undeliverable')).toHaveLength(2);
    expect(said(story)).toMatch(/was written to and a shorter notice was published\. An email of that notice did not arrive\.$/);
  });
  it('is nothing to say of a notice by another route', () => {
    const story = noticed().does(lost);
    expect(story.happened).not.toContain('notice-undeliverable');
  });
  it('is told to the clerk, who is to see that they have it, and to the officer, whose decision waits', () => {
    const story = telling().cleared(key).does({ type: 'publish-notice', route: 'general-exception', reason: 'A grant lapses', by: clerk });
    const [letter, toOfficer] = story.does(lost).letters('notice-undeliverable');
    expect(letter).toMatchObject({ to: { email: 'clerk@kent.example' }, heading: 'The written notice of regulation 10 did not arrive' });
    expect(letter?.paragraphs.join(' ')).toMatch(/to The Chair could not be delivered\. .*informed in writing/);
    expect(letter?.facts).toContainEqual({ term: 'Sent to', value: 'chair@kent.example' });
    expect(letter?.action).toMatchObject({ path: expect.stringContaining('/desk/proposals/') });
    expect(toOfficer).toMatchObject({
      to: { email: 'officer@kent.example' },
      whatHappensNext: expect.stringContaining('Nothing is asked of you.'),
    });
    expect(toOfficer?.paragraphs.join(' ')).toContain('waits until the clerk has given it to them otherwise');
  });
});

describe('The written notice of regulation 10 that comes back while what it was of is changed', () => {
  const changed = (story: Story) =>
    story.does({ type: 'amend-proposal', content: { ...quiet, proposedDecision: [...quiet.proposedDecision, 'Report back in a year'] } });
  const except = { type: 'publish-notice' as const, route: 'general-exception' as const, reason: 'A grant lapses', by: clerk };

  it.each([
    ['while it is cleared anew', (story: Story) => clear(changed(story).does(lost))],
    ['once it is cleared', (story: Story) => clear(changed(story)).does(lost)],
  ])('lends no days to the next: %s', (_, comesBack) => {
    const story = comesBack(noticed({ route: 'general-exception', content: quiet }).on('2023-03-08'))
      .on('2023-03-13')
      .does(except);
    expect([story.status, earliest(story)]).toEqual(['notice-published', '2023-03-21']);
  });
  it('is told to the clerk and the officer, and that the next notice ends the waiting too', () => {
    const story = telling().cleared(quiet).does(except);
    changed(story).does(lost);
    const [clerks, officers] = story.letters('notice-undeliverable');
    expect(clerks?.whatHappensNext).toMatch(/If cleared anew, its next notice has days of its own\.$/);
    expect(officers?.paragraphs).toContainEqual(expect.stringContaining('or the next is published.'));
  });
});

const handed = { type: 'record-written-notice' as const, name: 'The Chair', givenOn: '2023-03-07', words: 'By hand', by: clerk };
const checks = (story: Story) => story.does({ type: 'run-daily-check', by: clerk });
const signs = (story: Story) => story.tries({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });
const earliest = ({ decision }: Story) => (decision && 'notice' in decision ? decision.notice?.timetable.earliestDecisionDate : null);

describe('A decision of which somebody who must be informed in writing was not (reg 10(1)(a))', () => {
  const lacking = () => noticed({ route: 'general-exception' }).does(lost);

  it('is not opened on its day, and waits for the clerk', () => {
    const story = checks(lacking().on('2023-03-20'));
    expect(story.status).toBe('notice-published');
    expect(blockersOf(story.decision!, story.given)).toMatchObject([{ rule: 'written-notice', heldBy: 'Clerk' }]);
  });
  it('is opened once the notice was given otherwise, on its own day where that was the day of the notice', () => {
    const story = lacking().does(handed);
    expect([story.status, earliest(story)]).toEqual(['notice-published', '2023-03-15']);
    expect(checks(story.on('2023-03-15')).status).toBe('awaiting-decision');
    expect(said(story)).toMatch(/did not arrive, and it was given otherwise on 7 March 2023\.$/);
  });
  it('has its five clear days from a later day on which it was given, which everyone in the file and the public are told', () => {
    const story = lacking()
      .on('2023-03-09')
      .does({ ...handed, givenOn: '2023-03-08' });
    expect(story.happened.slice(-2)).toEqual(['written-notice-given', 'decision-date-moved']);
    expect(earliest(story)).toBe('2023-03-16');
    expect(checks(story.on('2023-03-15')).status).toBe('notice-published');
    expect(checks(story.on('2023-03-16')).status).toBe('awaiting-decision');
  });
  it('is not taken while it waits, though whoever decides was asked before the email came back', () => {
    const story = awaiting({ route: 'general-exception' }).does(lost);
    expect(signs(story)).toMatchObject({ rule: 'written-notice', words: expect.stringContaining('The Chair') });
    expect(signs(story.does(handed))).toBeNull();
  });
  it('is asked for again on the later day where the notice was given only after it was opened', () => {
    const story = awaiting({ route: 'general-exception' }).does(lost);
    story.does({ ...handed, givenOn: story.now.slice(0, 10) });
    expect([story.status, story.happened.slice(-2)]).toEqual(['notice-published', ['written-notice-given', 'decision-date-moved']]);
    expect(story.open('determination')).toEqual([]);
  });
  it('waits too where the email came back while it was put off', () => {
    const story = noticed({ route: 'general-exception' }).does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk });
    story.does(lost).does({ type: 'resume-proposal', by: clerk });
    expect(checks(story.on('2023-03-20')).status).toBe('notice-published');
    expect(story.does({ ...handed, givenOn: '2023-03-07' }).status).toBe('awaiting-decision');
  });
  it('keeps those days also where its notice goes up again after a change', () => {
    const story = noticed({ route: 'general-exception', content: quiet }).on('2023-03-08');
    story.does({ type: 'amend-proposal', content: { ...quiet, proposedDecision: [...quiet.proposedDecision, 'Report back in a year'] } });
    clear(story).does({ type: 'defer-proposal', words: 'More work.', until: null, by: clerk }).does(lost).on('2023-03-10');
    story.does({ ...handed, givenOn: '2023-03-09' }).does({ type: 'resume-proposal', by: clerk });
    story.does({ type: 'publish-notice', route: 'general-exception', reason: 'The grant lapses', by: clerk });
    expect(earliest(story)).toBe('2023-03-18');
  });
  it('waits for each of those who must be informed', () => {
    const story = lacking()
      .does({ ...lost, name: 'Another' })
      .on('2023-03-20')
      .does(handed);
    expect(story.status).toBe('notice-published');
    expect(story.does({ ...handed, name: 'Another' }).status).toBe('awaiting-decision');
  });
  it('is put right where a day was entered by mistake, and asked for again where the right one is later', () => {
    const story = lacking().does(handed).on('2023-03-15');
    expect(checks(story).status).toBe('awaiting-decision');
    story.does({ ...handed, givenOn: '2023-03-13' });
    expect([story.status, earliest(story), story.open('determination')]).toEqual(['notice-published', '2023-03-21', []]);
    expect(said(story)).toMatch(/did not arrive, and it was given otherwise on 13 March 2023\.$/);
  });
  it('tells everyone that the day is later because the written notice was given later', () => {
    const told = telling().cleared(key).does({ type: 'publish-notice', route: 'general-exception', reason: 'A grant lapses', by: clerk });
    told
      .does(lost)
      .on('2023-03-09')
      .does({ ...handed, givenOn: '2023-03-08' });
    expect(told.letters('decision-date-moved')[0]?.paragraphs).toEqual([
      'It will not be taken before Thursday 16 March 2023.',
      'The written notice of the general exception was given on 8 March 2023, and its 5 clear working days are over on 16 March 2023.',
    ]);
  });
  it('keeps the day of each of those to whom it was given otherwise, and hears no more of their emails', () => {
    const other = { ...lost, name: 'Another' };
    const story = lacking()
      .on('2023-03-08')
      .does(other)
      .does(handed)
      .does({ ...handed, name: 'Another', givenOn: '2023-03-08' });
    expect(said(story)).toMatch(/it was given otherwise on 7 March 2023 and 8 March 2023\.$/);
    const bounces = () => story.happened.filter((type) => type === 'notice-undeliverable').length;
    const before = bounces();
    story.does(lost).does(other);
    expect(bounces()).toBe(before);
  });
  it('may have been given to them on the very day on which the decision was proposed', () => {
    const story = lacking();
    const { at } = story.events.find(({ happening }) => happening.type === 'proposal-submitted')!;
    expect(story.tries({ ...handed, givenOn: at.slice(0, 10) })).toBeNull();
  });
  it('takes no word for it of somebody whom it reached, twice of one day, of a day to come, or of one before it was proposed', () => {
    const rule = (with_: object, story = lacking()) => story.tries({ ...handed, ...with_ });
    expect(rule({}, noticed({ route: 'general-exception' }))).toMatchObject({ rule: 'written-notice-not-due' });
    expect(rule({}, lacking().does(handed))).toMatchObject({ rule: 'written-notice-given' });
    expect(rule({ name: 'Another', givenOn: '2023-03-08' })?.errors?.map(({ path }) => path)).toEqual(['name', 'givenOn']);
    expect(rule({ givenOn: '2023-02-28' })?.errors?.map(({ path }) => path)).toEqual(['givenOn']);
  });
});

describe('A shorter notice asked for where an ordinary notice still counts', () => {
  const again = (targetDecisionDate: string | undefined, on = '2023-03-20', content = key) => {
    const story = noticed({ content }).on(on);
    const proposedDecision = [...content.proposedDecision, 'Report back in a year'];
    story.does({
      type: 'amend-proposal',
      content: { ...content, proposedDecision, ...(targetDecisionDate ? { targetDecisionDate } : {}) },
    });
    for (const step of story.open('clearance')) story.does({ type: 'give-clearance', response: 'approve', by: clerk, ...step });
    return story;
  };
  const except = { type: 'publish-notice' as const, route: 'general-exception' as const, reason: 'The grant lapses', by: clerk };

  const earliest = ({ decision }: Story) => decision?.status === 'notice-published' && decision.notice.timetable.earliestDecisionDate;

  it.each(['general-exception', 'special-urgency'] as const)(
    'is refused, since nobody was given it on the day of that notice, and the ordinary route puts nothing off: %s',
    (route) => {
      const story = again('2023-04-12');
      expect(story.tries({ ...except, route })).toMatchObject({
        rule: 'ordinary-notice-counts',
        words: expect.stringContaining('7 March 2023 still counts'),
      });
      expect(earliest(story.does({ ...except, route: 'ordinary' }))).toBe('2023-04-12');
    },
  );
  it.each(['general-exception', 'special-urgency'] as const)(
    'is refused once that notice has run, and may be decided on at once: %s',
    (route) => {
      const story = again(undefined, '2023-04-06', quiet);
      expect(story.tries({ ...except, route })).toMatchObject({ rule: 'ordinary-notice-counts' });
      expect(story.does({ ...except, route: 'ordinary' }).status).toBe('awaiting-decision');
    },
  );
  it('is taken where it is urgent, and those asked again would answer too late', () => {
    const late = () => again('2023-04-12', '2023-04-04');
    expect(earliest(late().does({ ...except, route: 'ordinary' }))).toBe('2023-04-14');
    expect(earliest(late().does({ ...except, route: 'special-urgency' }))).toBe('2023-04-12');
  });
  it('has its own day and its own five days where the decision is to come sooner than was told', () => {
    const { decision } = again(undefined).does(except);
    expect(decision?.status === 'notice-published' && [decision.notice.publishedOn, decision.notice.route]).toEqual([
      '2023-03-20',
      'general-exception',
    ]);
  });
});
