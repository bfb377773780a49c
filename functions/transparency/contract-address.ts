// References hold slashes (20/00017-3), and a slash inside a path is read as another step of it, encoded or not.
const written = (reference: string): string => reference.replaceAll('~', '~~').replaceAll('/', '~');

/** Where the public finds a contract: its reference, a slash in it written as a tilde. */
export const contractPath = (reference: string): string => `/contracts/${encodeURIComponent(written(reference))}`;

/** The reference that the last part of such an address names, once it is decoded. */
export const referenceIn = (segment: string): string => segment.replaceAll(/~~|~/g, (found) => (found === '~~' ? '~' : '/'));
