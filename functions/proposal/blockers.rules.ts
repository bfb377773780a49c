import type { Given } from '../decision/commands.ts';
import type { Decision, In, Step } from '../decision/decision.ts';
import { notConsulted } from '../consultation/in-consultation.rules.ts';
import type { Refused } from '../decision/refusal.ts';
import { systemActor } from '../decision/system-actor.ts';
import { withinCover } from '../decision/within-cover.ts';
import { answering, isOpen, isUnanswered, lastAsked, purposeOf, standing, type Unanswered } from '../decision/steps.ts';
import { keySinceNotice } from '../determination/lawful-day.rules.ts';
import { lacksAgreement } from '../determination/opening.rules.ts';
import { agreeingUnder, leftOpen } from '../link/in-post.rules.ts';
import { countedAgain } from '../notice/counted-again.rules.ts';
import { notInformed } from '../notice/exception-told.rules.ts';
import { publishNotice } from '../notice/notice.rules.ts';
import { lacksSecondNotice } from '../notice/private-meeting-days.rules.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { complete } from './proposal.rules.ts';

/**
 * What stands between a proposal and its next stage: the rule, its source, who holds it, the day on which it clears of itself, and the step
 * that it is about where it is about one.
 */
export type Blocker = { rule: string; source: string; words: string; heldBy?: string; clearsOn?: LocalDate; stepId?: string };

const drafting = (decision: In<'draft'>, { council, now }: Given): Blocker[] => {
  const proposal = complete(decision.content, council, londonDate(now));
  const heldBy = decision.submittedBy.name;
  const source = 'API';
  if (proposal.ok) return [{ rule: 'not-submitted', source, words: 'Complete, and ready to submit.', heldBy }];
  return (proposal.refusal.errors ?? []).map(({ path, message }) => ({ rule: 'incomplete', source, words: `${path}: ${message}`, heldBy }));
};

type Waits = { stage: 'clearance' | 'agreement' | 'determination'; rule: string; source: string };

const agreementRules = {
  'special-urgency': 'special-urgency-agreement',
  'private-meeting': 'private-meeting-consent',
  'call-in-waiver': 'call-in-waiver',
} as const;

// A chair is asked for three things, each by a rule of its own; everybody else by the rule of their stage.
const ruleOf = (step: Step, { stage, rule, source }: Waits) =>
  stage === 'agreement' ? { rule: agreementRules[purposeOf(step)], source: agreeingUnder[purposeOf(step)] } : { rule, source };

const sendAgain = (stage: Waits['stage']): string =>
  stage === 'agreement'
    ? 'The clerk can send it again, or ask whoever may agree instead if the chair cannot act.'
    : 'The clerk can send it again or arrange cover.';

const asBlocker = ({ refusal: { rule, source, words } }: Refused, heldBy: string): Blocker => ({ rule, source, words, heldBy });

const waitingFor = (decision: Decision, waits: Waits, { council, now }: Given): Blocker[] => {
  const unanswered = standing(decision, waits.stage).filter(isUnanswered);
  const blocked = (step: Unanswered, otherwise: Blocker): Blocker => {
    const left = leftOpen(decision, step, council, londonDate(now));
    return { ...(left ? asBlocker(left, 'Clerk') : otherwise), stepId: step.id };
  };
  const [open, undeliverable] = [unanswered.filter(isOpen), unanswered.filter((step) => !isOpen(step))];
  return [
    ...open.map((step) => blocked(step, { ...ruleOf(step, waits), words: `Waits for ${step.title}.`, heldBy: answering(step).name })),
    ...undeliverable.map((step) => {
      const words = `An email to ${step.title} did not arrive. ${sendAgain(waits.stage)}`;
      return blocked(step, { ...ruleOf(step, waits), rule: 'step-undeliverable', words, heldBy: 'Clerk' });
    }),
  ];
};

// By the ordinary route: what would refuse the notice stands in the way, and not that it is still to be published.
const toPublish = (decision: In<'cleared'>, given: Given): Blocker[] => {
  const published = withinCover(() => publishNotice(decision, { type: 'publish-notice', route: 'ordinary', by: systemActor }, given));
  if (published.ok)
    return [
      { rule: 'notice-to-publish', source: 'Reg 9 of SI 2012/2089', words: 'Cleared. The notice can be published.', heldBy: 'Clerk' },
    ];
  return [asBlocker(published, published.refusal.rule.endsWith('-in-post') ? 'Clerk' : decision.submittedBy.name)];
};

const uninformed = (decision: Decision): Blocker[] => {
  const refused = notInformed(decision);
  return refused ? [asBlocker(refused, 'Clerk')] : [];
};

const noticed = (decision: In<'notice-published'>, given: Given): Blocker[] => {
  const today = londonDate(given.now);
  const again = countedAgain(decision.notice);
  const gates = [...decision.notice.timetable.gates, ...(again ? [again] : [])]
    .filter(({ date }) => date > today)
    .map(({ rule, source, words, date }) => ({ rule, source, words, clearsOn: date }));
  const urgency = lastAsked(decision, 'special-urgency');
  const refused = lacksAgreement(decision) && urgency?.state === 'declined';
  const source = 'Reg 11 of SI 2012/2089';
  return [
    ...gates,
    ...uninformed(decision),
    ...(lacksSecondNotice(decision)
      ? [
          {
            rule: 'private-meeting-second-notice',
            source: 'Reg 5 of SI 2012/2089',
            words: 'The meeting is to be in private, and its second notice, five clear days before, is not published.',
            heldBy: 'Clerk',
          },
        ]
      : []),
    ...waitingFor(decision, { stage: 'agreement', rule: 'special-urgency-agreement', source }, given),
    ...(lacksAgreement(decision) && urgency?.state === 'void'
      ? [
          {
            rule: 'special-urgency-agreement',
            source,
            words: 'It was put off to a later day after it was agreed to be urgent. Publish its notice again, by this route or another.',
            heldBy: 'Clerk',
          },
        ]
      : []),
    ...(refused
      ? [
          {
            rule: 'special-urgency-refused',
            source,
            words: 'The chair did not agree that this is urgent. Publish it by another route.',
            heldBy: 'Clerk',
          },
        ]
      : []),
  ];
};

const awaiting = (decision: In<'awaiting-decision'>, given: Given): Blocker[] => {
  const source = 'Regs 12 and 13 of SI 2012/2089';
  const { maker } = decision.notice;
  const unnoticed = decision.meeting ? null : keySinceNotice(decision, londonDate(given.now), given.council);
  if (unnoticed) return [asBlocker(unnoticed, decision.submittedBy.name)];
  const unasked = notInformed(decision) ?? notConsulted(decision, given);
  if (unasked) return [asBlocker(unasked, 'Clerk')];
  if (maker.kind === 'body' && !decision.meeting)
    return [{ rule: 'meeting-to-record', source, words: `${maker.title} may decide now. Record its meeting.`, heldBy: 'Clerk' }];
  const asked = waitingFor(decision, { stage: 'determination', rule: 'determination', source }, given);
  const words = 'Nobody is in post who has still to sign. Defer it, and take it up again when somebody is.';
  return asked.length > 0 ? asked : [{ rule: 'decision-maker-in-post', source, words, heldBy: 'Clerk' }];
};

const decided = ({ callIn, record: { callInClosesOn, effectiveFrom: clearsOn } }: In<'decided'>): Blocker[] => {
  const source = 'Council scrutiny rules';
  if (callIn && callIn.outcome !== 'not-valid')
    return [{ rule: 'call-in-considered', source, words: `It was called in. It takes effect on ${inWords(clearsOn)}.`, clearsOn }];
  return callInClosesOn
    ? [{ rule: 'call-in-open', source, words: `Call-in closes at the end of ${inWords(callInClosesOn)}.`, clearsOn }]
    : [];
};

const calledIn = ({ callIn }: In<'called-in'>): Blocker[] => {
  const source = 'Local Government Act 2000, section 9F';
  if (!callIn.outcome)
    return [{ rule: 'called-in', source, words: 'Called in. It takes effect only after scrutiny’s outcome.', heldBy: 'Scrutiny' }];
  return [{ rule: 'reconsideration', source, words: 'To be decided again after the call-in.', heldBy: 'Clerk' }];
};

/** Everything that stands in the way now, each with who or what removes it. Empty when nothing does. */
export const blockersOf = (decision: Decision, given: Given): Blocker[] => {
  switch (decision.status) {
    case 'draft':
      return drafting(decision, given);
    case 'in-clearance':
      return waitingFor(decision, { stage: 'clearance', rule: 'clearance', source: 'Council scheme of delegation' }, given);
    case 'cleared':
      return toPublish(decision, given);
    case 'notice-published':
      return noticed(decision, given);
    case 'awaiting-decision':
      return awaiting(decision, given);
    case 'decided':
      return decided(decision);
    case 'called-in':
      return calledIn(decision);
    case 'deferred':
      return [
        {
          rule: 'deferred',
          source: 'Council decision procedure',
          words: `Deferred: ${decision.deferred.words}`,
          ...(decision.deferred.until ? { clearsOn: decision.deferred.until } : {}),
        },
      ];
    case 'effective':
    case 'declined':
    case 'withdrawn':
      return [];
    default:
      return decision satisfies never;
  }
};
