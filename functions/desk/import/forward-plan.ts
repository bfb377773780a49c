import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { Draft } from '../../proposal/proposal.schema.ts';
import { readDueDate } from '../../register/due-date-text.ts';
import { shortened } from '../../rules/shortened.ts';

/** One item of a forward plan as it was read: the draft that it makes, and everything that somebody ought to look at. */
export type PlanItem = { subject: string; due: string; draft: Draft; findings: string[] };

/** Most items at once: each is saved by a call of its own, and a page waits for all of them. */
export const mostItems = 20;

const plain = (text: string): string => text.toLowerCase().replace(/^the /, '').replace(/\s+/g, ' ').trim();

const makerIn = ({ posts }: CouncilResponse, text: string): { decisionMaker?: string; findings: string[] } => {
  if (text === '') return { findings: ['No decision maker is named.'] };
  const found = posts.filter(({ id, title, name }) => [id, title, name].some((known) => plain(known) === plain(text)));
  return found.length === 1 && found[0]
    ? { decisionMaker: found[0].id, findings: [] }
    : { findings: [`No one post of the directory is called “${text}”.`] };
};

const dayIn = (text: string): { targetDecisionDate?: string; findings: string[] } => {
  const { due, findings } = readDueDate(text);
  if (due?.notBefore) return { targetDecisionDate: due.notBefore, findings };
  return { findings: due ? [...findings, 'Only a last day is given. The day on which the decision is wanted is left open.'] : findings };
};

const isHeading = ([subject = '', due = '']: string[]): boolean =>
  /^(subject|item|title|decision|issue)\b/i.test(subject) && readDueDate(due).due === null;

const itemIn = (council: CouncilResponse, [subject = '', due = '', maker = '']: string[]): PlanItem => {
  const [{ targetDecisionDate, findings: ofDay }, { decisionMaker, findings: ofMaker }] = [dayIn(due), makerIn(council, maker)];
  const name = shortened(subject, 300);
  const cut = name === subject ? [] : ['The subject was cut to 300 letters.'];
  return {
    subject: name,
    due,
    draft: { subject: name, ...(decisionMaker ? { decisionMaker } : {}), ...(targetDecisionDate ? { targetDecisionDate } : {}) },
    findings: [...cut, ...ofDay, ...ofMaker],
  };
};

/**
 * The items of a forward plan as somebody pastes it: one a line, subject, due date and decision maker apart by a tab or a bar. A
 * line of headings is passed over. What had to be guessed, and what could not be read, is among its findings; nothing is left out.
 */
export const readForwardPlan = (council: CouncilResponse, text: string): PlanItem[] => {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|\|/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const items = lines[0] && isHeading(lines[0]) ? lines.slice(1) : lines;
  return items.map((cells) => itemIn(council, cells));
};
