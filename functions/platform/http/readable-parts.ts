import type * as z from 'zod/mini';
import { parseWhole } from './issues.ts';

/** The fields of an object that can be read by themselves, where it is refused as a whole. */
export const readableParts = <Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
  value: unknown,
): Partial<z.infer<typeof schema>> =>
  Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, part]) => {
      const read = parseWhole(part as z.ZodMiniType, Object(value)[name]);
      return read.ok && read.value !== undefined ? [[name, read.value]] : [];
    }),
  ) as Partial<z.infer<typeof schema>>;
