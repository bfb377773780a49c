import { javaProblem, javaVersion, launchDynamoDb } from '../../bin/local/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB answers, or will in a moment; or why it never will. */
    dynamodb: { endpoint: string } | { problem: string };
  }
}

type Provide = { provide: (name: 'dynamodb', value: { endpoint: string } | { problem: string }) => void };

// Compiling little starts sooner, compiling well lasts longer: a soak goes on for the better part of an hour.
const forLong = process.env.SOAK_DECISIONS ? [] : ['-XX:TieredStopAtLevel=1'];

/**
 * Starts DynamoDB Local once for a whole run, unless `DYNAMODB_ENDPOINT` names one, and stops it after. It is not waited
 * for: tests that need no table start at once. Each access key has a database of its own in it, so whole systems share it too. Without Java
 * those that do need one fail, and say how to install it.
 */
export default async function setup({ provide }: Provide): Promise<(() => void) | undefined> {
  // Each project of the run asks; the first starts it.
  const given = process.env.DYNAMODB_ENDPOINT ?? process.env.SHARED_DYNAMODB;
  if (given) process.env.SHARED_DYNAMODB = given;
  if (given) return void provide('dynamodb', { endpoint: given });
  const problem = javaProblem(javaVersion());
  if (problem) return void provide('dynamodb', { problem });
  const { child, endpoint } = await launchDynamoDb({ java: ['-Xmx1g', ...forLong], own: ['-inMemory'], stderr: 'ignore' });
  provide('dynamodb', { endpoint });
  process.env.SHARED_DYNAMODB = endpoint;
  return () => void child.kill('SIGKILL');
}
