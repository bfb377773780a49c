/** Which printer of PDFs this is. A bundle carries the hash of its own in this one's place. */
export const printer = 'not bundled';
