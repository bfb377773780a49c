import type { CallInRule, Council, KeyRule } from '../../functions/council/council.schema.ts';
import { area } from '../area.ts';
import { body, unnamed } from '../post.ts';

const directory = (domain: string) => {
  const cabinet = [
    unnamed(domain, 'executive-member', 'leader', 'Leader of the Council'),
    unnamed(domain, 'executive-member', 'cabinet-member-finance', 'Cabinet Member for Finance'),
  ];
  return [
    body(domain, 'cabinet', 'Cabinet', cabinet),
    ...cabinet,
    unnamed(domain, 'officer', 'director-services', 'Director of Services'),
    unnamed(domain, 'officer', 's151-officer', 'Section 151 Officer'),
    unnamed(domain, 'officer', 'monitoring-officer', 'Monitoring Officer'),
    unnamed(domain, 'officer', 'head-of-paid-service', 'Head of Paid Service'),
    unnamed(domain, 'officer', 'clerk', 'Clerk, Democratic Services'),
    unnamed(domain, 'scrutiny', 'scrutiny-chair', 'Chair of Scrutiny'),
    unnamed(domain, 'council', 'council-chair', 'Chair of the Council'),
    unnamed(domain, 'council', 'council-vice-chair', 'Vice-Chair of the Council'),
  ];
};

/** Call-in where a council's own scheme was not found: five clear working days and two members, said to be a stand-in. */
export const callInNotFound: CallInRule = {
  from: '2012-01-01',
  source: 'Not found for this council: a common scheme stands in',
  clearWorkingDays: 5,
  members: 2,
  differentGroups: false,
  committeeMay: true,
  keyOnly: false,
  grounds: ['The decision departs from the policy framework or the budget', 'Consultation or advice beforehand was not adequate'],
};

type Particulars = Pick<Council, 'id' | 'name' | 'kind' | 'colour' | 'offices'> & {
  wards: string[];
  keyRules: KeyRule[];
  callInRules: CallInRule[];
};

/** A council held only for its rules: a short directory, a few of its wards, and the statutory minimum elsewhere. */
export const shortCouncil = ({ wards, ...particulars }: Particulars): Council => {
  const domain = `${particulars.id}.example`;
  return {
    ...particulars,
    areaWord: 'ward',
    website: `https://www.${domain}`,
    email: { from: `decisions@${domain}`, replyTo: `democratic.services@${domain}`, allMembers: `all-members@${domain}` },
    documents: { howToAsk: 'Ask Democratic Services, in writing or at the offices.', email: `democratic.services@${domain}` },
    noticeClearDays: 28,
    consultationClearWorkingDays: 5,
    generalExceptionClearWorkingDays: 5,
    clearanceRoutes: [
      { from: '2012-01-01', order: 'parallel', posts: ['s151-officer', 'monitoring-officer', 'lead-director'], workingDaysToAnswer: 10 },
    ],
    noticeOn: 'clerk',
    departments: ['Services'],
    posts: directory(domain),
    committees: [{ name: 'Scrutiny Committee', chair: 'scrutiny-chair' }],
    divisions: wards.map((ward) => area(domain, ward, 1)),
  };
};
