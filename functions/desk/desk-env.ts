import * as z from 'zod/mini';

const envSchema = z.object({
  PUBLIC_URL: z.pipe(
    z.url(),
    z.transform((url) => url.replace(/\/+$/, '')),
  ),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().check(z.minLength(1)),
  OIDC_SCOPE: z.string().check(z.minLength(1)),
  OIDC_CLIENT_SECRET_ID: z.optional(z.string().check(z.minLength(1))),
  SESSION_SECRET_ID: z.string().check(z.minLength(1)),
});

/** The desk's settings. Throws at load, naming each that is missing or wrong. */
export const deskEnv = (environment: Record<string, string | undefined>) => {
  const read = envSchema.safeParse(environment);
  if (!read.success) throw new Error(`Set these environment variables: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  const { PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_SCOPE, OIDC_CLIENT_SECRET_ID, SESSION_SECRET_ID } = read.data;
  return {
    publicUrl: PUBLIC_URL,
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    scope: OIDC_SCOPE,
    clientSecretId: OIDC_CLIENT_SECRET_ID,
    sessionSecretId: SESSION_SECRET_ID,
  };
};
