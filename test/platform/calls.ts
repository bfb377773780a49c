import type { Table } from '../../functions/platform/table/table.ts';

const reads = new Set(['GetCommand', 'BatchGetCommand', 'QueryCommand', 'GetItemCommand', 'BatchGetItemCommand']);

/** What a table’s client sends: how often it had to wait for reads, whatever it asked for at once, and what it wrote. */
export class Calls {
  roundTrips = 0;
  transactions = 0;
  others: string[] = [];
  private waiting = 0;

  constructor({ client }: Table) {
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          if (!reads.has(commandName)) {
            if (/^TransactWrite/.test(commandName)) this.transactions += 1;
            else this.others.push(commandName);
            return next(args);
          }
          if (this.waiting === 0) this.roundTrips += 1;
          this.waiting += 1;
          return next(args).finally(() => {
            this.waiting -= 1;
          });
        },
      { step: 'initialize', name: 'calls', override: true },
    );
  }

  /** What one thing sends. */
  async of(act: () => Promise<unknown>): Promise<{ roundTrips: number; transactions: number; others: string[] }> {
    Object.assign(this, { roundTrips: 0, transactions: 0, others: [] });
    await act();
    const { roundTrips, transactions, others } = this;
    return { roundTrips, transactions, others };
  }
}
