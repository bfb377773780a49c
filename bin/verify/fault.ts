/** Something stored that is not what was written, and where it stands. */
export type Fault = { where: string; what: string };
