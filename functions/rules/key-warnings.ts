import type { KeyRule } from '../council/council.schema.ts';
import type { Draft } from '../proposal/proposal.schema.ts';
import { contractsTotal, highestExpenditure, withoutOptions } from './highest-total.ts';
import { inPounds } from './money.ts';
import { type Areas, areasInWords, divisionsAffected, type Finding, keyFindings, numbersMakeKey } from './key-findings.ts';

/** Something about the assessment that a person must weigh: the answer stands, and this is why it might be asked about. */
export type KeyWarning = {
  code:
    | 'exactly-at-threshold'
    | 'exactly-the-limit-of-divisions'
    | 'laxer-than-regulation-8'
    | 'uncapped-growth'
    | 'key-only-by-extension-options'
    | 'declared-key'
    | 'declared-not-key'
    | 'key-by-its-contracts';
  words: string;
};

/** What a warning is worked out from. */
export type Assessed = { draft: Draft; rule: KeyRule; council: Areas; findings: Finding[] };

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const exactlyAtThreshold = ({ findings }: Assessed): KeyWarning[] =>
  findings
    .filter((finding) => finding.exactly && !finding.met && finding.ground !== 'divisions-over-limit')
    .map(({ words }) => ({ code: 'exactly-at-threshold', words: `${capitalised(words)}: one penny more would be over the threshold.` }));

const isExactlyTheLimit = ({ draft, rule, council }: Assessed): boolean =>
  rule.area?.comparison === 'more-than' && rule.area.limit >= 2 && divisionsAffected(draft, council) === rule.area.limit;

const exactlyTheLimit = (assessed: Assessed): KeyWarning[] => {
  if (!isExactlyTheLimit(assessed)) return [];
  const areas = areasInWords(divisionsAffected(assessed.draft, assessed.council), assessed.council);
  const isKey = assessed.draft.declaredKey || numbersMakeKey(assessed.findings, assessed.rule);
  const advice = isKey ? '' : ' Declare it key if its effects there are significant.';
  return [
    {
      code: 'exactly-the-limit-of-divisions',
      words: `It affects exactly ${areas}. The council’s test is more than that; reg 8 of SI 2012/2089 says two or more.${advice}`,
    },
  ];
};

const laxerThanRegulation8 = (assessed: Assessed): KeyWarning[] => {
  const { draft, rule, council, findings } = assessed;
  const count = divisionsAffected(draft, council);
  const metAlone = findings.find((finding) => finding.met);
  const missed = metAlone?.words ?? (count >= 2 && !isExactlyTheLimit(assessed) ? `it affects ${areasInWords(count, council)}` : undefined);
  if (draft.declaredKey || numbersMakeKey(findings, rule) || missed === undefined) return [];
  return [
    {
      code: 'laxer-than-regulation-8',
      words: `The council’s own test does not make this key although ${missed}. Under reg 8 of SI 2012/2089 significant money, or significant effects in two or more ${council.areaWord}s, is each enough. Declare it key if in doubt.`,
    },
  ];
};

const uncappedGrowth = ({ draft }: Assessed): KeyWarning[] =>
  highestExpenditure(draft) !== 'unbounded' || draft.financialImplications?.growth?.reapprovalTrigger !== undefined
    ? []
    : [
        {
          code: 'uncapped-growth',
          words:
            'The growth has no cap, so the cost has no upper limit. Give the most units it can reach, or the point at which the decision comes back for approval.',
        },
      ];

const keyOnlyByOptions = ({ draft, rule, council, findings }: Assessed): KeyWarning[] =>
  numbersMakeKey(findings, rule) && !numbersMakeKey(keyFindings(withoutOptions(draft), rule, council), rule)
    ? [
        {
          code: 'key-only-by-extension-options',
          words: 'Only the extension options make this key. They count whether or not they are ever taken up.',
        },
      ]
    : [];

const declaredOtherwise = ({ draft, rule, findings }: Assessed): KeyWarning[] => {
  const byNumbers = numbersMakeKey(findings, rule);
  if (draft.declaredKey === true && !byNumbers)
    return [{ code: 'declared-key', words: 'The figures do not make this key; it is treated as key because it was declared so.' }];
  if (draft.declaredKey === false && byNumbers)
    return [
      { code: 'declared-not-key', words: 'It was declared not to be key, but the figures make it key and a declaration cannot undo that.' },
    ];
  return [];
};

const costing = (draft: Draft, amountPence: number): Draft => {
  const { summary = '', savings = [], funding = [] } = draft.financialImplications ?? {};
  return {
    ...draft,
    financialImplications: { summary, savings, funding, expenditure: [{ description: 'Its contracts', kind: 'one-off', amountPence }] },
  };
};

// Costs and contracts are filled in apart; where the contracts alone would make it key, the costs may have left an option out.
const keyByItsContracts = ({ draft, rule, council, findings }: Assessed): KeyWarning[] => {
  const [costs, contracts] = [highestExpenditure(draft), contractsTotal(draft)];
  if (draft.declaredKey || costs === 'unbounded' || contracts <= costs || numbersMakeKey(findings, rule)) return [];
  const wholeLife = { ...rule, money: rule.money.filter(({ basis }) => basis === 'whole-life') };
  if (!numbersMakeKey(keyFindings(costing(draft, contracts), wholeLife, council), wholeLife)) return [];
  return [
    {
      code: 'key-by-its-contracts',
      words: `Its contracts come to ${inPounds(contracts)} with every option, and its costs to ${inPounds(costs)}. By the figures of the contracts it is key: put right whichever is wrong, or declare it key.`,
    },
  ];
};

/** Every warning that an assessment calls for, in a fixed order. */
export const keyWarnings = (assessed: Assessed): KeyWarning[] =>
  [
    uncappedGrowth,
    exactlyAtThreshold,
    exactlyTheLimit,
    laxerThanRegulation8,
    keyOnlyByOptions,
    keyByItsContracts,
    declaredOtherwise,
  ].flatMap((warn) => warn(assessed));
