/**
 * Refuses to fetch anything. `mime.ts` forbids the composer every address before it would come here; the bundles carry this in the
 * place of nodemailer's own client for the web, so that no letter could make a function of ours ask an address even by a mistake.
 */
export default function noFetching(): never {
  throw new Error('No part of an email is fetched from an address.');
}
