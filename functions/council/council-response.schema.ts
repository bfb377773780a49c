import * as z from 'zod/mini';
import { callInRule, councilSchema, keyRule } from './council.schema.ts';

/** The council's settings in force today, with its directory: what an officer's form needs. */
export const councilResponse = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.string(),
  website: z.string(),
  kind: councilSchema.shape.kind,
  areaWord: councilSchema.shape.areaWord,
  thresholds: keyRule,
  limits: z.object({ areas: z.nullable(z.int()), comparison: z.nullable(z.enum(['more-than', 'or-more'])) }),
  clearDays: z.object({ notice: z.int(), generalException: z.int(), callIn: z.int(), consultation: z.int() }),
  callIn: callInRule,
  warnings: z
    .array(z.object({ setting: z.string(), words: z.string() }))
    .check(z.meta({ description: 'Settings that make fewer decisions key than reg 8 of SI 2012/2089 does' })),
  divisions: z.array(z.string()),
  departments: z.array(z.string()),
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      name: z.string(),
      email: z.string(),
      members: z.optional(z.array(z.string())),
    }),
  ),
  vacant: z
    .optional(z.array(z.object({ id: z.string(), title: z.string(), kind: z.string() })))
    .check(z.meta({ description: 'Posts and bodies of the directory that nobody holds today' })),
  committees: z.array(z.object({ name: z.string() })),
});

export type CouncilResponse = z.infer<typeof councilResponse>;
