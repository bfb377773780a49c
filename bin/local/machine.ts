import { callInBackground } from './background-call.ts';
import type { DeadLetters } from './dead-letters.ts';
import { LocalFunction } from './local-function.ts';
import { Scheduler, scheduleInput } from './schedules.ts';
import type { StandInClock } from './stand-in-clock.ts';
import { StreamMapping } from './stream-mapping.ts';
import { StreamPump } from './stream-pump.ts';
import type { StreamReader } from './stream-reader.ts';
import type { Synthesised } from './synthesise.ts';
import type { Wiring } from './wiring.ts';

export type Functions = ReadonlyMap<string, LocalFunction>;

/** Every function of the template, each with its own environment and these addresses in place of AWS. */
export function createFunctions({ wiring, bundleOf }: Synthesised, addresses: Record<string, string>, clock: StandInClock): Functions {
  const created = wiring.functions.map((described) => {
    const name = described.Environment.Variables.POWERTOOLS_SERVICE_NAME ?? described.logicalId;
    const environment = {
      ...addresses,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(described.MemorySize),
      ...described.Environment.Variables,
    };
    const description = {
      logicalId: described.logicalId,
      name,
      bundle: bundleOf(described.Code.S3Key),
      environment,
      statements: wiring.statementsOf(described.Role),
      memoryMegabytes: described.MemorySize,
      timeoutSeconds: described.Timeout,
    };
    return [described.logicalId, new LocalFunction(description, clock.shared)] as const;
  });
  return new Map(created);
}

/** Finds a function a mapping, schedule or subscription names; throws where the template names none. */
function functionOf(functions: Functions, logicalId: string): LocalFunction {
  const found = functions.get(logicalId);
  if (!found) throw new Error(`The template names a function ${logicalId} that it does not have.`);
  return found;
}

/** The stream mappings of the template over one table's stream. */
export function createPump(wiring: Wiring, functions: Functions, reader: StreamReader, deadLetters: DeadLetters): StreamPump {
  const mappings = wiring.mappings.map((mapping) => {
    const called = functionOf(functions, mapping.FunctionName);
    return new StreamMapping({ mapping, functionName: called.description.name, invoke: (event) => called.invoke(event), deadLetters });
  });
  return new StreamPump(reader, mappings);
}

/** The schedules of the template, run by the stand-in clock. */
export function createScheduler(
  wiring: Wiring,
  functions: Functions,
  clock: StandInClock,
  deadLetters: DeadLetters,
  settle: () => Promise<void>,
): Scheduler {
  return new Scheduler({
    clock,
    schedules: wiring.schedules,
    settle,
    run: ({ schedule, at }) => {
      const { Arn, DeadLetterConfig } = schedule.Target;
      return callInBackground(functionOf(functions, Arn), scheduleInput(schedule, at), DeadLetterConfig.Arn, deadLetters);
    },
  });
}

/** Hands an email event to every function subscribed to them. */
export async function publishEmailEvent(wiring: Wiring, functions: Functions, deadLetters: DeadLetters, event: unknown): Promise<void> {
  for (const { Endpoint } of wiring.subscriptions) {
    const queue = wiring.functions.find((one) => one.logicalId === Endpoint)?.DeadLetterConfig?.TargetArn ?? Endpoint;
    await callInBackground(functionOf(functions, Endpoint), event, queue, deadLetters);
  }
}
