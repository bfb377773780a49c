import type { CallInRule, ClearanceRoute, KeyRule } from '../../functions/council/council.schema.ts';

// The words of Kent's published reasons, "Expenditure or savings of more than £1m" and "Affects more than 2 Electoral
// Divisions"; the second is narrower than the "two or more" of reg 8 of SI 2012/2089.
export const keyRules: KeyRule[] = [
  {
    from: '2012-01-01',
    source: 'Kent County Council: the reasons given on its published key decisions, 2017 to 2025',
    combine: 'either',
    money: [{ class: 'any', measure: 'either', comparison: 'more-than', amountPence: 100_000_000, basis: 'whole-life' }],
    area: { comparison: 'more-than', limit: 2 },
  },
];

export const callInRules: CallInRule[] = [
  {
    from: '2012-01-01',
    source: 'Kent County Council: five clear working days as its published decisions show; who may call in is not verified',
    clearWorkingDays: 5,
    members: 2,
    differentGroups: true,
    committeeMay: true,
    keyOnly: false,
    grounds: [
      'The decision departs from the policy framework or the budget',
      'Openness was not presumed',
      'Consultation or advice beforehand was not adequate',
      'The action is out of proportion to the outcome wanted',
      'The aims and the outcomes wanted were not made clear',
    ],
  },
];

// Not published by Kent: the usual order of an English council's report sign-off, all asked at once.
export const clearanceRoutes: ClearanceRoute[] = [
  { from: '2012-01-01', order: 'parallel', posts: ['s151-officer', 'monitoring-officer', 'lead-director'], workingDaysToAnswer: 10 },
];
