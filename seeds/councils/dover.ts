import { callInNotFound, shortCouncil } from './short-council.ts';

/** Dover: £200,000 or more and two wards or more, both together, as its page words it. */
export const dover = shortCouncil({
  id: 'dover',
  name: 'Dover District Council',
  kind: 'district',
  colour: '#0b5351',
  offices: 'White Cliffs Business Park, Dover CT16 3PJ',
  wards: ['Buckland', 'Sandwich', 'Walmer', 'Whitfield'],
  keyRules: [
    {
      from: '2012-01-01',
      source: 'Dover District Council: decisions page, which joins the two tests with "and"',
      combine: 'both',
      money: [{ class: 'any', measure: 'either', comparison: 'or-more', amountPence: 20_000_000, basis: 'whole-life' }],
      area: { comparison: 'or-more', limit: 2 },
    },
  ],
  callInRules: [callInNotFound],
});
