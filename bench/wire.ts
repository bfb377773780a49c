import { Agent, createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import { listen } from '../bin/local/listen.ts';

/** One call of the table as it went over the wire: what it was, what it cost by DynamoDB’s own count, and for whom. */
export type WireCall = { by: string; operation: string; readUnits: number; writeUnits: number; index: number };

type Capacity = { CapacityUnits?: number; ReadCapacityUnits?: number; WriteCapacityUnits?: number };

const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'TransactGetItems']);

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => Buffer.concat(await message.toArray());

/** Stands between the functions and the table, and counts: whatever a bundle does with the SDK, it passes here. */
export class Wire {
  readonly calls: WireCall[] = [];
  /** On whose account the next calls are. */
  by = 'nobody';
  private readonly table: URL;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 100 });
  private readonly server: Server;

  constructor(endpoint: string) {
    this.table = new URL(endpoint);
    this.server = createServer(async (request, response) => {
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      const body = Buffer.from(JSON.stringify({ ...JSON.parse((await bodyOf(request)).toString()), ReturnConsumedCapacity: 'TOTAL' }));
      const by = this.by;
      const answer = await this.passOn(request, body);
      const answered = await bodyOf(answer);
      this.count(by, operation, JSON.parse(answered.toString() || '{}').ConsumedCapacity);
      response.writeHead(answer.statusCode ?? 500, answer.headers).end(answered);
    });
  }

  start(): Promise<string> {
    return listen(this.server);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
  }

  private passOn({ method, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const options = {
        host: this.table.hostname,
        port: this.table.port,
        method,
        agent: this.agent,
        headers: { ...headers, host: this.table.host, 'content-length': body.length },
      };
      ask(options, resolve).on('error', reject).end(body);
    });
  }

  private count(by: string, operation: string, consumed: Capacity | Capacity[] | undefined): void {
    const units = [consumed ?? []].flat().reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
    const isRead = reads.has(operation);
    this.calls.push({ by, operation, readUnits: isRead ? units : 0, writeUnits: isRead ? 0 : units, index: this.calls.length });
  }
}

export type Tally = {
  calls: number;
  reads: number;
  readUnits: number;
  writes: number;
  transactions: number;
  writeUnits: number;
  transactionUnits: number;
};

/** Calls added up. */
export const tally = (calls: WireCall[]): Tally => {
  const of = (wanted: (call: WireCall) => boolean) => calls.filter(wanted);
  const units = (some: WireCall[]) => some.reduce((total, { readUnits, writeUnits }) => total + readUnits + writeUnits, 0);
  const [read, transactions] = [of(({ operation }) => reads.has(operation)), of(({ operation }) => operation === 'TransactWriteItems')];
  const writes = of(({ operation }) => !reads.has(operation) && operation !== 'TransactWriteItems');
  return {
    calls: calls.length,
    reads: read.length,
    readUnits: units(read),
    writes: writes.length,
    transactions: transactions.length,
    writeUnits: units(writes),
    transactionUnits: units(transactions),
  };
};
