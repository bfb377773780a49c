import type { Option } from '../form/field.ts';

// As Find a Tender lists them: https://www.find-tender.service.gov.uk/Home/NoticeTypes
const names = [
  'Pipeline notice',
  'Preliminary market engagement notice',
  'Planned procurement notice',
  'Tender notice',
  'Transparency notice',
  'Contract award notice',
  'Contract details notice',
  'Contract payment notice',
  'Contract performance notice',
  'Contract change notice',
  'Contract termination notice',
  'Procurement termination notice',
  'Dynamic market intention notice',
  'Dynamic market establishment notice',
  'Dynamic market modification notice',
  'Dynamic market cessation notice',
  'Payments compliance notice',
];

/** The notices of the Procurement Act 2023, UK1 to UK17, to choose from by number and name. */
export const noticeOptions: Option[] = names.map((name, index) => ({ value: `UK${index + 1}`, label: `UK${index + 1} ${name}` }));
