/** Words as they are compared: the same, however their capitals, accents and spaces are typed, and whatever nobody can see between them. */
export const plainWords = (text: string): string =>
  text
    .replace(/\p{DI}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ');

/** The letters and digits of a name, as they are compared: the same, whatever its capitals, spaces and marks. */
export const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** An email address as it is compared: whatever its capitals, it leads to the same person. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

/** Whether two email addresses are the same, however they are typed. */
export const isSameAddress = (one: string, other: string): boolean => plainAddress(one) === plainAddress(other);
