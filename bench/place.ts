import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomUUID } from 'node:crypto';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { checkJava, localCredentials, startDynamoDb } from '../bin/local/dynamodb.ts';
import { LocalSecrets } from '../bin/local/secrets.ts';
import { replaceDate } from '../bin/local/worker-clock.ts';
import { councilStore } from '../functions/platform/store/council-store.ts';
import { dynamoDecisionStore } from '../functions/platform/store/decision-store.ts';
import { publishing } from '../functions/platform/deployed.ts';
import { documentClient, type Table } from '../functions/platform/table/table.ts';
import { tableDefinition } from '../functions/platform/table/table-definition.ts';
import type { Metafile } from 'esbuild';
import { bundleFunctions } from '../lib/bundles.ts';
import { presentFunctions } from '../lib/functions.ts';
import { kent } from '../seeds/kent/council.ts';
import { MailOffice } from './mail-office.ts';
import { Wire } from './wire.ts';

export const root = resolve(import.meta.dirname, '..');
export const linkSecret = 'a-secret-that-only-the-bench-signs-its-links-with';
const publicUrl = 'https://decisions.kent.example';

/** Every function there is, and the directory that its bundle stands in; built once a run. */
export const functions = presentFunctions(root).present;
export const bundles = process.env.BENCH_BUNDLES ?? '/tmp/clear-days-bench';
export const bundleOf = (name: string): string => join(bundles, name, 'index.mjs');
export const buildBundles = (): Promise<Metafile> => bundleFunctions(root, functions, bundles);

export type Handler = (event: unknown, context?: unknown) => Promise<unknown>;

/** A table with a council in it, and what else the functions reach for; `counted` through a wire that counts. */
export type Place = {
  endpoint: string;
  table: Table;
  store: ReturnType<typeof dynamoDecisionStore>;
  wire: Wire;
  mail: MailOffice;
  clockTo: (now: string) => void;
  /** The handler of a bundle, imported anew with this environment. */
  handler: (name: string) => Promise<Handler>;
  stop: () => Promise<void>;
};

// A copy for each place: a bundle in several files would go on with those that another place has imported, and with its table.
const importedAnew = async (name: string, place: string): Promise<Handler> => {
  const copy = join(bundles, place, name);
  cpSync(dirname(bundleOf(name)), copy, { recursive: true });
  return ((await import(pathToFileURL(join(copy, 'index.mjs')).href)) as { handler: Handler }).handler;
};

const offset = { milliseconds: 0 };
const machineNow = Date.now.bind(Date);

/** The DynamoDB Local of the run, or one of our own. */
export const database = async (): Promise<{ endpoint: string; stop: () => void }> => {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, stop: () => undefined };
  checkJava();
  let child: ChildProcess | undefined;
  const endpoint = await startDynamoDb(undefined, (started) => {
    child = started;
  });
  process.once('exit', () => child?.kill('SIGKILL'));
  return { endpoint, stop: () => void child?.kill('SIGKILL') };
};

/** A table; with its stream only where that is read, since DynamoDB Local takes ever longer over each. */
const localTable = async (endpoint: string, isStreamed = false): Promise<Table> => {
  const table = {
    client: documentClient({ endpoint, region: 'eu-west-2', credentials: localCredentials, requestHandler: { requestTimeout: 60_000 } }),
    tableName: `bench-${randomUUID()}`,
  };
  await table.client.send(
    new CreateTableCommand({ TableName: table.tableName, ...tableDefinition, ...(isStreamed ? {} : { StreamSpecification: undefined }) }),
  );
  return table;
};

// More than one place may stand at once, and all of them have one clock.
let onClock = false;
const setClock = (): void => {
  if (!onClock) replaceDate(globalThis, () => offset.milliseconds);
  onClock = true;
};

/** Opens a place. What is imported afterwards finds it in its environment, as a deployed function finds AWS. */
export const openPlace = async ({ counted, isStreamed }: { counted: boolean; isStreamed?: boolean }): Promise<Place> => {
  if (!existsSync(bundleOf('respond'))) await buildBundles();
  const { endpoint, stop } = await database();
  const table = await localTable(endpoint, isStreamed);
  await councilStore(table).saveCouncil(kent);
  const [wire, mail, secrets] = [
    new Wire(endpoint),
    new MailOffice(),
    new LocalSecrets(
      new Map([
        ['link', linkSecret],
        ['session', linkSecret],
      ]),
    ),
  ];
  const [wireUrl, mailUrl, secretsUrl] = await Promise.all([wire.start(), mail.start(), secrets.start()]);
  Object.assign(process.env, {
    TZ: 'UTC',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: counted ? wireUrl : endpoint,
    AWS_ENDPOINT_URL_SES: mailUrl,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsUrl,
    TABLE_NAME: table.tableName,
    PUBLIC_URL: publicUrl,
    COUNCIL_ID: 'kent',
    LINK_SECRET_ID: 'link',
    CONFIGURATION_SET: 'set',
    EMAIL_FROM: kent.email.from,
    SESSION_SECRET_ID: 'session',
    OIDC_ISSUER: 'https://issuer.invalid',
    OIDC_CLIENT_ID: 'bench',
    OIDC_SCOPE: 'openid',
  });
  setClock();
  return {
    endpoint,
    table,
    wire,
    mail,
    store: dynamoDecisionStore({ ...table, publication: publishing }),
    clockTo: (now) => {
      offset.milliseconds = Date.parse(now) - machineNow();
    },
    handler: (name) => importedAnew(name, table.tableName),
    stop: async () => {
      for (const each of [wire, mail, secrets]) each.stop();
      table.client.destroy();
      rmSync(join(bundles, table.tableName), { recursive: true, force: true });
      stop();
    },
  };
};
