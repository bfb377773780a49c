import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Stage } from '../../functions/decision/decision.ts';
import { codeStore } from '../../functions/determination/code-store.ts';
import { mailedCodes } from '../../functions/determination/codes.ts';
import { type CodeSending, sendCode } from '../../functions/determination/send-code.ts';
import type { LinkRequest } from '../../functions/link/link-request.ts';
import { linkFor, readLink } from '../../functions/link/links.ts';
import type { LinkSecrets } from '../../functions/link/macs.ts';
import { respond } from '../../functions/link/respond.ts';
import type { Responding } from '../../functions/link/responding.ts';
import { takeTurn } from '../../functions/link/turns.ts';
import { codeAskedOf, keys } from '../../functions/platform/table/keys.ts';
import { queryAll, type Table } from '../../functions/platform/table/table.ts';
import { kent } from '../../seeds/kent/council.ts';
import { Posted } from '../email/sending-table.ts';
import { freshTable } from '../platform/fresh-table.ts';

const generation = (letter: string): string => letter.repeat(64);

/** A decision in a real table whose links are answered by the very code that is deployed, with macs by keys that a test can rotate. */
export class Answering extends Posted {
  secrets: LinkSecrets = { current: generation('a'), previous: null };
  readonly logged: string[] = [];
  readonly responding: Responding;
  readonly codeSending: CodeSending;

  constructor(table: Table) {
    super(table);
    const turns = takeTurn(table);
    const codes = codeStore(table, { loadLinkSecrets: async () => this.secrets, openBy: async (read) => read(this.secrets) });
    this.sending.loadLinkSecrets = async () => this.secrets;
    this.responding = {
      decisions: this.store,
      loadCouncil: async () => this.council,
      readLink: async (token) => readLink(token, this.secrets),
      publicUrl: 'https://decisions.kent.example',
      now: () => this.now,
      log: (message, facts) => this.logged.push(JSON.stringify({ message, ...facts })),
      turns,
      codes: mailedCodes({ codes, turns }),
    };
    this.codeSending = Object.assign(this.sending, { codes });
  }

  /** One of its own in a new table, submitted: its clearers are asked. */
  static async inClearance(): Promise<Answering> {
    const told = new Answering(await freshTable());
    await told.submitted();
    return told;
  }

  rotate(letter: string): void {
    this.secrets = { current: generation(letter), previous: this.secrets.current };
  }

  /** The last part of the link of an open step, as its email carries it. */
  async link(stage: Stage, nth = 0): Promise<string> {
    const step = (await this.open(stage))[nth];
    if (!step) throw new Error(`No ${stage} is open`);
    return linkFor({ decisionId: this.id, ...step }, this.secrets).slice('/respond/'.length);
  }

  get(token: string, method = 'GET') {
    return respond(this.responding)({ method, token, headers: {}, body: '' });
  }

  post(token: string, fields: Record<string, string>, headers: LinkRequest['headers'] = {}) {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    return respond(this.responding)({
      method: 'POST',
      token,
      headers: { ...form, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** The letters of one kind that went out, as text. */
  letters(kind: string): string[] {
    return this.office.sent.map(({ raw }) => Buffer.from(raw).toString()).filter((raw) => raw.includes(`X-Clear-Days-Kind: ${kind}`));
  }

  /** Has everything announced that has happened so far. */
  async announceAll(): Promise<void> {
    for (const { sequence } of await this.store.history(this.id)) await this.announce(sequence);
  }

  /** The codes that were asked for and are still to be announced or were announced before, as the stream names them. */
  async codesAsked() {
    const { pk } = keys.codeAsked(this.id, '', '');
    const items = await queryAll(this.table, { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } });
    return items.map(codeAskedOf).filter((asked) => asked !== null);
  }

  /** Has every code announced that was asked for so far. */
  async announceCodes(): Promise<void> {
    for (const asked of await this.codesAsked()) await sendCode(this.codeSending, asked);
  }

  /** Everything in the table, whatever it is. */
  async stolen(): Promise<Record<string, unknown>[]> {
    const { Items = [], LastEvaluatedKey } = await this.table.client.send(
      new ScanCommand({ TableName: this.table.tableName, ConsistentRead: true }),
    );
    if (LastEvaluatedKey) throw new Error('The table is longer than a test reads');
    return Items;
  }

  async types(): Promise<string[]> {
    return (await this.store.history(this.id)).map(({ happening }) => happening.type);
  }

  /** Noticed, its notice run, and its decision maker asked. */
  async awaiting(): Promise<void> {
    await this.noticed();
    this.now = '2023-04-05T09:00:00.000Z';
    await this.does({ type: 'run-daily-check' });
  }
}

/** One that waits to be signed and is above the value from which its council asks for a code as well. */
export const signedWithACode = async (table: Table): Promise<Answering> => {
  const told = new Answering(table);
  told.council = { ...kent, codeOverPence: 50_000_000 };
  await told.awaiting();
  return told;
};
