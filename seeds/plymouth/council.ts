import type { Council } from '../../functions/council/council.schema.ts';
import { posts } from './directory.ts';
import { wards } from './wards.ts';

/** Plymouth City Council: its settings and directory from 2012 on. Every address is a made-up one. */
export const plymouth: Council = {
  id: 'plymouth',
  name: 'Plymouth City Council',
  kind: 'unitary',
  areaWord: 'ward',
  colour: '#00437b',
  website: 'https://www.plymouth.example',
  offices: 'Ballard House, West Hoe Road, Plymouth PL1 3BJ',
  email: { from: 'decisions@plymouth.example', replyTo: 'democratic.support@plymouth.example', allMembers: 'all-members@plymouth.example' },
  documents: {
    howToAsk:
      'Ask Democratic Support for any document named here, in writing or at the offices between 9am and 5pm on a working day. Exempt documents are not given out.',
    email: 'democratic.support@plymouth.example',
  },
  noticeClearDays: 28,
  consultationClearWorkingDays: 5,
  generalExceptionClearWorkingDays: 5,
  keyRules: [
    {
      from: '2012-01-01',
      source: 'Plymouth City Council: from memory, not verified against its constitution',
      combine: 'either',
      money: [
        { class: 'revenue', measure: 'either', comparison: 'more-than', amountPence: 100_000_000, basis: 'whole-life' },
        { class: 'capital', measure: 'expenditure', comparison: 'more-than', amountPence: 300_000_000, basis: 'whole-life' },
        { class: 'contract', measure: 'expenditure', comparison: 'more-than', amountPence: 300_000_000, basis: 'whole-life' },
      ],
      area: { comparison: 'or-more', limit: 2 },
    },
  ],
  callInRules: [
    {
      from: '2012-01-01',
      source: 'Plymouth City Council: five working days as its published decisions show; the rest is not verified',
      clearWorkingDays: 5,
      members: 3,
      differentGroups: false,
      committeeMay: true,
      keyOnly: false,
      grounds: [
        'The decision departs from the policy framework or the budget',
        'Consultation or advice beforehand was not adequate',
        'The action is out of proportion to the outcome wanted',
      ],
    },
  ],
  clearanceRoutes: [
    { from: '2012-01-01', order: 'parallel', posts: ['s151-officer', 'monitoring-officer', 'lead-director'], workingDaysToAnswer: 10 },
  ],
  noticeOn: 'clerk',
  departments: ['People', 'Place', 'Customer and Corporate Services', 'Public Health'],
  posts,
  committees: [{ name: 'Scrutiny Management Board', chair: 'scrutiny-chair' }],
  divisions: wards,
};
