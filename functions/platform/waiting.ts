/**
 * How long a client of AWS waits for one answer, in milliseconds; a second to be taken at all. After that the try has failed, and the
 * client makes another where it has one left.
 */
export const waitingAtMost = (milliseconds: number) => ({
  connectionTimeout: 1000,
  requestTimeout: milliseconds,
  // Without it the client says in the log that the time is over, and waits on for as long as the function lives.
  throwOnRequestTimeout: true,
  logger: console,
});
