import { inWordsWithDay, type LocalDate, londonDate } from '../rules/local-date.ts';
import type { Contract } from '../contract/contract.schema.ts';
import { continuity } from '../contract/continuity.rules.ts';
import { noticesOutstanding } from '../procurement/notices-due.rules.ts';
import type { Anchors } from './alert-anchors.rules.ts';
import { atOnce, type Rung, rung } from './rung.rules.ts';
import { particularsOf } from '../contract/particulars.rules.ts';

/** The gap before the contract that follows, told at once. */
export const gapRungs = ({ successor }: Contract, end: LocalDate | null): Rung[] => {
  const found = successor && end ? continuity(end, successor.start) : null;
  return found?.kind === 'gap' && found.from ? [rung('gap', `gap-${found.days}`, atOnce, found.from, found.words)] : [];
};

/** What the contract’s own facts ask for: real dates, its review, what follows it without a gap, a decision on its value. */
export const factRungs = (contract: Contract, { value, end }: Anchors): Rung[] => {
  if (contract.status === 'proposed') {
    const start = contract.proposed.start;
    return start
      ? [
          rung(
            'confirm',
            'confirm-dates',
            start,
            start,
            `The decision had this contract start on ${inWordsWithDay(start)}. Register its real dates, or close it.`,
          ),
        ]
      : [];
  }
  if (contract.status !== 'registered') return [];
  const { reviewOn } = contract.terms;
  return [
    ...(reviewOn ? [rung('review', 'review', reviewOn, reviewOn, `The contract is to be reviewed on ${inWordsWithDay(reviewOn)}.`)] : []),
    ...gapRungs(contract, end),
    ...(value?.needsDecision
      ? [
          {
            ...rung('value', 'value-over-approved', atOnce, atOnce, value.words),
            id: `value-over-approved@${value.newTotalPence}/${value.approvedPence}`,
          },
        ]
      : []),
  ];
};

/** The notices that the law asks for: told when the duty arises and, if nobody has recorded the publication, on the last day for it. */
export const noticeRungs = (contract: Contract, { pipeline }: Anchors, horizon: LocalDate): Rung[] => {
  if (contract.status !== 'registered' && contract.status !== 'ended') return [];
  return [...noticesOutstanding(contract, horizon, londonDate(contract.createdAt)), ...(pipeline ? [pipeline] : [])].flatMap(
    ({ notice, name, duty, from, deadline, words }) => {
      if (from === null) return [];
      const [by, due] = deadline === null ? [from, ''] : [deadline, `: due by ${inWordsWithDay(deadline)}`];
      const said = `${notice}, ${name}${duty === 'ask-legal' ? ', if legal finds that it is needed' : ''}${due}. ${words}`;
      return [
        rung('notice', `${notice.toLowerCase()}-arises`, from, by, said),
        rung('notice', `${notice.toLowerCase()}-last-day`, by, by, said),
      ];
    },
  );
};

/** Each address that email could not be delivered to, told to the clerk at once. */
export const bounceRungs = (contract: Contract): Rung[] => {
  const { owner, sponsor } = particularsOf(contract);
  return contract.bounced.map((email) => {
    const mend = [owner.email, sponsor.email].includes(email)
      ? 'Give the contract another owner or sponsor.'
      : 'It is the director’s: put it right in the directory.';
    return {
      ...rung('address', 'address-bounced', atOnce, atOnce, `Email to ${email} could not be delivered. ${mend}`, ['clerk']),
      id: `address-bounced@${email}`,
    };
  });
};
