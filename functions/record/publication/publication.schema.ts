import * as z from 'zod/mini';
import { keyChallenge, lawfulness, privateMeeting } from './publication-proof.schema.ts';
import { publicSection } from './public-section.schema.ts';
import { contract, financial, key, resolutions } from './publication-content.schema.ts';
import { particulars, person } from './publication-particulars.schema.ts';
import { callIn, consultation, determination, interest } from './publication-proceedings.schema.ts';
import { status, timelineEntry, timetable } from './publication-timetable.schema.ts';

const day = z.iso.date();
const maybe = z.nullable(z.string());

/**
 * Everything about a decision that the public may read, and nothing else. What is null and named in `withheld` is kept back for the reason
 * there.
 */
export const publicationSchema = z.object({
  schema: z.literal(1),
  number: z.string().check(z.regex(/^\d\d\/\d{5}$/)),
  kind: z.enum(['notice', 'record']),
  council: z.object({ id: z.string(), name: z.string() }),
  status,
  subject: z.string(),
  department: maybe,
  leadDirector: z.nullable(person),
  contact: z.nullable(z.object({ name: z.string(), title: z.string(), phone: maybe, email: z.string() })),
  areaWord: z.enum(['division', 'ward']),
  divisionsAffected: z.nullable(z.union([z.literal('all'), z.array(z.string())])),
  particulars,
  key,
  decision: z.nullable(resolutions),
  background: maybe,
  reasons: maybe,
  financialImplications: z.nullable(financial),
  legalImplications: maybe,
  equalityImplications: z.nullable(
    z.object({ status: z.enum(['not-required', 'screening', 'full']), date: z.nullable(day), words: z.string() }),
  ),
  dataProtectionImplications: z.nullable(z.object({ status: z.enum(['not-required', 'to-follow', 'complete']), words: z.string() })),
  alternatives: z.nullable(z.array(z.object({ option: z.string(), reasonRejected: z.string() }))),
  consultation: z.nullable(consultation),
  contracts: z.nullable(z.array(contract)),
  interests: z.nullable(z.object({ summary: z.enum(['None', 'Declared', 'As recorded']), each: z.array(interest) })),
  determination: z.nullable(determination),
  ending: z
    .nullable(z.object({ on: day, until: z.nullable(day), words: maybe }))
    .check(z.meta({ description: 'When and why it was deferred, withdrawn or not agreed' })),
  callIn: z.nullable(callIn),
  callInWaiver: maybe,
  replaces: z
    ._default(z.array(z.string()), [])
    .check(z.meta({ description: 'The numbers of the decisions that this one takes the place of once it is in effect' })),
  supersededBy: z
    ._default(z.nullable(z.object({ number: z.string(), on: day })), null)
    .check(z.meta({ description: 'The later decision that took its place, and since when' })),
  keyChallenge: z._default(z.nullable(keyChallenge), null).check(
    z.meta({
      description: 'Scrutiny thinks that it was key and was not treated so, and the report that followed (reg 18 of SI 2012/2089)',
    }),
  ),
  privateMeeting: z
    ._default(z.nullable(privateMeeting), null)
    .check(z.meta({ description: 'Why the body meets in private (reg 5 of SI 2012/2089)' })),
  lawfulness: z._default(z.nullable(lawfulness), null).check(z.meta({ description: 'How the dates were counted when it was decided' })),
  publicAccess: z.nullable(
    z.object({
      kind: z.enum(['open', 'part-exempt', 'fully-exempt']),
      paragraphs: z.array(z.object({ paragraph: z.int(), words: z.string() })),
      publicInterest: maybe,
    }),
  ),
  withheld: z.array(z.object({ section: publicSection, words: z.string() })),
  shortNotice: z.nullable(
    z.object({
      route: z.enum(['general-exception', 'special-urgency']),
      words: z.string(),
      reason: maybe,
      agreedBy: z.nullable(z.extend(person, { on: day })),
    }),
  ),
  findings: z
    .array(z.string())
    .check(z.meta({ description: 'What an older record was found to lack when it was taken over, such as clear days of notice' })),
  timetable,
  timeline: z.array(timelineEntry),
  contentHash: maybe,
  fingerprint: maybe,
  historyHead: z.string(),
  updatedAt: z.iso.datetime(),
});

export type Publication = z.infer<typeof publicationSchema>;
