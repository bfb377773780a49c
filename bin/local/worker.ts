import { parentPort, workerData } from 'node:worker_threads';
import { guard } from './guard.ts';
import type { Statement } from './permissions.ts';
import { replaceDate } from './worker-clock.ts';

/** What a worker is told when it starts: which bundle to import, the clock it shares, and what its role allows it. */
export interface WorkerOrders {
  bundle: string;
  clock: SharedArrayBuffer;
  statements: readonly Statement[];
}
export interface Call {
  id: string;
  event: string;
  context: { functionName: string; invokedFunctionArn: string; memoryLimitInMB: string; timeoutSeconds: number };
}
export type Reply = { id: string; result: string | undefined } | { id: string; fault: { name: string; message: string; stack: string } };

type Handler = (event: unknown, context: unknown) => unknown;

// Lambda's quota of an answer: six mebibytes and a little, as it writes it.
const mostBytes = 6_291_556;

const orders: WorkerOrders = workerData;
const offset = new Float64Array(orders.clock);
replaceDate(globalThis, () => offset[0] ?? 0);
guard(orders.statements);

// Checked by hand: a library for it would be loaded again in every worker.
const hasHandler = (bundle: object): bundle is { handler: Handler } => 'handler' in bundle && typeof bundle.handler === 'function';
const loading = import(orders.bundle).then((bundle: object) => {
  if (!hasHandler(bundle)) throw new Error('The bundle exports no handler.');
  return bundle.handler;
});
loading.catch(() => undefined);

parentPort?.on('message', async (call: Call) => {
  parentPort?.postMessage(await answer(call));
});

async function answer(call: Call): Promise<Reply> {
  try {
    const handler = await loading;
    const result = JSON.stringify(await handler(JSON.parse(call.event), context(call)));
    if (Buffer.byteLength(result ?? '') > mostBytes)
      throw new Error(`Response payload size exceeded maximum allowed payload size (${mostBytes} bytes).`);
    return { id: call.id, result };
  } catch (fault) {
    const { name, message, stack } = fault instanceof Error ? fault : new Error(String(fault));
    return { id: call.id, fault: { name, message, stack: stack ?? message } };
  }
}

function context(call: Call) {
  const { timeoutSeconds, ...named } = call.context;
  const until = performance.now() + timeoutSeconds * 1000;
  return {
    ...named,
    awsRequestId: call.id,
    functionVersion: '$LATEST',
    logGroupName: `/local/${named.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(until - performance.now())),
  };
}
