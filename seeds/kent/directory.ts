import type { Post } from '../../functions/council/council.schema.ts';
import { body, post, unnamed } from '../post.ts';

const domain = 'kent.example';

// People are named only where a published Kent record names them and gives a date; the first and last days of those
// terms are set around that date and are not from the record. Everywhere else the title stands for the person.
const childrenPortfolio = post(
  domain,
  'executive-member',
  'cabinet-member-children',
  'Cabinet Member for Children, Young People and Education',
  [
    {
      from: '2012-01-01',
      to: '2017-04-30',
      name: 'The Cabinet Member for Children’s Services',
      title: 'Cabinet Member for Children’s Services',
    },
    {
      from: '2017-05-01',
      to: '2018-12-31',
      name: 'Roger Gough',
      title: 'Cabinet Member for Children, Young People and Education Services',
    },
    { from: '2019-01-01', to: '2019-10-31', name: 'Roger Gough', title: 'Cabinet Member for Children, Young People and Education' },
    { from: '2019-11-01', to: '2019-12-31', name: 'The Cabinet Member for Children, Young People and Education' },
    { from: '2020-01-01', to: '2020-12-31', name: 'Sue Chandler', title: 'Cabinet Member for Children’s Integrated Services' },
    { from: '2021-01-01', name: 'The Cabinet Member for Children, Young People and Education' },
  ],
);

const adultPortfolio = post(
  domain,
  'executive-member',
  'cabinet-member-adult-social-care',
  'Cabinet Member for Adult Social Care and Public Health',
  [
    {
      from: '2012-01-01',
      to: '2020-12-31',
      name: 'The Cabinet Member for Adult Social Care',
      title: 'Cabinet Member for Adult Social Care',
    },
    { from: '2021-01-01', name: 'The Cabinet Member for Adult Social Care and Public Health' },
  ],
);

const cabinetMembers: Post[] = [
  unnamed(domain, 'executive-member', 'leader', 'Leader of the Council'),
  unnamed(domain, 'executive-member', 'cabinet-member-finance', 'Cabinet Member for Finance'),
  adultPortfolio,
  childrenPortfolio,
  unnamed(domain, 'executive-member', 'cabinet-member-highways', 'Cabinet Member for Highways and Transport'),
  unnamed(domain, 'executive-member', 'cabinet-member-communities', 'Cabinet Member for Community and Regulatory Services'),
  unnamed(domain, 'executive-member', 'cabinet-member-economic-development', 'Cabinet Member for Economic Development'),
  unnamed(domain, 'executive-member', 'cabinet-member-environment', 'Cabinet Member for Environment'),
  unnamed(domain, 'executive-member', 'cabinet-member-corporate-services', 'Cabinet Member for Corporate and Democratic Services'),
];

const adultDirector = post(domain, 'officer', 'corporate-director-adult-social-care', 'Corporate Director Adult Social Care and Health', [
  { from: '2012-01-01', to: '2022-12-31', name: 'The Corporate Director Adult Social Care and Health' },
  { from: '2023-01-01', to: '2023-12-31', name: 'Richard Smith' },
  { from: '2024-01-01', name: 'The Corporate Director Adult Social Care and Health' },
]);

const officers: Post[] = [
  adultDirector,
  unnamed(domain, 'officer', 'corporate-director-children', 'Corporate Director for Children, Young People and Education'),
  unnamed(domain, 'officer', 'corporate-director-growth', 'Corporate Director Growth, Environment and Transport'),
  unnamed(domain, 'officer', 'corporate-director-strategic-services', 'Corporate Director Strategic and Corporate Services'),
  unnamed(domain, 'officer', 's151-officer', 'Section 151 Officer'),
  unnamed(domain, 'officer', 'monitoring-officer', 'Monitoring Officer'),
  unnamed(domain, 'officer', 'head-of-paid-service', 'Head of Paid Service'),
  unnamed(domain, 'officer', 'clerk', 'Clerk, Democratic Services'),
];

/** Kent's posts and bodies, each with its holders from 2012-01-01 on, without a gap. */
export const posts: Post[] = [
  body(domain, 'cabinet', 'Cabinet', cabinetMembers),
  ...cabinetMembers,
  ...officers,
  unnamed(domain, 'scrutiny', 'scrutiny-chair', 'Chair of the Scrutiny Committee'),
  unnamed(domain, 'council', 'council-chair', 'Chair of the County Council'),
  unnamed(domain, 'council', 'council-vice-chair', 'Vice-Chair of the County Council'),
];

/** Departments as Kent's decisions have named them, old names kept because records are read under them. */
export const departments = [
  'Adult Social Care and Health',
  'Social Care, Health & Wellbeing',
  'Children, Young People and Education',
  'Growth, Environment and Transport',
  'Strategic and Corporate Services',
];

/** The advisory Cabinet Committees, and the committee that scrutinises. */
export const committees = [
  { name: 'Adult Social Care Cabinet Committee' },
  { name: 'Children, Young People and Education Cabinet Committee' },
  { name: 'Environment and Transport Cabinet Committee' },
  { name: 'Growth, Economic Development and Communities Cabinet Committee' },
  { name: 'Policy and Resources Cabinet Committee' },
  { name: 'Scrutiny Committee', chair: 'scrutiny-chair' },
];
