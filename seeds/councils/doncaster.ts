import { callInNotFound, shortCouncil } from './short-council.ts';

/** Doncaster: £250,000 of revenue in a full year, or £1,000,000 of capital, and at either figure exactly, not past it. */
export const doncaster = shortCouncil({
  id: 'doncaster',
  name: 'City of Doncaster Council',
  kind: 'metropolitan',
  colour: '#1d3c6e',
  offices: 'Civic Office, Waterdale, Doncaster DN1 3BU',
  wards: ['Armthorpe', 'Bentley', 'Mexborough', 'Town'],
  keyRules: [
    {
      from: '2012-01-01',
      source: 'City of Doncaster Council: forward plan page; two wards or more from reg 8 of SI 2012/2089',
      combine: 'either',
      money: [
        { class: 'revenue', measure: 'either', comparison: 'or-more', amountPence: 25_000_000, basis: 'any-year' },
        { class: 'capital', measure: 'either', comparison: 'or-more', amountPence: 100_000_000, basis: 'whole-life' },
      ],
      area: { comparison: 'or-more', limit: 2 },
    },
  ],
  callInRules: [callInNotFound],
});
