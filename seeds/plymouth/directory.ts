import type { Post } from '../../functions/council/council.schema.ts';
import { body, post, unnamed } from '../post.ts';

const domain = 'plymouth.example';

// The minutes of 10 July 2023 name this holder; the first and last days of the term are set around that date.
const housingPortfolio = post(
  domain,
  'executive-member',
  'cabinet-member-housing',
  'Cabinet Member for Housing, Co-operative Development and Communities',
  [
    {
      from: '2012-01-01',
      to: '2023-04-30',
      name: 'The Cabinet Member for Housing and Communities',
      title: 'Cabinet Member for Housing and Communities',
    },
    { from: '2023-05-01', to: '2024-04-30', name: 'Councillor Chris Penberthy' },
    { from: '2024-05-01', name: 'The Cabinet Member for Housing, Co-operative Development and Communities' },
  ],
);

const cabinetMembers: Post[] = [
  unnamed(domain, 'executive-member', 'leader', 'Leader of the Council'),
  unnamed(domain, 'executive-member', 'deputy-leader', 'Deputy Leader of the Council'),
  unnamed(domain, 'executive-member', 'cabinet-member-adult-social-care', 'Cabinet Member for Health and Adult Social Care'),
  unnamed(domain, 'executive-member', 'cabinet-member-children', 'Cabinet Member for Children’s Social Care'),
  unnamed(domain, 'executive-member', 'cabinet-member-environment', 'Cabinet Member for Environment and Climate Change'),
  unnamed(domain, 'executive-member', 'cabinet-member-finance', 'Cabinet Member for Finance'),
  unnamed(domain, 'executive-member', 'cabinet-member-highways', 'Cabinet Member for Strategic Planning and Transport'),
  housingPortfolio,
];

const officers: Post[] = [
  unnamed(domain, 'officer', 'strategic-director-people', 'Strategic Director for People'),
  unnamed(domain, 'officer', 'strategic-director-place', 'Strategic Director for Place'),
  unnamed(domain, 'officer', 's151-officer', 'Section 151 Officer'),
  unnamed(domain, 'officer', 'monitoring-officer', 'Monitoring Officer'),
  unnamed(domain, 'officer', 'head-of-paid-service', 'Chief Executive and Head of Paid Service'),
  unnamed(domain, 'officer', 'clerk', 'Clerk, Democratic Support'),
];

/** Plymouth's posts and bodies, each with its holders from 2012-01-01 on, without a gap. */
export const posts: Post[] = [
  body(domain, 'cabinet', 'Cabinet', cabinetMembers),
  ...cabinetMembers,
  ...officers,
  unnamed(domain, 'scrutiny', 'scrutiny-chair', 'Chair of Scrutiny'),
  unnamed(domain, 'council', 'council-chair', 'Lord Mayor, who chairs the Council'),
  unnamed(domain, 'council', 'council-vice-chair', 'Deputy Lord Mayor'),
];
