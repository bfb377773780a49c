import { shortCouncil } from './short-council.ts';

/** Greenwich: four working days for call-in, by two councillors or more. */
export const greenwich = shortCouncil({
  id: 'greenwich',
  name: 'Royal Borough of Greenwich',
  kind: 'london-borough',
  colour: '#702082',
  offices: 'The Woolwich Centre, 35 Wellington Street, London SE18 6HQ',
  wards: ['Abbey Wood', 'Blackheath Westcombe', 'Plumstead Common', 'Woolwich Common'],
  keyRules: [
    {
      from: '2012-01-01',
      source: 'Not found for this council: £500,000 stands in; two wards or more from reg 8 of SI 2012/2089',
      combine: 'either',
      money: [{ class: 'any', measure: 'either', comparison: 'more-than', amountPence: 50_000_000, basis: 'whole-life' }],
      area: { comparison: 'or-more', limit: 2 },
    },
  ],
  callInRules: [
    {
      from: '2012-01-01',
      source: 'Royal Borough of Greenwich: steps in the call-in process',
      clearWorkingDays: 4,
      members: 2,
      differentGroups: false,
      committeeMay: false,
      keyOnly: false,
      grounds: ['The decision departs from the policy framework or the budget', 'Consultation or advice beforehand was not adequate'],
    },
  ],
});
