import { makerOf } from '../council/directory.rules.ts';
import { type CommandOf, type Given, happened, type Outcome } from '../decision/commands.ts';
import type { Maker, Notice, RecordOfDecision } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import { invalid, refuse } from '../decision/refusal.ts';
import { clearDaysBetween } from '../rules/clear-days.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { callInTimetable, noticeTimetable } from '../rules/timetable.ts';
import { keyDecisionOn } from './proposal.rules.ts';

type Import = CommandOf<'import-decision'>;
type Finding = { code: string; words: string };

const unknownMaker = (post: string): Maker => ({ post, kind: 'individual', name: 'Not known', title: post, email: '', members: [] });

const findingsOf = ({ noticePublishedOn, decidedOn, keyStatus }: Import, given: Given, isKey: boolean, maker: Maker | null): Finding[] => {
  const counted = clearDaysBetween(noticePublishedOn, decidedOn);
  const needed = given.council.noticeClearDays;
  const short = isKey && counted < needed;
  return [
    ...(short
      ? [
          {
            code: 'short-notice',
            words: `The notice ran for ${counted} clear days, from ${inWords(noticePublishedOn)} to ${inWords(decidedOn)}. Reg 9 of SI 2012/2089 asks for ${needed}.`,
          },
        ]
      : []),
    ...(keyStatus === 'unknown'
      ? [{ code: 'key-status-unknown', words: 'The source does not say whether this was a key decision. It is kept as not known.' }]
      : []),
    ...(maker
      ? []
      : [{ code: 'decision-maker-unknown', words: 'The directory does not say who held the post of decision maker on that day.' }]),
  ];
};

const instantOn = (day: string) => `${day}T12:00:00.000Z`;

/**
 * Takes a past decision as it really was. A shortfall, such as 27 clear days, is recorded as a finding: never refused and never
 * hidden. An unknown key status stays unknown.
 */
export const importDecision = (_: null, command: Import, given: Given): Outcome => {
  const { content, submittedBy, number, noticePublishedOn, decidedOn, keyStatus } = command;
  const today = londonDate(given.now);
  if (decidedOn > today)
    return refuse(
      'import-is-history',
      'Council records procedure',
      `${inWords(decidedOn)} is still to come. Only a decision already taken can be imported.`,
    );
  if (noticePublishedOn > decidedOn) return invalid([{ path: 'noticePublishedOn', message: 'The notice cannot come after the decision' }]);
  const begun = (rules: { from: string }[]) => rules.some(({ from }) => from <= decidedOn);
  if (!begun(given.council.keyRules) || !begun(given.council.callInRules))
    return refuse('rules-in-force', 'Council settings', `The council’s settings do not go back to ${inWords(decidedOn)}.`);
  const keyDecision = keyDecisionOn(given.council, content, decidedOn);
  const isKey = keyStatus === 'unknown' ? keyDecision.isKey : keyStatus === 'key';
  const maker = makerOf(given.council, content, decidedOn);
  const by = maker ?? unknownMaker(content.decisionMaker);
  const record = recordThen(decidedOn, isKey, given);
  const notice: Notice = {
    route: 'ordinary',
    isKey,
    maker: by,
    subject: content.subject,
    firstPublishedOn: noticePublishedOn,
    publishedOn: noticePublishedOn,
    publishedAt: instantOn(noticePublishedOn),
    timetable: noticeTimetable({ isKey, route: 'ordinary', noticePublishedOn, content, council: given.council }),
  };
  const determination = {
    by,
    decidedAt: instantOn(decidedOn),
    decidedOn,
    contentHash: fingerprint(content),
    words: '',
    interests: [{ interest: 'none' as const, name: by.name, detail: command.interest }],
    signedBy: by.name,
  };
  const findings = findingsOf(command, given, isKey, maker);
  return happened({
    type: 'decision-imported',
    submittedBy,
    number,
    content,
    keyDecision,
    notice,
    determination,
    record,
    keyStatus,
    findings,
    effective: today >= record.effectiveFrom,
  });
};

const recordThen = (decidedOn: string, isKey: boolean, { council }: Given): RecordOfDecision => {
  const rule = rulesInForce(council.callInRules, decidedOn);
  const published = { publishedAt: instantOn(decidedOn), publishedOn: decidedOn };
  if (rule.keyOnly && !isKey) return { ...published, subjectToCallIn: false, callInClosesOn: null, effectiveFrom: decidedOn };
  return { ...published, subjectToCallIn: true, ...callInTimetable(decidedOn, rule.clearWorkingDays) };
};
