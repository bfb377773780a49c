import { parseArgs } from 'node:util';

/** The councils that there are settings for; the first two with decisions of their own. */
export const councilIds = ['kent', 'plymouth', 'doncaster', 'dover', 'greenwich', 'lancaster'] as const;
export type CouncilId = (typeof councilIds)[number];

export interface Arguments {
  /** 0 lets the machine pick a free one. */
  port: number;
  council: CouncilId;
  /** Settings, directory and divisions only. */
  empty: boolean;
  /** Where the stand-in clock starts; the machine's own clock otherwise. */
  now: Date | undefined;
  /** Directory that keeps the table between runs; memory otherwise. */
  data: string | undefined;
}

/** Something the person at the keyboard can put right; its message is the one line they see. */
export class UsageError extends Error {}

const usage = `Usage: PORT=3000 npm start -- [--empty] [--now 2023-03-07T09:00:00Z] [--council ${councilIds.join('|')}] [--data DIR]`;

/** Reads flags and PORT. Throws a UsageError of one line for whatever it does not know. */
export function readArguments(argv: readonly string[], portVariable: string | undefined): Arguments {
  const flags = readFlags(argv);
  return {
    port: readPort(portVariable),
    council: readCouncil(flags.council),
    empty: flags.empty,
    now: flags.now === undefined ? undefined : readInstant(flags.now, '--now'),
    data: flags.data,
  };
}

/** An instant with its zone named: a bare date or a local time would mean another moment on another machine. */
export function readInstant(text: string, what: string): Date {
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const instant = new Date(text);
  if (!zoned || Number.isNaN(instant.getTime()))
    throw new UsageError(`${what} must be an instant such as 2023-03-07T09:00:00Z, not "${text}".`);
  return instant;
}

function readFlags(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        empty: { type: 'boolean', default: false },
        council: { type: 'string', default: 'kent' },
        now: { type: 'string' },
        data: { type: 'string' },
      },
    });
    return values;
  } catch (problem) {
    const words = problem instanceof Error ? problem.message.split(/\.(\s|$)/)[0] : String(problem);
    throw new UsageError(`${words}. ${usage}`);
  }
}

function readCouncil(council: string): CouncilId {
  const found = councilIds.find((id) => id === council);
  if (found) return found;
  throw new UsageError(`--council must be one of ${councilIds.join(', ')}, not "${council}".`);
}

function readPort(text = '3000'): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}
