import * as z from 'zod/mini';

const named = z.string().check(z.minLength(1));

const known = {
  TABLE_NAME: named,
  PUBLIC_URL: z.pipe(
    z.url(),
    z.transform((url) => url.replace(/\/+$/, '')),
  ),
  LINK_SECRET_ID: named,
  CONFIGURATION_SET: z.optional(named),
  EMAIL_FROM: z.optional(z.email()),
};

type Known = typeof known;

/** The function was deployed without settings that it cannot do without. */
class EnvironmentIncomplete extends Error {
  constructor(names: string[]) {
    super(`Set these environment variables: ${[...new Set(names)].join(', ')}`);
  }
}

/** The named settings of this function, parsed. Throws at load, naming every one that is missing or wrong. */
export const readEnv = <N extends keyof Known>(...names: N[]): { [K in N]: z.output<Known[K]> } => {
  const read = names.map((name) => [name, known[name].safeParse(process.env[name])] as const);
  const wrong = read.filter(([, parsed]) => !parsed.success).map(([name]) => name);
  if (wrong.length > 0) throw new EnvironmentIncomplete(wrong);
  return Object.fromEntries(read.map(([name, parsed]) => [name, parsed.data])) as { [K in N]: z.output<Known[K]> };
};
