import { describe, expect, it } from 'vitest';
import { blockersOf } from '../../functions/proposal/blockers.rules.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { lettersFor } from '../../functions/email/letters.ts';
import { awaiting, key, link, none, noticed, small } from '../decision/stories.ts';
import { clerk, type Story } from '../decision/story.ts';

const agrees = (story: Story) => story.does({ type: 'give-agreement', response: 'agree', ...link(story, 'agreement'), words: 'It is.' });
const putOff = (story: Story, until: string | null = null) =>
  story.does({ type: 'defer-proposal', words: 'The grant came after all.', until, by: clerk });
const takenUp = (story: Story) => story.does({ type: 'resume-proposal', by: clerk });
const agreementOf = ({ decision }: Story, nth = 0) => decision?.steps.filter(({ stage }) => stage === 'agreement')[nth];
const rules = (story: Story) => blockersOf(story.decision!, story.given).map(({ rule }) => rule);

describe('what was agreed to be urgent, and not to bear putting off, and was put off to a later day', () => {
  const urgent = () => agrees(noticed({ route: 'special-urgency' }));

  it('is not decided on that agreement: the chair is asked again, with a notice', () => {
    const story = putOff(urgent(), '2023-03-20').on('2023-03-20', '06:00:00Z').does({ type: 'run-daily-check', by: clerk });
    expect([story.status, agreementOf(story)]).toMatchObject(['notice-published', { state: 'void' }]);
    expect(rules(story)).toEqual(['special-urgency-agreement']);
    expect(
      story.tries({ type: 'determine', response: 'approve', interest: none, stepId: 'determination-2', issue: 1, words: '' }),
    ).toMatchObject({ source: 'Reg 11 of SI 2012/2089' });
    story.does({ type: 'publish-notice', route: 'special-urgency', reason: 'It lapses now.', by: clerk });
    expect(agrees(story).status).toBe('awaiting-decision');
  });

  it('is so whoever takes it up again, and is told to whoever is told of that', () => {
    const story = takenUp(putOff(urgent()).on('2023-03-08', '00:00:01Z'));
    expect(agreementOf(story)).toMatchObject({ state: 'void', words: 'The decision was put off to a later day' });
    const event = story.events.find(({ happening }) => happening.type === 'proposal-resumed')!;
    const letters = lettersFor(event, story.decision!, story.council);
    expect(letters.length).toBeGreaterThan(0);
    for (const { paragraphs } of letters) expect(paragraphs.join(' ')).toContain('has to be agreed again');
  });

  it('is decided on it where it was taken up again on the same day in London', () => {
    const story = takenUp(putOff(urgent()).on('2023-03-07', '23:59:59Z'));
    expect([story.status, agreementOf(story)?.state]).toEqual(['awaiting-decision', 'approved']);
  });

  it('is told as agreed and put off, and not as refused, where the chair had refused it before they agreed', () => {
    const story = noticed({ route: 'special-urgency' });
    story.does({ type: 'give-agreement', response: 'refuse', ...link(story, 'agreement'), words: 'It can wait.' });
    story.does({ type: 'publish-notice', route: 'special-urgency', reason: 'It lapses on Friday.', by: clerk });
    takenUp(putOff(agrees(story)).on('2023-03-20'));
    expect(rules(story)).toEqual(['special-urgency-agreement']);
    expect(publicationOf(story.decision!, story.council)?.shortNotice?.words).toContain('can be taken only once it is agreed to be urgent');
  });

  it('is not asked of somebody else where the chair did not agree: a refusal stands', () => {
    const story = noticed({ route: 'special-urgency' });
    story.does({ type: 'give-agreement', response: 'refuse', ...link(story, 'agreement'), words: 'It can wait.' });
    takenUp(putOff(story).on('2023-03-20'));
    expect(agreementOf(story)?.state).toBe('declined');
    expect(rules(story)).toEqual(['special-urgency-refused']);
  });
});

describe('call-in that was waived as too urgent to wait for', () => {
  const waived = () => agrees(awaiting().does({ type: 'ask-call-in-waiver', words: 'The grant lapses.', by: clerk }));
  const determines = (story: Story) =>
    story.does({ type: 'determine', response: 'approve', interest: none, ...link(story, 'determination') });

  it('is not waived any more once the decision was put off to a later day, and can be asked to be again', () => {
    const story = takenUp(putOff(waived()).on('2023-06-05'));
    expect(story.status).toBe('awaiting-decision');
    expect(determines(story).decision).toMatchObject({
      status: 'decided',
      record: { subjectToCallIn: true, callInClosesOn: '2023-06-12' },
    });
    const again = takenUp(putOff(waived()).on('2023-06-05'));
    agrees(again.does({ type: 'ask-call-in-waiver', words: 'Now it lapses.', by: clerk }));
    expect(determines(again).decision).toMatchObject({ status: 'effective', record: { subjectToCallIn: false } });
  });

  it('is waived where it was taken up again on the same day', () =>
    expect(determines(takenUp(putOff(waived()))).decision).toMatchObject({ status: 'effective' }));
});

describe('a meeting that could be in private at short notice, and was put off to a later day', () => {
  const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
  const consented = () => {
    const story = noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess } });
    return agrees(story.does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk }));
  };

  it('has both its notices again, or consent again', () => {
    const story = takenUp(putOff(consented()).on('2023-03-20'));
    expect(story.decision).toMatchObject({ status: 'notice-published', notice: { timetable: { earliestDecisionDate: '2023-04-05' } } });
    expect(story.decision?.notice?.privateMeeting).toEqual({ reasons: 'Prices.', paragraphs: [3] });
    expect(rules(story)).toEqual(['private-meeting', 'private-meeting-second-notice']);
    agrees(story.does({ type: 'ask-private-meeting-consent', words: 'Now it lapses.', by: clerk }));
    expect(story.status).toBe('awaiting-decision');
  });
});

it('a second notice of a private meeting stands though consent came after it and the meeting was put off: it was published', () => {
  const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
  const story = noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess } });
  story.does({ type: 'publish-private-meeting-notice', representations: 'Two asked.', response: 'It cannot be.', by: clerk });
  const second = { publishedOn: '2023-03-07', notBefore: '2023-03-15', representations: 'Two asked.', response: 'It cannot be.' };
  const { gates } = story.decision!.notice!.timetable;
  agrees(story.does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk }));
  takenUp(putOff(story).on('2023-03-08'));
  expect(story.decision?.notice).toMatchObject({ privateMeeting: { reasons: 'Prices.', second }, timetable: { gates } });
  expect(rules(story)).toEqual(['private-meeting', 'private-meeting-second-notice']);
  expect(story.on('2023-04-05').does({ type: 'run-daily-check', by: clerk }).status).toBe('awaiting-decision');
});

describe('what was agreed to be urgent, and was moved to a later day by its officer', () => {
  const moves = (story: Story, targetDecisionDate: string) =>
    story.does({ type: 'amend-proposal', content: { ...(story.decision!.content as typeof key), targetDecisionDate } });

  it('has to be agreed again as well: special urgency, a private meeting and the waiver of call-in', () => {
    const urgent = moves(agrees(noticed({ route: 'special-urgency' })), '2023-03-20').on('2023-03-20');
    expect(urgent.does({ type: 'run-daily-check', by: clerk }).status).toBe('notice-published');
    expect([agreementOf(urgent)?.state, rules(urgent)]).toEqual(['void', ['special-urgency-agreement']]);
    const publicAccess = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'Prices.' };
    const inPrivate = noticed({ content: { ...small, decisionMaker: 'cabinet', publicAccess } });
    agrees(inPrivate.does({ type: 'ask-private-meeting-consent', words: 'The grant lapses.', by: clerk }));
    moves(inPrivate, '2023-03-20');
    expect(inPrivate.decision?.notice).toMatchObject({
      privateMeeting: { reasons: 'Prices.' },
      timetable: { earliestDecisionDate: '2023-04-05' },
      originallyDue: '2023-03-07',
    });
    expect(inPrivate.decision?.notice?.privateMeeting).not.toHaveProperty('consent');
    const waived = agrees(awaiting().does({ type: 'ask-call-in-waiver', words: 'The grant lapses.', by: clerk }));
    moves(waived, '2023-06-05');
    expect(agreementOf(waived)?.state).toBe('void');
    const event = waived.events.find(({ happening }) => happening.type === 'decision-date-moved')!;
    for (const { paragraphs } of lettersFor(event, waived.decision!, waived.council))
      expect(paragraphs.join(' ')).toContain('unless it is agreed again, call-in runs');
  });

  it('stands where a correction moves no day', () => {
    const waived = agrees(awaiting().does({ type: 'ask-call-in-waiver', words: 'The grant lapses.', by: clerk }));
    waived.does({ type: 'amend-proposal', content: { ...key, reasons: `${key.reasons} Corrected.` } });
    expect(agreementOf(waived)?.state).toBe('approved');
  });
});

it('what nobody agreed to be urgent goes on from where it stood, however long it was put off', () => {
  const story = takenUp(putOff(noticed({ content: key })).on('2024-06-05'));
  expect(story.events.find(({ happening }) => happening.type === 'proposal-resumed')?.happening).toEqual({ type: 'proposal-resumed' });
  expect(story.status).toBe('awaiting-decision');
});
