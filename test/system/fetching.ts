import { expect } from 'vitest';
import type { System } from './system.ts';

const agents = ['Mozilla/5.0', 'Mimecast', 'Microsoft Office Existence Discovery', 'curl/8'];

/** Fetches a link as people, previews and mail scanners do, one by one and twenty at once, and finds that nothing stored has changed. */
export const everywhereTheSame = async (system: System, link: string, stored: () => Promise<unknown>): Promise<void> => {
  const before = await stored();
  const each = ['GET', 'HEAD'].flatMap((method) => agents.map((agent) => system.call(method, link, undefined, { 'user-agent': agent })));
  const atOnce = Array.from({ length: 20 }, (_, at) => system.call(at % 2 ? 'HEAD' : 'GET', `${link}?response=approve&interest=none`));
  expect(new Set((await Promise.all([...each, ...atOnce])).map(({ status }) => status))).toEqual(new Set([200]));
  expect(await stored()).toEqual(before);
};
