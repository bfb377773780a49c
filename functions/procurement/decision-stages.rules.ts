import type { CallInRule, Council } from '../council/council.schema.ts';
import type { LocalDate } from '../rules/local-date.ts';
import { counted } from '../rules/counted.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { ContractSettings, DecisionMaking } from '../contract/contract-settings.schema.ts';
import type { PlannedStage, StageLength } from './stage-length.rules.ts';

/** What the stages of a decision are planned by: the council’s rules, and its settings of one day. */
export type DecidedBy = {
  on: LocalDate;
  council: Pick<Council, 'noticeClearDays' | 'consultationClearWorkingDays' | 'callInRules'>;
  settings: ContractSettings;
};

type Kind = 'decision' | 'award-decision';
const names: Record<Kind, string> = { decision: 'the decision', 'award-decision': 'the award decision' };

const clearance = (kind: Kind, { clearanceWorkingDays }: DecisionMaking): PlannedStage => ({
  stage: `${kind}-clearance`,
  length: { kind: 'clear-working-days', count: clearanceWorkingDays },
  rule: 'clearance',
  source: 'Council scheme of delegation',
  words: `Finance, legal and the director clear ${names[kind]}: ${counted(clearanceWorkingDays, 'clear working day')}.`,
});

const noticeOf = (kind: Kind, isKey: boolean, { council }: DecidedBy, { committeeCycleDays }: DecisionMaking): PlannedStage => {
  const committee: StageLength = { kind: 'clear-days', count: committeeCycleDays };
  const notice: StageLength = isKey
    ? { kind: 'clear-days', count: council.noticeClearDays }
    : { kind: 'clear-working-days', count: council.consultationClearWorkingDays };
  const asked = isKey
    ? `Notice of a key decision runs for ${counted(council.noticeClearDays, 'clear day')}`
    : `Consultation runs for ${counted(council.consultationClearWorkingDays, 'clear working day')}`;
  const met = committeeCycleDays > 0 ? `, and a Cabinet Committee meets within ${counted(committeeCycleDays, 'day')}` : '';
  return {
    stage: `${kind}-notice`,
    length: { kind: 'longest', of: [notice, committee] },
    rule: isKey ? 'notice-period' : 'consultation-open',
    source: isKey ? 'SI 2012/2089 reg 9' : 'Council consultation rules',
    words: `${asked}${met}.`,
  };
};

const determination = (kind: Kind, { workingDaysToDecide: count }: DecisionMaking): PlannedStage => ({
  stage: `${kind}-determination`,
  length: { kind: 'asked', count },
  rule: 'determination',
  source: 'SI 2012/2089 regs 12 and 13',
  words: `The decision maker is asked, and decides within ${counted(count, 'working day')}; the record is published the same day.`,
});

const callIn = (kind: Kind, rule: CallInRule): PlannedStage => ({
  stage: `${kind}-call-in`,
  length: { kind: 'clear-working-days', count: rule.clearWorkingDays },
  rule: 'call-in',
  source: rule.source,
  words: `Call-in closes after ${counted(rule.clearWorkingDays, 'clear working day')}; ${names[kind]} takes effect the next day.`,
});

/** The stages of one decision, first to last: clearance, notice, determination and, where it can be called in, call-in. */
export const decisionStages = (kind: Kind, isKey: boolean, input: DecidedBy): PlannedStage[] => {
  const making = settingOn(input.settings.decisionMaking, input.on);
  const rule = settingOn(input.council.callInRules, input.on);
  const decided = [clearance(kind, making), noticeOf(kind, isKey, input, making), determination(kind, making)];
  return isKey || !rule.keyOnly ? [...decided, callIn(kind, rule)] : decided;
};
