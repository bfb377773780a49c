import { beforeAll, describe, expect, it } from 'vitest';
import { readLink } from '../../functions/link/links.ts';
import type { Table } from '../../functions/platform/table.ts';
import { sendDigests } from '../../functions/schedule/digests.ts';
import { somebody } from '../decision/story.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { Answering } from './answering.ts';

let table: Table;
let all: Answering[];
const at = (now: string) => ({ ...(all[0] as Answering).sending, now: () => now });
const sent = () => (all[0] as Answering).letters('open-steps-digest');

beforeAll(async () => {
  table = await freshTable();
  all = await Promise.all(Array.from({ length: 4 }, async () => {
    const told = new Answering(table);
    await told.submitted();
    return told;
  }));
});

describe('Somebody with more than three open steps', () => {
  it('gets one list a working day with the link of each, however often the check runs', async () => {
    await sendDigests(at('2023-03-08T06:00:00.000Z'));
    await sendDigests(at('2023-03-08T06:10:00.000Z'));
    const office = (all[0] as Answering).office;
    expect(office.addresses).toEqual(['corporate-director-adult-social-care@kent.example', 'monitoring-officer@kent.example', 's151-officer@kent.example']);
    const text = (sent()[0] ?? '').replaceAll('=\r\n', '').split('Content-Type: text/html')[0] ?? '';
    const links = [...text.matchAll(/\/respond\/([\w.-]+)/g)].map(([, token = '']) => readLink(token, (all[0] as Answering).secrets));
    expect(new Set(links.map((link) => link?.decisionId))).toEqual(new Set(all.map(({ id }) => id)));
  });

  it('gets it again on the next working day, and none at a weekend', async () => {
    await sendDigests(at('2023-03-11T06:00:00.000Z'));
    expect(sent()).toHaveLength(3);
    await sendDigests(at('2023-03-13T06:00:00.000Z'));
    expect(sent()).toHaveLength(6);
  });

  it('gets none once three or fewer wait', async () => {
    const told = all[0] as Answering;
    for (const step of await told.open('clearance')) await told.does({ type: 'give-clearance', by: somebody, response: 'approve', ...step });
    await sendDigests(at('2023-03-14T06:00:00.000Z'));
    expect(sent()).toHaveLength(6);
  });
});
