import type { Decision } from '../decision/decision.ts';
import { hiddenFrom } from '../link/entitled.ts';
import { type WordChange, wordChanges } from '../link/word-changes.ts';
import { releasedContent } from '../record/publication/sight.rules.ts';
import { inPounds } from '../rules/money.ts';
import { type Fact, type Letter, makerInWords, numberOf, type Scene, type Person, subjectOf } from './letter.ts';

/** Resolutions as a council numbers them, each on its own line. */
export const numbered = (items: string[]): string =>
  items.length === 1 ? (items[0] ?? '') : items.map((item, at) => `${at + 1}. ${item}`).join('\n');

const keyOf = (decision: Decision): { isKey: boolean; statement: string } | null =>
  'keyDecision' in decision ? decision.keyDecision : null;

// What it has become since its notice is not out yet.
const isKeyTo = (reader: Person, decision: Decision, { isKey }: { isKey: boolean }): boolean =>
  reader.external && decision.notice && releasedContent(decision) === null ? decision.notice.isKey : isKey;

// The statement opens with the term that stands beside it.
const yesOrNo = (statement: string): string => statement.replace(/^Key decision: /, 'Yes: ').replace(/^Not a key decision: /, 'No: ');

const keyFact = (occasion: Scene, reader: Person): Fact[] => {
  const key = keyOf(occasion.decision);
  if (!key) return [];
  const figuresHidden = hiddenFrom(reader, occasion.decision, occasion.council).has('figures');
  return [
    { term: 'Key decision', value: figuresHidden ? (isKeyTo(reader, occasion.decision, key) ? 'Yes' : 'No') : yesOrNo(key.statement) },
  ];
};

/** What names the decision to a reader: number, subject as they may know it, and who decides. */
export const nameFacts = (occasion: Scene, reader: Person): Fact[] => [
  { term: 'Decision number', value: numberOf(occasion.decision) },
  { term: 'Subject', value: subjectOf(occasion.decision, reader) },
  { term: 'Decision maker', value: makerInWords(occasion, reader) },
];

const proposedFact = ({ decision, council }: Scene, reader: Person): Fact[] => {
  if (hiddenFrom(reader, decision, council).has('proposedDecision')) return [];
  return [{ term: 'What is proposed', value: numbered(decision.content.proposedDecision ?? []) }];
};

/** What names the decision, what it would do and whether it is key, as far as this reader is entitled to know. */
export const proposalFacts = (occasion: Scene, reader: Person): Fact[] => [
  ...nameFacts(occasion, reader),
  ...proposedFact(occasion, reader),
  ...keyFact(occasion, reader),
];

/** The most it can cost, for readers inside the council. */
export const costFact = (decision: Decision): Fact[] => {
  if (!('keyDecision' in decision)) return [];
  const { expenditurePence: most } = decision.keyDecision.totals;
  return [{ term: 'Highest total cost', value: most === 'unbounded' ? 'No limit is set' : inPounds(most) }];
};

/** A reason somebody gave, for readers entitled to everything; anybody else is told only that it happened. */
export const reasonFact = (occasion: Scene, reader: Person, words: string, term = 'Reason given'): Fact[] =>
  words === '' || hiddenFrom(reader, occasion.decision, occasion.council).size > 0 ? [] : [{ term, value: words }];

/** What each committee changed in the wording, word by word, for whoever signs next; nothing for a reader from whom the wording is kept. */
export const amendmentsFor = ({ decision, council }: Scene, reader: Person): Letter['changes'] => {
  if (hiddenFrom(reader, decision, council).has('proposedDecision')) return undefined;
  const amended = decision.committeeOutcomes.flatMap(({ committee, before, proposedDecision }) =>
    before && proposedDecision
      ? [
          {
            part: `Proposed decision, by the ${committee.replace(/^The /, '')}`,
            words: wordChanges(numbered(before), numbered(proposedDecision)),
          },
        ]
      : [],
  );
  return amended.length > 0 ? amended : undefined;
};

/** Each changed part word by word, or nothing for a reader from whom any part is kept. */
export const changesFor = (
  { decision, council }: Scene,
  reader: Person,
  changes: { part: string; before: string; after: string }[],
): Letter['changes'] =>
  hiddenFrom(reader, decision, council).size > 0
    ? undefined
    : changes.map(({ part, before, after }): { part: string; words: WordChange[] } => ({ part, words: wordChanges(before, after) }));
