// Part 1 of Schedule 12A to the Local Government Act 1972, as amended for England, in plain words.
const paragraphs = [
  'information about an individual',
  'information likely to reveal who an individual is',
  'the financial or business affairs of a person or organisation, the council included',
  'consultations or negotiations about labour relations',
  'legal advice that is privileged',
  'a notice, order or direction that the council proposes to make under an enactment',
  'action to prevent, investigate or prosecute crime',
];

/** What a paragraph of Schedule 12A covers, in plain words. */
export const coveredBy = (paragraph: number): string => paragraphs[paragraph - 1] ?? 'exempt information';

/** A paragraph of Schedule 12A with what it covers: `paragraph 3 of Schedule 12A (the financial or business affairs …)`. */
export const paragraphInWords = (paragraph: number): string =>
  `paragraph ${paragraph} of Schedule 12A to the Local Government Act 1972 (${coveredBy(paragraph)})`;
