import type { Actor } from '../../decision/events.ts';
import { refuse, type Refused } from '../../decision/refusal.ts';
import type { LocalDate } from '../../rules/local-date.ts';
import type { Contract } from '../contract.schema.ts';
import type { ContractCommand } from '../contract-commands.ts';
import type { BesideDecisions } from '../store/contract-deployed.ts';
import type { AlertAnswer } from './contract-requests.schema.ts';
import { notInHand } from '../store/in-hand.ts';

/** The last alert that a contract sent by a day; null when it has sent none. */
const lastAlert = (contract: Contract, by: LocalDate): { id: string; on: LocalDate } | null =>
  contract.alerted
    .filter(({ on }) => on <= by)
    .reduce<{ id: string; on: LocalDate } | null>((a, b) => (a === null || b.on >= a.on ? b : a), null);

/** The command that an answer to a contract’s alerts stands for. Nothing can be acknowledged before anything was sent. */
const answerCommand = (contract: Contract | null, answer: AlertAnswer, by: Actor, today: LocalDate): ContractCommand | Refused => {
  switch (answer.response) {
    case 'acknowledge': {
      const alert = contract && lastAlert(contract, today);
      return alert
        ? { type: 'acknowledge-alert', by, alert: alert.id, words: answer.words ?? '' }
        : refuse('no-such-alert', 'Council contract procedure', 'No alert has been sent about this contract.');
    }
    case 'snooze':
      return { type: 'snooze-alerts', by, until: answer.until, words: answer.words };
    case 'in-hand':
      return { type: 'take-decision-in-hand', by, number: answer.number };
    case 'not-in-hand':
      return { type: 'give-up-decision-in-hand', by, words: answer.words };
    default:
      return answer satisfies never;
  }
};

/** As `answerCommand`; a decision said to be in hand must be one that is known here and may yet be taken. */
export const answering = async (
  around: Pick<BesideDecisions, 'table' | 'store'>,
  contract: Contract | null,
  answer: AlertAnswer,
  by: Actor,
  today: LocalDate,
): Promise<ContractCommand | Refused> =>
  (answer.response === 'in-hand' ? await notInHand(around, answer.number, contract?.id ?? '') : null) ??
  answerCommand(contract, answer, by, today);
