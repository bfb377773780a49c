import type * as z from 'zod/mini';

/** The fields of an object that can be read by themselves, where it is refused as a whole. */
export const readableParts = <Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
  value: unknown,
): Partial<z.infer<typeof schema>> =>
  Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, part]) => {
      const read = (part as z.ZodMiniType).safeParse(Object(value)[name]);
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  ) as Partial<z.infer<typeof schema>>;
