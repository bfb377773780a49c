import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Statement } from './permissions.ts';
import type { Call, Reply, WorkerOrders } from './worker.ts';

export interface FunctionDescription {
  logicalId: string;
  name: string;
  /** File URL of the bundle that would be deployed. */
  bundle: string;
  environment: Record<string, string>;
  /** What its role allows it to ask of AWS. */
  statements: readonly Statement[];
  memoryMegabytes: number;
  timeoutSeconds: number;
}

/** A fault inside a handler, with the handler's own stack. */
class FunctionFault extends Error {
  constructor(functionName: string, fault: { name: string; message: string; stack: string }) {
    super(`${functionName}: ${fault.name}: ${fault.message}`);
    this.stack = fault.stack;
  }
}

interface Waiting {
  call: Call;
  resolve: (result: unknown) => void;
  reject: (fault: Error) => void;
}
interface Instance {
  worker: Worker;
  busy: Waiting | undefined;
}

/** As many as keep two cores busy; Lambda would start more. */
const instancesAtMost = 4;

/** One function in worker threads of its own: started when first called, one event at a time in each, as Lambda does. */
export class LocalFunction {
  readonly description: FunctionDescription;
  private readonly clock: SharedArrayBuffer;
  private readonly instances = new Set<Instance>();
  private readonly queue: Waiting[] = [];

  constructor(description: FunctionDescription, clock: SharedArrayBuffer) {
    this.description = description;
    this.clock = clock;
  }

  /** Calls the handler with an event; rejects with a FunctionFault when it throws. */
  invoke(event: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.queue.push({ call: this.call(event), resolve, reject });
      this.dispatch();
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.instances].map((instance) => instance.worker.terminate()));
  }

  private dispatch(): void {
    const waiting = this.queue[0];
    const instance = waiting && this.freeInstance();
    if (!waiting || !instance) return;
    this.queue.shift();
    instance.busy = waiting;
    instance.worker.postMessage(waiting.call);
    this.dispatch();
  }

  private freeInstance(): Instance | undefined {
    const free = [...this.instances].find((instance) => !instance.busy);
    if (free) return free;
    return this.instances.size < instancesAtMost ? this.startInstance() : undefined;
  }

  private startInstance(): Instance {
    const { bundle, statements } = this.description;
    const workerData: WorkerOrders = { bundle, statements, clock: this.clock };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { env: this.description.environment, workerData });
    const instance: Instance = { worker, busy: undefined };
    worker.on('message', (reply: Reply) => this.settle(instance, reply));
    worker.on('error', (error) => this.lose(instance, error));
    worker.on('exit', () => this.lose(instance, new Error(`${this.description.name} stopped.`)));
    this.instances.add(instance);
    return instance;
  }

  private settle(instance: Instance, reply: Reply): void {
    const done = instance.busy;
    instance.busy = undefined;
    if ('fault' in reply) done?.reject(new FunctionFault(this.description.name, reply.fault));
    else done?.resolve(reply.result === undefined ? undefined : JSON.parse(reply.result));
    this.dispatch();
  }

  private lose(instance: Instance, error: Error): void {
    this.instances.delete(instance);
    instance.busy?.reject(error);
    instance.busy = undefined;
    this.dispatch();
  }

  private call(event: unknown): Call {
    const { name, memoryMegabytes, timeoutSeconds } = this.description;
    const invokedFunctionArn = `arn:aws:lambda:eu-west-2:000000000000:function:${name}`;
    const context = { functionName: name, invokedFunctionArn, memoryLimitInMB: String(memoryMegabytes), timeoutSeconds };
    return { id: randomUUID(), event: JSON.stringify(event), context };
  }
}
