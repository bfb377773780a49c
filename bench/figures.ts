import { type Figure, marked, type Report } from './report.ts';
import type { Measured } from './sections/commands.ts';
import type { Grown } from './sections/growth.ts';
import type { Imported } from './sections/imports.ts';
import type { Read } from './sections/reads.ts';
import type { SentRate } from './sections/sender.ts';

const ms = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 1)} ms` : '');
const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const most = { bytes: 420_000, median: 1.1, p99: 1.25, import: 1.2, flat: 1.05, memory: 0.5 };

const commands = (measured: Measured[]): Report => ({
  title: 'A command through its whole handler, against the bare SDK',
  head: [
    'Command',
    'Samples',
    'Median',
    'Bare',
    'Ratio (≤ 1.10)',
    'p99',
    'Bare',
    'Ratio (≤ 1.25)',
    'Reads sent',
    'Transactions (1)',
    'Others (0)',
  ],
  rows: measured.map(({ name, samples, median, floorMedian, p99, floorP99, reads, transactions, others }) => [
    name,
    `${samples}`,
    ms(median),
    ms(floorMedian),
    marked((median / floorMedian).toFixed(2), median / floorMedian <= most.median),
    ms(p99),
    ms(floorP99),
    marked((p99 / floorP99).toFixed(2), p99 / floorP99 <= most.p99),
    `${reads}`,
    `${transactions}`,
    `${others}`,
  ]),
  figures: measured.flatMap(({ name, median, floorMedian, p99, floorP99, reads, transactions, others }): Figure[] => [
    { id: `command ${slug(name)}: median`, met: median / floorMedian <= most.median, watched: median / floorMedian },
    { id: `command ${slug(name)}: p99`, met: p99 / floorP99 <= most.p99 },
    { id: `command ${slug(name)}: calls`, met: transactions === 1 && others === 0, watched: reads + transactions + others },
  ]),
});

const imports = (measured: Imported[]): Report => ({
  title:
    'Each function imported in a fresh process, against the SDK’s own clients alone; its bundle as it starts, and what it loads later; its memory over one event',
  head: [
    'Function',
    'Import (processor)',
    'SDK alone',
    'Ratio (≤ 1.20)',
    'Bundle at start (≤ 420 kB)',
    'Loaded later',
    'Peak memory',
    'Set',
    'Answered',
  ],
  rows: measured.map(({ name, cpu, floorCpu, bytes, later, peakMegabytes, memoryMegabytes, status }) => [
    name,
    ms(cpu),
    ms(floorCpu),
    Number.isFinite(floorCpu) ? marked((cpu / floorCpu).toFixed(2), cpu / floorCpu <= most.import) : '',
    marked(kB(bytes), bytes <= most.bytes),
    later.map((file) => `${file.name} ${kB(file.bytes)}`).join(', '),
    marked(`${Math.round(peakMegabytes)} MB`, peakMegabytes <= memoryMegabytes * most.memory),
    `${memoryMegabytes} MB`,
    `${status}`.slice(0, 20),
  ]),
  figures: measured.flatMap(({ name, cpu, floorCpu, bytes, later, peakMegabytes, memoryMegabytes }): Figure[] => [
    { id: `import of ${name}`, met: Number.isFinite(floorCpu) ? cpu / floorCpu <= most.import : null, watched: cpu / floorCpu },
    { id: `bundle of ${name}`, met: bytes <= most.bytes, watched: bytes },
    ...later.map((file) => ({ id: `${file.name} of ${name}, loaded later`, met: null, watched: file.bytes })),
    { id: `memory of ${name}`, met: peakMegabytes <= memoryMegabytes * most.memory, watched: peakMegabytes },
  ]),
});

const reads = (measured: Read[]): Report => ({
  title: 'A public page asked for again with If-None-Match',
  head: ['Page', 'Read units, fetched', 'Read units, asked again (≤ 1)', 'Answered'],
  rows: measured.map(({ what, units, heldUnits, held }) => [
    `GET ${what}`,
    `${units}`,
    marked(`${heldUnits}`, heldUnits <= 1),
    marked(held ? '304' : 'not 304', held),
  ]),
  figures: measured.map(({ what, heldUnits, held }) => ({
    id: `read of ${slug(what) || 'home'}`,
    met: held && heldUnits <= 1,
    watched: heldUnits,
  })),
});

const growth = (rows: Grown[]): Report => {
  const series = [...new Set(rows.map(({ what }) => what))].map((what) => {
    const own = rows.filter((row) => row.what === what);
    const [first, last] = [own[0]?.units ?? 0, own.at(-1)?.units ?? 0];
    return { what, own, units: last / first, time: (own.at(-1)?.milliseconds ?? 0) / (own[0]?.milliseconds ?? 1) };
  });
  const sizes = series[0]?.own.map(({ stored }) => stored.toLocaleString('en-GB')) ?? [];
  return {
    title: 'Pages and checks as the register grows: decisions and contracts stored, of each',
    head: [
      'What',
      ...sizes.map((size) => `Units at ${size}`),
      'Ratio (≤ 1.05)',
      ...sizes.map((size) => `Time at ${size}`),
      'Ratio (≤ 1.05)',
    ],
    rows: series.map(({ what, own, units, time }) => [
      what,
      ...own.map((row) => `${row.units}`),
      marked(units.toFixed(2), units <= most.flat),
      ...own.map(({ milliseconds }) => ms(milliseconds)),
      marked(time.toFixed(2), time <= most.flat),
    ]),
    figures: series.flatMap(({ what, own, units, time }) => [
      { id: `units of ${slug(what)}`, met: units <= most.flat, watched: own.at(-1)?.units ?? 0 },
      { id: `time of ${slug(what)}`, met: time <= most.flat },
    ]),
  };
};

const sender = (measured: SentRate[]): Report => ({
  title: 'Emails a second through the sender, against SES’s own client; SES takes 50 ms over each',
  head: ['Quota', 'Emails', 'Sender', 'Bare, five at once', 'Ratio', 'Refused by the quota and sent again', 'Calls of the function'],
  rows: measured.map(({ quota, emails, perSecond, floorPerSecond, refused, calls }) => [
    `${quota}/s`,
    `${emails}`,
    `${perSecond.toFixed(1)}/s`,
    `${floorPerSecond.toFixed(1)}/s`,
    (floorPerSecond / perSecond).toFixed(2),
    `${refused}`,
    `${calls}`,
  ]),
  figures: measured.map(({ quota, perSecond, floorPerSecond }) => ({
    id: `sender at ${quota} a second`,
    met: null,
    watched: floorPerSecond / perSecond,
  })),
});

/** What the sections measured, each as a report beside its goals. */
export const reportOf = { commands, imports, reads, growth, sender };
