import { type Said, saidSchema } from '../functions/keeping/hold.rules.ts';
import { now } from '../functions/platform/clock.ts';
import { carriedOut, flagsOf, misused } from './keeping/command-line.ts';
import { listHolds, liftHold, othersInForce, setHold } from './keeping/hold.ts';
import { listed } from './keeping/hold-words.ts';
import type { Wanted } from './keeping/hold-subject.ts';
import { tableFlags, tableOf } from './keeping/table-flags.ts';

// npm run hold -- --table NAME
//   lists the holds, in force and lifted
// npm run hold -- --table NAME --decision 26/00014 --because "Claim KB-2026-000123" --by "name, role"
//   or --contract REFERENCE, or --draft ID
// npm run hold -- --table NAME --lift 3 --because "The claim was settled" --by "name, role"
//   lifts that hold and no other
const text = { type: 'string' } as const;
const usage =
  'Say which table, and what to do: npm run hold -- --table NAME [--decision 26/00014 | --contract REFERENCE | --draft ID | --lift NUMBER] [--because "why" --by "name, role"] [--endpoint URL] [--region REGION]';
const values = flagsOf({ ...tableFlags, decision: text, contract: text, draft: text, lift: text, because: text, by: text }, usage);
const table = tableOf(values, usage);

const subjects: Wanted[] = (['decision', 'contract', 'draft'] as const).flatMap((kind) =>
  values[kind] === undefined ? [] : [{ kind, name: values[kind].trim() }],
);

const said = (): Said => {
  const { because = '', by = '' } = values;
  const read = saidSchema.safeParse({ because, by });
  return read.success
    ? read.data
    : misused(`${read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('. ')}. ${usage}`);
};

const list = async (): Promise<void> => {
  if (values.because !== undefined || values.by !== undefined) misused(usage);
  for (const line of listed(await listHolds(table))) console.log(line);
};

const tell = async (
  doing: ReturnType<typeof setHold>,
  done: (of: Extract<Awaited<typeof doing>, { ok: true }>) => string | Promise<string>,
): Promise<void> => {
  const answered = await doing;
  if (answered.ok) return console.log(await done(answered));
  console.error(answered.words);
  process.exitCode = 1;
};

const lift = (given: string): Promise<void> => {
  const number = /^\d{1,6}$/.test(given.trim()) ? Number(given) : misused(`--lift: Give the number of the hold. ${usage}`);
  return tell(liftHold(table, number, said(), now()), async ({ hold }) => {
    const others = othersInForce(await listHolds(table), hold);
    return `Lifted: hold ${hold.number} on ${hold.on}. ${others.length === 0 ? 'Nothing holds it any more.' : `It is still held by ${others.map((each) => `hold ${each.number}`).join(' and ')}.`}`;
  });
};

const set = (wanted: Wanted): Promise<void> =>
  tell(
    setHold(table, wanted, said(), now()),
    ({ hold }) => `Held: ${hold.on}, by hold ${hold.number}. Nothing of it goes until that is lifted.`,
  );

const [subject, another] = subjects;
if (another || (subject && values.lift !== undefined)) misused(usage);
await carriedOut(table.tableName, () => (values.lift !== undefined ? lift(values.lift) : subject ? set(subject) : list()));
table.client.destroy();
