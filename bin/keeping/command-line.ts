import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Says how a command is used and ends the process with 2. */
export const misused = (usage: string): never => {
  console.error(usage);
  process.exit(2);
};

/**
 * The flags and other words that a command was given. Ends the process with 2, naming the fault and how the command is used, where a flag
 * is unknown or lacks its value.
 */
export const argumentsOf = <Options extends ParseArgsOptionsConfig>(options: Options, usage: string) => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (fault) {
    const [said] = (fault instanceof Error ? fault.message : String(fault)).split(/\.\s|\.$/);
    return misused(`${said}. ${usage}`);
  }
};

const isUnreached = (name: string, code: string): boolean =>
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|EHOSTUNREACH)$/.test(code) || name === 'TimeoutError';

/** The flags that a command was given, which takes no other words. Ends the process with 2 as `argumentsOf` does. */
export const flagsOf = <Options extends ParseArgsOptionsConfig>(options: Options, usage: string) => {
  const { values, positionals } = argumentsOf(options, usage);
  return positionals.length === 0 ? values : misused(`"${positionals[0]}" stands there by itself. ${usage}`);
};

/** What went wrong between a command and its table, in words for whoever types it; null for a fault that is the command's own. */
export const inWords = (fault: unknown, table: string): string | null => {
  const { name, message, code = '' } = fault instanceof Error ? (fault as Error & { code?: string }) : { name: '', message: '' };
  if (isUnreached(name, code))
    return `Nothing answers where ${table} is to be (${code || name}). Look at the network, at --region, and at --endpoint where one was given.`;
  if (code === 'ERR_INVALID_URL') return '--endpoint is no address: give one such as http://127.0.0.1:8000.';
  if (name === 'ResourceNotFoundException')
    return `There is no ${table}. Look at the name, at --region, and at the account that you are signed in to (aws sts get-caller-identity).`;
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError')
    return `You are not signed in to AWS: set AWS_PROFILE, or run aws sso login. (${message})`;
  if (/^(ExpiredToken(Exception)?|UnrecognizedClientException|InvalidSignatureException)$/.test(name))
    return `AWS does not take these credentials: sign in again. (${message})`;
  if (name === 'AccessDeniedException') return `These credentials may not do that. (${message})`;
  if (name === 'TableDoesNotHold' || name === 'TooMuchContention') return message;
  if (name === 'ValidationException') return `The ${table} is no table of Clear Days, or that is no name of one. (${message})`;
  return null;
};

/**
 * Does the work of a command. What goes wrong between it and its table is said in one line, and the process ends with 1; any other fault is
 * thrown.
 */
export const carriedOut = async (tableName: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (fault) {
    const words = inWords(fault, `table ${tableName}`);
    if (words === null) throw fault;
    console.error(words);
    process.exitCode = 1;
  }
};
