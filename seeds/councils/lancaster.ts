import { callInNotFound, shortCouncil } from './short-council.ts';

const area = { comparison: 'or-more' as const, limit: 2 };

/** Lancaster: £50,000 and later £250,000, so that a decision is judged by the figure in force on its own day. */
export const lancaster = shortCouncil({
  id: 'lancaster',
  name: 'Lancaster City Council',
  kind: 'district',
  colour: '#5a1f4d',
  offices: 'Town Hall, Dalton Square, Lancaster LA1 1PJ',
  wards: ['Bare', 'Bulk', 'Castle', 'Torrisholme'],
  keyRules: [
    {
      from: '2012-01-01',
      source: 'Lancaster City Council: key decisions page, earlier copy',
      combine: 'either',
      money: [{ class: 'any', measure: 'either', comparison: 'more-than', amountPence: 5_000_000, basis: 'whole-life' }],
      area,
    },
    {
      from: '2020-01-01',
      source: 'Lancaster City Council: key decisions page, later copy; the day of the change is assumed',
      combine: 'either',
      money: [{ class: 'any', measure: 'either', comparison: 'more-than', amountPence: 25_000_000, basis: 'whole-life' }],
      area,
    },
  ],
  callInRules: [callInNotFound],
});
