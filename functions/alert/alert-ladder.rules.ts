import { addDays, addMonths, daysBetween, earliest, inWords, latest, type LocalDate, londonDate } from '../rules/local-date.ts';
import { settingOn } from '../rules/setting-on.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { endOf, optionsAhead } from '../contract/contract-dates.rules.ts';
import type { AlertSettings } from '../contract/contract-settings.ts';
import { continuity } from '../contract/continuity.rules.ts';
import { type ValueFinding, valueStanding } from '../contract/contract-value.rules.ts';
import type { LatestSafeStart } from '../procurement/latest-safe-start.rules.ts';
import { nextRouteOf, type PlanGiven, safeStartFor } from '../procurement/next-path.rules.ts';
import { pipelineOutstanding } from '../procurement/notices-ahead.rules.ts';
import { type NoticeDue, noticesOutstanding } from '../procurement/notices-due.rules.ts';

/** Alerts of one family hang on one date; when several are due at once, the last of them says it all. */
export type AlertFamily = 'start' | 'option' | 'end' | 'review' | 'gap' | 'value' | 'confirm' | 'address' | 'notice' | 'escalation';
export type Told = 'owner' | 'sponsor' | 'director' | 'clerk';

/** One rung: when it is due, what it hangs on, who is told and in which words. The id changes when the date it hangs on does. */
export type Rung = { id: string; code: string; family: AlertFamily; date: LocalDate; anchor: LocalDate; to: Told[]; words: string };

/** What a contract's alerts hang on, worked out once for a day. */
export type Anchors = { settings: AlertSettings; safeStart: LocalDate | null; end: LocalDate | null; value: ValueFinding | null; pipeline: NoticeDue | null };

// Judged from the day of registration, so that the notice does not move to another year as days go by.
const pipelineFor = (contract: Contract, plan: LatestSafeStart | null, { settings: { spendsOver100mAYear } }: PlanGiven): NoticeDue | null =>
  contract.status === 'registered' && plan ? pipelineOutstanding({ terms: contract.terms, route: nextRouteOf(contract), plan, spendsOver100mAYear, today: londonDate(contract.createdAt) }, contract.notices) : null;

/** The dates that a contract's alerts hang on, under the settings of the day. */
export const anchorsOf = (contract: Contract, given: PlanGiven): Anchors => {
  const plan = safeStartFor(contract, given);
  return {
    settings: settingOn(given.settings.alerts, given.on),
    safeStart: plan?.date ?? null,
    // Until its dates are real, the end of a contract still to be procured is nothing to warn of.
    end: contract.status === 'proposed' && contract.exit === null ? null : endOf(contract),
    value: contract.status === 'registered' ? valueStanding(contract, given.council, given.on) : null,
    pipeline: pipelineFor(contract, plan, given),
  };
};

const people: Told[] = ['owner', 'sponsor'];
const rung = (family: AlertFamily, code: string, date: LocalDate, anchor: LocalDate, words: string, to = people): Rung => ({ id: `${code}@${anchor}`, code, family, date, anchor, to, words });

/** The day of what is wrong from the moment it is known; it is told with the day on which that is. */
export const atOnce: LocalDate = '1990-01-01';

const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`;

const startRungs = ({ settings, safeStart, end }: Anchors): Rung[] => {
  if (safeStart === null || end === null) return [];
  const day = inWords(safeStart);
  const before = settings.beforeStartMonths.map((count) => rung('start', `start-${count}m`, addMonths(safeStart, -count), safeStart, `A proposal for what follows must be submitted by ${day}.`));
  const onIt = rung('start', 'start', safeStart, safeStart, `${day} is the last day on which a proposal for what follows can be submitted in time.`);
  const weeks = Math.max(0, Math.floor((daysBetween(safeStart, end) - 1) / settings.lateEveryDays));
  const late = Array.from({ length: weeks }, (_, week) =>
    rung('start', `late-${week + 1}`, addDays(safeStart, (week + 1) * settings.lateEveryDays), safeStart, `Late: the last safe day to submit a proposal was ${day}. The contract ends on ${inWords(end)}.`));
  return [...before, onIt, ...late];
};

// By then its people have been told twelve times over, and the director once; an imported contract that ended years ago is not counted up week by week.
const weeksAfterExpiry = 12;

const endRungs = ({ settings, end }: Anchors, horizon: LocalDate): Rung[] => {
  if (end === null) return [];
  const before = settings.beforeEndMonths.map((count) => rung('end', `end-${count}m`, addMonths(end, -count), end, `The contract ends on ${inWords(end)}.`));
  const expiry = rung('end', 'expiry', end, end, `The contract ends on ${inWords(end)}. No option can be exercised after that day.`);
  const weeks = Math.min(weeksAfterExpiry, Math.max(0, Math.floor(daysBetween(end, horizon) / settings.lateEveryDays)));
  const after = Array.from({ length: weeks }, (_, week) =>
    rung('end', `expired-${week + 1}`, addDays(end, (week + 1) * settings.lateEveryDays), end, `The contract ended on ${inWords(end)}. Record its end, or what has followed it.`));
  return [...before, expiry, ...after];
};

const optionRungs = (contract: Contract, { settings }: Anchors): Rung[] => {
  if (contract.status !== 'registered' || contract.exit) return [];
  const next = optionsAhead(contract)[0];
  if (!next) return [];
  const by = inWords(next.noticeBy);
  const before = settings.beforeOptionMonths.map((count) => rung('option', `option-${next.option}-${count}m`, addMonths(next.noticeBy, -count), next.noticeBy, `Extension option ${next.option}, of ${months(next.months)}, must be taken up by ${by}.`));
  return [...before, rung('option', `option-${next.option}`, next.noticeBy, next.noticeBy, `${by} is the last day on which extension option ${next.option} can be taken up.`)];
};

const gapRungs = ({ successor }: Contract, end: LocalDate | null): Rung[] => {
  const found = successor && end ? continuity(end, successor.start) : null;
  return found?.kind === 'gap' && found.from ? [rung('gap', `gap-${found.days}`, atOnce, found.from, found.words)] : [];
};

const factRungs = (contract: Contract, { value, end }: Anchors): Rung[] => {
  if (contract.status === 'proposed') {
    const start = contract.proposed.start;
    return start ? [rung('confirm', 'confirm-dates', start, start, `The decision had this contract start on ${inWords(start)}. Register its real dates, or close it.`)] : [];
  }
  if (contract.status !== 'registered') return [];
  const { reviewOn } = contract.terms;
  return [
    ...(reviewOn ? [rung('review', 'review', reviewOn, reviewOn, `The contract is to be reviewed on ${inWords(reviewOn)}.`)] : []),
    ...gapRungs(contract, end),
    ...(value?.needsDecision ? [{ ...rung('value', 'value-over-approved', atOnce, atOnce, value.words), id: `value-over-approved@${value.newTotalPence}/${value.approvedPence}` }] : []),
  ];
};

// Told when the duty arises and, if nobody has recorded the publication, on the last day for it.
const noticeRungs = (contract: Contract, { pipeline }: Anchors, horizon: LocalDate): Rung[] => {
  if (contract.status !== 'registered' && contract.status !== 'ended') return [];
  return [...noticesOutstanding(contract, horizon, londonDate(contract.createdAt)), ...(pipeline ? [pipeline] : [])].flatMap(({ notice, name, from, deadline, words }) => {
    if (from === null || deadline === null) return [];
    const said = `${notice}, ${name}: due by ${inWords(deadline)}. ${words}`;
    return [rung('notice', `${notice.toLowerCase()}-arises`, from, deadline, said), rung('notice', `${notice.toLowerCase()}-last-day`, deadline, deadline, said)];
  });
};

const bounceRungs = (contract: Contract): Rung[] => {
  const { owner, sponsor } = 'terms' in contract ? contract.terms : contract.particulars;
  return contract.bounced.map((email) => {
    const mend = [owner.email, sponsor.email].includes(email) ? 'Give the contract another owner or sponsor.' : 'It is the director’s: put it right in the directory.';
    return { ...rung('address', 'address-bounced', atOnce, atOnce, `Email to ${email} could not be delivered. ${mend}`, ['clerk']), id: `address-bounced@${email}` };
  });
};

const isFollowed = (contract: Contract, end: LocalDate | null): boolean =>
  contract.inHand !== null || (contract.successor !== null && end !== null && continuity(end, contract.successor.start).kind !== 'gap');

// One escalation for each spell of silence: the first alert since anybody last acted starts it. Once something follows the
// contract, or a decision lets it end, only a notice that the law asks for is worth a director's time.
const escalationRungs = (contract: Contract, { settings, end }: Anchors): Rung[] => {
  const settled = contract.exit !== null || isFollowed(contract, end);
  const matters = (id: string): boolean => (settled ? id.startsWith('uk') : !/^(escalation|review|address)/.test(id));
  const first = contract.alerted.find(({ id, on }) => matters(id) && (contract.actedOn === null || on > contract.actedOn));
  if (!first) return [];
  const date = addDays(first.on, settings.escalateAfterDays);
  return [{ ...rung('escalation', 'escalation', date, first.on, `Nobody has acted in the ${settings.escalateAfterDays} days since ${inWords(first.on)}.`, ['director', 'owner', 'sponsor']) }];
};

/** Every rung of a contract up to a horizon, alerted or not. What is answered by a fact, such as a successor without a gap, has no rung. */
export const rungsOf = (contract: Contract, anchors: Anchors, horizon: LocalDate): Rung[] => {
  if (contract.status === 'closed') return [];
  if (contract.status === 'ended') return [...gapRungs(contract, anchors.end), ...noticeRungs(contract, anchors, horizon)];
  const start = isFollowed(contract, anchors.end) ? [] : startRungs(anchors);
  return [...start, ...optionRungs(contract, anchors), ...endRungs(anchors, horizon), ...factRungs(contract, anchors), ...noticeRungs(contract, anchors, horizon), ...bounceRungs(contract), ...escalationRungs(contract, anchors)];
};

/** An alert to send today, and the ids of those that it makes needless. */
export type DueAlert = Rung & { covers: string[] };

const notYet = (contract: Contract) => {
  const told = new Set(contract.alerted.map(({ id }) => id));
  return ({ id }: Rung): boolean => !told.has(id);
};

// Whoever put alerts off knew of none of these: each is told once, when it is found.
const found = new Set<AlertFamily>(['address', 'notice', 'gap', 'value']);
const neverHeld = ({ family }: Pick<Rung, 'family'>): boolean => found.has(family);

/** The day on which alerts that were put off come back; null when none are. Where the contract has been made to end sooner since, or its option to be taken up sooner, that is the day. */
export const heldUntil = (contract: Contract): LocalDate | null => {
  if (contract.snooze === null) return null;
  const last = [endOf(contract), contract.status === 'registered' ? optionsAhead(contract)[0]?.noticeBy : null].filter((date) => date != null && date >= (contract.actedOn ?? date)) as LocalDate[];
  return earliest(contract.snooze.until, ...last);
};

// Past the end, a start that came too late and an option that is gone are no longer to be acted on: the end says it.
const speaksFor = (family: AlertFamily, past: boolean): AlertFamily => (past && (family === 'start' || family === 'option') ? 'end' : family);

/**
 * The alerts to send on a day: every rung reached and not yet told, one for each family and each notice, the latest. A missed day is made
 * good by the next; asked again on the same day once they are recorded, there are none. A snooze holds all but what nobody knew of then: a notice that the law asks for, a gap, a value over what was approved, a bounced address.
 */
export const alertsDue = (contract: Contract, anchors: Anchors, today: LocalDate): DueAlert[] => {
  const reached = rungsOf(contract, anchors, today).filter(({ date }) => date <= today).filter(notYet(contract));
  const heard = (heldUntil(contract) ?? today) > today ? reached.filter(neverHeld) : reached;
  const past = anchors.end !== null && today > anchors.end;
  const families = Map.groupBy(heard, ({ id, code, family, anchor }) => (family === 'address' ? id : family === 'notice' ? `${code.split('-', 1)[0]}@${anchor}` : speaksFor(family, past)));
  return [...families.values()].flatMap((rungs) => {
    const last = rungs.filter(({ family }) => family === speaksFor(family, past)).reduce<Rung | null>((a, b) => (a === null || b.date >= a.date ? b : a), null);
    return last ? [{ ...last, date: last.date === atOnce ? today : last.date, covers: rungs.filter(({ id }) => id !== last.id).map(({ id }) => id) }] : [];
  });
};

/** The next day on which a contract has an alert to send, which may be past; null when it has none for good. The due-date index holds this. */
export const nextAlertOn = (contract: Contract, anchors: Anchors): LocalDate | null => {
  const known = [anchors.end, ...contract.alerted.map(({ on }) => on)].filter((date) => date !== null);
  const horizon = known.length > 0 ? addDays(latest(...known), anchors.settings.lateEveryDays) : atOnce;
  const ahead = rungsOf(contract, anchors, horizon).filter(notYet(contract));
  if (ahead.length === 0) return null;
  const until = heldUntil(contract);
  return earliest(...ahead.map(({ date, family }) => (until && !neverHeld({ family }) && until > date ? until : date)));
};
