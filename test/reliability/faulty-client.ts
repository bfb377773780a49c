import { ProvisionedThroughputExceededException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../functions/platform/table/table.ts';
import type { SendEmail } from '../../functions/email/email-sender.ts';

/** Whether the nth call goes wrong, and whether that is before it is carried out or after, when nobody learns that it was. */
export type Fault = { when: 'before' | 'after'; what: Error } | null;
export type Faults = (call: string) => Fault;

const metadata = { $metadata: {} };

/** What DynamoDB and the way to it do when they do not do what they are asked. */
export const troubles: (() => Error)[] = [
  () => new ProvisionedThroughputExceededException({ message: 'Slow down', ...metadata }),
  () =>
    new TransactionCanceledException({
      message: 'Transaction cancelled',
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
      ...metadata,
    }),
  () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError' }),
  () => Object.assign(new Error('Internal server error'), { name: 'InternalServerError' }),
];

/** A table that now and then fails: before a call is carried out, or after it was. */
export const faultyTable = ({ client, tableName }: Table, faults: Faults): Table => {
  const send = async (command: { constructor: { name: string } }, ...rest: never[]): Promise<unknown> => {
    const fault = faults(command.constructor.name);
    if (fault?.when === 'before') throw fault.what;
    const answer = await (client.send as (...all: unknown[]) => Promise<unknown>)(command, ...rest);
    if (fault) throw fault.what;
    return answer;
  };
  return { tableName, client: Object.create(client, { send: { value: send } }) as Table['client'] };
};

/** SES that now and then fails, before it took a message or after. */
export const faultySender =
  (send: SendEmail, faults: Faults): SendEmail =>
  async (outgoing) => {
    const fault = faults('SendRawEmail');
    if (fault?.when === 'before') throw fault.what;
    const handed = await send(outgoing);
    if (fault) throw fault.what;
    return handed;
  };

/** A process that dies at its nth call, before or after it is carried out: nothing that it tries afterwards happens. */
export class Dying {
  calls = 0;
  private readonly at: number;
  private readonly when: 'before' | 'after';

  constructor(at: number, when: 'before' | 'after') {
    this.at = at;
    this.when = when;
  }

  readonly faults: Faults = () => {
    this.calls += 1;
    const what = Object.assign(new Error('The process died'), { name: 'Died' });
    if (this.calls > this.at) return { when: 'before', what };
    return this.calls === this.at ? { when: this.when, what } : null;
  };
}
