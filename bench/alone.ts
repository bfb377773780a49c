// node bench/alone.ts BUNDLE [EVENT]: imports one bundle in a process of its own and, with an event, calls it. Prints what that took.
const [, , bundle = '', event] = process.argv;
const [began, cpu] = [performance.now(), process.cpuUsage()];
const loaded: { handler?: (event: unknown, context: unknown) => Promise<unknown> } = await import(bundle);
const used = process.cpuUsage(cpu);
const imported = { wall: performance.now() - began, cpu: (used.user + used.system) / 1000 };
let status: number | string = 'not called';
if (event && loaded.handler) {
  const answer = await loaded.handler(JSON.parse(event), { getRemainingTimeInMillis: () => 30_000 }).catch((fault: Error) => fault);
  status = answer instanceof Error ? answer.message : ((answer as { statusCode?: number } | undefined)?.statusCode ?? 'done');
}
console.log(JSON.stringify({ ...imported, status, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
