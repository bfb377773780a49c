/** What the SDK signs its requests with. */
type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

/**
 * The credentials that Lambda puts in a function's environment: the first place of ten that the SDK's own
 * `@aws-sdk/credential-provider-node` looks in, and the bundles carry this file in that package's place. Throws where there are none.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error(
      'The environment holds no credentials: this runs in Lambda, or where AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set',
    );
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
