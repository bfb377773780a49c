import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/** Everything started that must end with this process, ended in the opposite order. */
export class Children {
  private readonly endings: (() => unknown)[] = [];
  private ending: Promise<void> | undefined;

  /** What is added once the end has begun is ended at once. */
  add(end: () => unknown): void {
    if (this.ending) this.ending = this.ending.then(() => attempt(end));
    else this.endings.unshift(end);
  }

  /** Asks a process to end, and ends it when it has not after three seconds. */
  addProcess(child: ChildProcess): void {
    process.once('exit', () => child.kill('SIGKILL'));
    this.add(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(patience);
    });
  }

  end(): Promise<void> {
    this.ending ??= this.endAll();
    return this.ending;
  }

  private async endAll(): Promise<void> {
    for (const end of this.endings) await attempt(end);
  }
}

async function attempt(end: () => unknown): Promise<void> {
  try {
    await end();
  } catch (problem) {
    process.stderr.write(`${String(problem)}\n`);
  }
}

/** Calls `stop` once this process is told to end, or when npm, which started it, is gone without a word. */
export function whenToldToStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const born = ancestors();
  const watch = setInterval(() => ancestors() !== born && stop(), 500);
  watch.unref();
}

/** The shell npm started us through, and npm behind it where the system says; both change once npm is gone. */
function ancestors(): string {
  const status = `/proc/${process.ppid}/status`;
  const npm = existsSync(status) ? /^PPid:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return `${process.ppid} ${npm}`;
}
