/** Every string inside a value, however deep. */
export const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsIn);
};

const emailShaped = /[^\s@<>]+@[^\s@<>]+/g;
const phoneShaped = /(?:\+44|\b0)(?:[\s()-]*\d){9,10}\b/g;

/** The addresses and telephone numbers among some strings. */
export const contactsIn = (value: unknown) => {
  const strings = stringsIn(value);
  return {
    emails: strings.flatMap((text) => text.match(emailShaped) ?? []),
    phones: strings.flatMap((text) => text.match(phoneShaped) ?? []),
  };
};
