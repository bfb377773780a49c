import * as z from 'zod/mini';

const day = z.iso.date();
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** One event of a history as a stranger may see it: what kind, when, and the hashes that tie it to its neighbours; nobody's words. */
export const chainLinkSchema = z.object({
  sequence: z.int().check(z.minimum(1)),
  type: z.string(),
  at: z.iso.datetime(),
  before: hash,
  hash,
});

/** One wording of a publication, as it stood after an event: the hash of all that was published, and the head of the history then. */
const versionSchema = z.object({ sequence: z.int(), on: day, at: z.iso.datetime(), publicationHash: hash, historyHead: hash });

/** What is kept beside a publication so that anybody can check it. */
export const chainSchema = z.object({ links: z.array(chainLinkSchema), versions: z.array(versionSchema).check(z.minLength(1)) });

/** What a daily head covers of one decision: its last publication of one day. */
export const leafSchema = z.object({ on: day, number: z.string(), publicationHash: hash, historyHead: hash });

/** The head of a day: one hash over everything published since the head before, and over that head. */
export const headSchema = z.object({ date: day, after: z.nullable(day), before: hash, head: hash, count: z.int() });

/** GET /decisions/{YY}/{NNNNN}/proof. */
export const proofResponse = z.object({
  schema: z.literal(1),
  number: z.string(),
  howToCheck: z.array(z.string()),
  publication: z.record(z.string(), z.unknown()),
  publicationHash: hash,
  versions: z.array(versionSchema),
  history: z.array(chainLinkSchema),
  coveredBy: z
    .nullable(headSchema)
    .check(z.meta({ description: 'The first daily head over this wording; null until the morning after it was published' })),
});

/** GET /heads/{date}. */
export const headResponse = z.extend(headSchema, { howToCheck: z.string(), records: z.array(leafSchema) });

export type ChainLink = z.infer<typeof chainLinkSchema>;
export type Version = z.infer<typeof versionSchema>;
export type Chain = z.infer<typeof chainSchema>;
export type Leaf = z.infer<typeof leafSchema>;
export type Head = z.infer<typeof headSchema>;
export type Proof = z.infer<typeof proofResponse>;
