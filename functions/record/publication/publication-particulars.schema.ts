import * as z from 'zod/mini';

const day = z.iso.date();
const maybe = z.nullable(z.string());

/** Somebody by name and title. */
export const person = z.object({ name: z.string(), title: z.string() });

/** A document as the public sees it: an exempt one by its title and its paragraph of Schedule 12A, never by where it is kept. */
const publicDocument = z.discriminatedUnion('access', [
  z.object({ access: z.literal('open'), title: z.string(), url: z.nullable(z.string()) }),
  z.object({ access: z.literal('exempt'), title: z.string(), paragraph: z.int(), words: z.string() }),
]);

const decisionMaker = z.extend(person, {
  post: z.string(),
  kind: z.enum(['individual', 'body', 'officer']),
  members: z.array(person),
  jointWith: z.nullable(person),
  inThePlaceOf: maybe,
  inConsultationWith: z.array(z.string()),
});

/** What reg 9(1) of SI 2012/2089 has a notice state, in the order of its paragraphs (a) to (h). */
export const particulars = z.object({
  keyDecision: z.string().check(z.meta({ description: '(a) whether a key decision is to be made' })),
  matter: z.string().check(z.meta({ description: '(b) the matter' })),
  decisionMaker: decisionMaker.check(z.meta({ description: '(c) name and title, or the body and its members' })),
  decisionDue: z.object({ from: day, words: z.string() }).check(z.meta({ description: '(d) the date or period' })),
  documents: z.array(publicDocument).check(z.meta({ description: '(e) the documents submitted' })),
  copiesFrom: z.string().check(z.meta({ description: '(f) the address for copies' })),
  otherDocuments: z.string().check(z.meta({ description: '(g) that other documents may be submitted' })),
  howToAsk: z.object({ words: z.string(), email: z.string() }).check(z.meta({ description: '(h) how to ask for them' })),
});

export type PublicDocument = z.infer<typeof publicDocument>;
