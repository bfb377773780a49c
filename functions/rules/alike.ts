/** Words as they are compared: the same, however their capitals and spaces are typed. */
export const plainWords = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** The letters and digits of a name, as they are compared: the same, whatever its capitals, spaces and marks. */
export const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
