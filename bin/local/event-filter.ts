import * as z from 'zod/mini';

const rule = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ 'anything-but': z.array(z.union([z.string(), z.number()])) }),
]);
type Rule = z.infer<typeof rule>;
type Pattern = { [key: string]: Pattern | Rule[] };
const patternSchema: z.ZodMiniType<Pattern> = z.lazy(() => z.record(z.string(), z.union([z.array(rule), patternSchema])));

/** A test of Lambda's event filter pattern. Throws on a rule it does not know rather than letting an event past it. */
export function eventFilter(pattern: string): (record: unknown) => boolean {
  const parsed = patternSchema.parse(JSON.parse(pattern));
  return (record) => matches(parsed, record);
}

function matches(pattern: Pattern, value: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const inner = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return Array.isArray(wanted) ? wanted.some((one) => satisfies(one, inner)) : matches(wanted, inner);
  });
}

function satisfies(wanted: Rule, value: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if ('prefix' in wanted) return typeof value === 'string' && value.startsWith(wanted.prefix);
  if ('exists' in wanted) return (value !== undefined) === wanted.exists;
  return value !== undefined && !wanted['anything-but'].some((other) => other === value);
}
