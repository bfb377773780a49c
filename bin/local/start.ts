import { presentFunctions } from '../../lib/functions.ts';
import type { Arguments } from './arguments.ts';
import type { Children } from './children.ts';
import { DeadLetters } from './dead-letters.ts';
import { frontDoor, openDoor } from './front-door.ts';
import { Gateway } from './gateway.ts';
import { KeptStateFile } from './kept-state.ts';
import { createFunctions, createPump, createScheduler, publishEmailEvent } from './machine.ts';
import type { Scheduler } from './schedules.ts';
import { indexSeeds, loadCouncil } from './seeds.ts';
import {
  addresses,
  localSettings,
  openRecord,
  startClock,
  startStandIns,
  temporaryDirectory,
  type OpenedRecord,
  type Say,
  type StandIns,
} from './stages.ts';
import type { StandInClock } from './stand-in-clock.ts';
import type { StreamPump } from './stream-pump.ts';
import { StreamReader } from './stream-reader.ts';
import { synthesise, type Synthesised } from './synthesise.ts';

/**
 * Brings the whole of Clear Days up on this machine and answers where it stands. What it starts is added to `children`.
 * Throws a UsageError of one line for what the person at the keyboard can put right.
 */
export async function start(root: string, given: Arguments, children: Children, say: Say): Promise<string> {
  const { base, answerWith } = await openDoor(given.port, children);
  const kept = new KeptStateFile(given.data);
  const clock = startClock(given, kept);
  say('Starting DynamoDB Local, the sign-in and the mailbox …');
  const standIns = await startStandIns(given, clock, children, say);
  say('Synthesising the stacks and bundling the functions …');
  const synthesised = await synthesiseHere(root, given, base, standIns, children, say);
  say('Creating the table and loading the council …');
  const endpoint = await standIns.database;
  const record = await openRecord(synthesised.wiring, endpoint, kept, children);
  if (record.created) say(`Loaded ${await loadCouncil(root, endpoint, record, given, clock.now())}.`);
  else say('The table is there from before, so nothing is loaded.');
  const assembling = assemble({ synthesised, standIns, record, clock, endpoint, children, kept, say });
  if (record.created && !given.empty) await indexSeeds(endpoint, record.tableName, () => clock.now());
  answerWith(await assembling);
  return base;
}

function synthesiseHere(
  root: string,
  given: Arguments,
  base: string,
  { issuer }: StandIns,
  children: Children,
  say: Say,
): Promise<Synthesised> {
  const { present, absent } = presentFunctions(root);
  if (absent.length > 0) say(`Left out, for want of a handler: ${absent.join(', ')}.`);
  return synthesise(root, temporaryDirectory(children), localSettings(given, base, issuer.url), present);
}

interface Parts {
  synthesised: Synthesised;
  standIns: StandIns;
  record: OpenedRecord;
  clock: StandInClock;
  endpoint: string;
  children: Children;
  kept: KeptStateFile;
  say: Say;
}

/** Puts the template's functions, stream, schedules and routes together behind one listener. */
async function assemble(parts: Parts) {
  const { synthesised, standIns, record, clock, endpoint, children } = parts;
  const { wiring } = synthesised;
  const deadLetters = new DeadLetters(() => clock.now(), parts.say);
  const reader = new StreamReader(endpoint, record.streamArn);
  // What the seeds stored happened long ago: nobody is to be emailed about it.
  await reader.startAtEnd();
  const functions = createFunctions(synthesised, addresses(endpoint, standIns.emailUrl, record.secretsUrl), clock);
  children.add(() => Promise.all([...functions.values()].map((one) => one.stop())));
  const pump = createPump(wiring, functions, reader, deadLetters);
  const settle = () => pump.drain();
  const scheduler = createScheduler(wiring, functions, clock, deadLetters, settle);
  keepRunning(parts, pump, scheduler);
  const gateway = new Gateway({ wiring, functions, now: () => clock.now(), answered: () => pump.nudge() });
  const publish = (event: unknown) => publishEmailEvent(wiring, functions, deadLetters, event);
  return frontDoor(gateway, {
    clock,
    scheduler,
    issuer: standIns.issuer,
    mailbox: standIns.mailbox,
    deadLetters,
    settle,
    publishEmailEvent: publish,
  });
}

function keepRunning({ kept, record, clock, children }: Parts, pump: StreamPump, scheduler: Scheduler): void {
  const keep = () =>
    kept.write({ linkSecret: record.linkSecret, clock: clock.offsetMilliseconds === 0 ? undefined : clock.now().toISOString() });
  keep();
  const keeping = setInterval(keep, 2000);
  pump.start();
  scheduler.start();
  children.add(() => {
    clearInterval(keeping);
    pump.stop();
    scheduler.stop();
    keep();
  });
}
