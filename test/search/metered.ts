import type { Table } from '../../functions/platform/table/table.ts';

type Capacity = { CapacityUnits?: number };
type Used = { ConsumedCapacity?: Capacity | Capacity[] };

/** Counts the capacity units that a table's client uses, as DynamoDB itself reports them. */
export class Meter {
  units = 0;
  calls = 0;

  constructor({ client }: Table) {
    client.middlewareStack.add(
      (next) => async (args) => {
        Object.assign(args.input as object, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const used = (result.output as Used).ConsumedCapacity;
        this.calls += 1;
        this.units += [used ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        return result;
      },
      { step: 'initialize', name: 'meter', override: true },
    );
  }

  /** What one thing costs: units and calls. */
  async of<T>(act: () => Promise<T>): Promise<{ units: number; calls: number; result: T }> {
    const before = { units: this.units, calls: this.calls };
    const result = await act();
    return { units: this.units - before.units, calls: this.calls - before.calls, result };
  }
}
