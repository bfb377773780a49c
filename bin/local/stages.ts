import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../lib/settings.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { Children } from './children.ts';
import { answering, checkJava, createTable, localCredentials, localDynamoDb, startDynamoDb } from './dynamodb.ts';
import { LocalIssuer, localAudience } from './issuer.ts';
import type { KeptStateFile } from './kept-state.ts';
import { Mailbox } from './mailbox.ts';
import { generateSecret, LocalSecrets } from './secrets.ts';
import { StandInClock } from './stand-in-clock.ts';
import type { Wiring } from './wiring.ts';

export type Say = (line: string) => void;

export interface StandIns {
  /** Still starting: Java takes its time while the stacks are synthesised. */
  database: Promise<string>;
  issuer: LocalIssuer;
  mailbox: Mailbox;
  emailUrl: string;
}

/** Starts what stands in for DynamoDB, SES and the council's sign-in. */
export async function startStandIns(given: Arguments, clock: StandInClock, children: Children, say: Say): Promise<StandIns> {
  // Told of at once: nobody is to wait for the stacks to learn that Java is missing.
  if (!process.env.DYNAMODB_ENDPOINT) checkJava();
  const database = startDatabase(given, children);
  database.catch(() => undefined);
  const file = given.data && join(given.data, 'mail.jsonl');
  const mailbox = new Mailbox({ now: () => clock.now(), sent: (mail) => say(`Email to ${mail.to}: ${mail.subject}`), file });
  const [issuer, emailUrl] = await Promise.all([LocalIssuer.start({ council: given.council, now: () => clock.now() }), mailbox.start()]);
  children.add(() => issuer.stop());
  children.add(() => mailbox.stop());
  return { database, issuer, mailbox, emailUrl };
}

async function startDatabase(given: Arguments, children: Children): Promise<string> {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  if (endpoint) {
    await answering(endpoint);
    return endpoint;
  }
  return startDynamoDb(given.data, (child) => children.addProcess(child));
}

/** The clock where `--now` or the kept table puts it; the machine's own otherwise. Refuses to start before what was kept. */
export function startClock(given: Arguments, kept: KeptStateFile): StandInClock {
  const clock = new StandInClock();
  const last = kept.read()?.clock;
  if (given.now && last && given.now < new Date(last))
    throw new UsageError(`--now cannot be before ${last}, where the clock of ${given.data} stands.`);
  const begin = given.now ?? (last ? new Date(last) : undefined);
  if (begin) clock.startAt(begin);
  return clock;
}

/** This machine's addresses and names, in the place of an environment's settings. */
export function localSettings(given: Arguments, base: string, issuer: string): Settings {
  return {
    councilId: given.council,
    publicUrl: base,
    issuer,
    audience: localAudience,
    emailDomain: `${given.council}.example`,
    emailFrom: `democratic.services@${given.council}.example`,
    webOrigins: [],
    webClientScope: 'openid profile email',
    runbookUrl: `${base}/runbooks`,
    region: 'eu-west-2',
  };
}

/** A directory of this run's own, removed when it ends. */
export function temporaryDirectory(children: Children): string {
  const directory = mkdtempSync(join(tmpdir(), 'clear-days-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  children.add(remove);
  process.once('exit', remove);
  return directory;
}

export interface OpenedRecord {
  tableName: string;
  created: boolean;
  streamArn: string;
  linkSecret: string;
  secretsUrl: string;
}

/** Creates the record stack's table and secret. */
export async function openRecord(wiring: Wiring, endpoint: string, kept: KeptStateFile, children: Children): Promise<OpenedRecord> {
  const { links: secret, others } = secretsOf(wiring);
  const [table] = wiring.tables;
  if (!secret || !table) throw new Error('The record stack has no table or no secret.');
  const linkSecret = kept.read()?.linkSecret ?? generateSecret(secret.GenerateSecretString.PasswordLength);
  const secrets = new LocalSecrets(new Map([...others.map(newSecret), [secret.logicalId, linkSecret]]));
  const secretsUrl = await secrets.start();
  children.add(() => secrets.stop());
  const opened = await createTable(localDynamoDb(endpoint), table.logicalId, table);
  return { ...opened, tableName: table.logicalId, linkSecret, secretsUrl };
}

type Described = Wiring['secrets'][number];

/** The key of the links stands beside the table that a run keeps; every other secret is a new one at each start. */
function secretsOf({ secrets, functions }: Wiring): { links: Described | undefined; others: Described[] } {
  const signing = functions.map(({ Environment }) => Environment.Variables.LINK_SECRET_ID).find((id) => id !== undefined);
  const links = secrets.find(({ logicalId }) => logicalId === signing) ?? secrets[0];
  return { links, others: secrets.filter((secret) => secret !== links) };
}

function newSecret({ logicalId, GenerateSecretString }: Described): [string, string] {
  return [logicalId, generateSecret(GenerateSecretString.PasswordLength)];
}

/** Where a function finds what it would find on AWS; the SDK reads these itself, so no handler knows. */
export function addresses(endpoint: string, emailUrl: string, secretsUrl: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SES: emailUrl,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsUrl,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    POWERTOOLS_LOG_LEVEL: process.env.LOCAL_LOG_LEVEL ?? 'WARN',
    TZ: 'UTC',
  };
}
