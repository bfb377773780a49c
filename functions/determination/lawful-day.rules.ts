import type { Council } from '../council/council.schema.ts';
import type { In } from '../decision/decision.ts';
import { refuse, type Refused } from '../decision/refusal.ts';
import { agreements } from '../decision/steps.ts';
import { countedAgain, lawfulFrom } from '../notice/counted-again.rules.ts';
import { keyDecisionOn } from '../proposal/proposal.rules.ts';
import { inWords, londonDate } from '../rules/local-date.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';

type Awaiting = In<'awaiting-decision'>;

/** Refuses a determination before its lawful day, whoever asks and by whatever door; null from that day on. */
export const tooEarly = (decision: { notice: Awaiting['notice'] }, on: string): Refused | null => {
  const { gates } = decision.notice.timetable;
  const again = countedAgain(decision.notice);
  const earliestDecisionDate = lawfulFrom(decision.notice);
  if (on >= earliestDecisionDate) return null;
  const gate = again ?? gates.find(({ date }) => date === earliestDecisionDate);
  return refuse(
    'notice-period',
    gate?.source ?? 'Reg 9 of SI 2012/2089',
    `This decision cannot be taken before ${inWords(earliestDecisionDate)}. ${gate?.words ?? ''}`.trim(),
    { earliestDecisionDate },
  );
};

/**
 * Agreement that a decision is urgent comes before the decision (reg 11), and so before the date of a signature on paper or of a meeting.
 */
export const beforeAgreement = (decision: Awaiting, on: string): Refused | null => {
  const agreed = agreements(decision, 'special-urgency').find((step) => step.state === 'approved');
  const agreedOn = decision.notice.route === 'special-urgency' && agreed ? londonDate(agreed.actedAt) : null;
  if (agreedOn === null || on >= agreedOn) return null;
  return refuse(
    'special-urgency-agreement',
    'Reg 11 of SI 2012/2089',
    `It was agreed on ${inWords(agreedOn)} that this is urgent, and the decision cannot come before.`,
    { earliestDecisionDate: agreedOn },
  );
};

/**
 * A decision is judged by the rule of the day on which it is taken: what that makes key needs the notice of a key decision, whatever the
 * rule was when notice was given.
 */
export const keySinceNotice = ({ content, keyDecision, notice }: Awaiting, on: string, council: Council): Refused | null => {
  if (notice.isKey || keyDecision.isKey || !keyDecisionOn(council, content, on).isKey) return null;
  const { from } = rulesInForce(council.keyRules, on);
  const words = `The council’s rule from ${inWords(from)} makes this a key decision, and its notice said that it is not. Returned, or changed by its officer, it then has the notice of a key decision.`;
  return refuse('key-since-notice', 'Reg 9 of SI 2012/2089', words, { ruleFrom: from });
};

/** A body that met before the last notice decided on what was proposed before it, though the clear days may count from an earlier one. */
export const beforeNotice = ({ notice }: Awaiting, on: string): Refused | null => {
  const noticedOn = londonDate(notice.publishedAt);
  if (on >= noticedOn) return null;
  const words = `What is now proposed was published on ${inWords(noticedOn)}, and no meeting before that day can have decided on it.`;
  return refuse('meeting-before-notice', 'Reg 9 of SI 2012/2089', words, { earliestDecisionDate: noticedOn });
};

/** A body that met before the committee whose wording is to be decided on decided on another wording. */
export const beforeWording = ({ committeeOutcomes }: Awaiting, on: string): Refused | null => {
  const last = committeeOutcomes.findLast(({ proposedDecision }) => proposedDecision !== undefined);
  if (!last || on >= last.date) return null;
  return refuse(
    'cabinet-committee',
    'Council constitution: a Cabinet Committee advises before the decision',
    `The wording is that of ${last.committee} on ${inWords(last.date)}, and no meeting before that day can have decided on it.`,
    { earliestDecisionDate: last.date },
  );
};

/** Consent to meet in private at short notice comes before the meeting (reg 5(6)). */
export const beforeConsent = ({ notice }: Awaiting, on: string): Refused | null => {
  const consentedOn = notice.privateMeeting?.consent?.on;
  if (consentedOn === undefined || on >= consentedOn) return null;
  return refuse(
    'private-meeting-consent',
    'Reg 5 of SI 2012/2089',
    `It was agreed on ${inWords(consentedOn)} that the meeting could be in private, and it cannot have been before.`,
    { earliestDecisionDate: consentedOn },
  );
};
