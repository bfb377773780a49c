import { beforeAll, describe, expect, it } from 'vitest';
import { lookOver, type Found, restoreAndCompare } from '../../bin/keeping/rehearsal.ts';
import { exportTable, itemOf, lineOf, removeItems } from '../../bin/keeping/whole-table.ts';
import type { Table } from '../../functions/platform/table/table.ts';
import { freshTable } from '../platform/fresh-table.ts';
import { keptTable } from './kept.ts';

let table: Table;
let before: Found;
let exported: string[];

beforeAll(async () => {
  table = await keptTable();
  before = await lookOver(table);
  exported = await exportTable(table);
});

const wipe = async () =>
  removeItems(
    table,
    (await exportTable(table)).map((line) => ({ pk: JSON.parse(line).Item.pk.S, sk: JSON.parse(line).Item.sk.S })),
  );

describe('A council’s table that was exported, wiped and restored', () => {
  it('held everything, with daily heads, before it was wiped', () => {
    expect(before).toMatchObject({ decisions: 4, heads: 1, faults: 0, lastHead: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('has its compressed documents in the export as DynamoDB writes them to S3', () => {
    const item = { pk: { S: 'a' }, sk: { S: 'b' }, document: { B: new Uint8Array([31, 139, 0, 255]) }, version: { N: '7' } };
    expect(lineOf(item)).toBe('{"Item":{"document":{"B":"H4sA/w=="},"pk":{"S":"a"},"sk":{"S":"b"},"version":{"N":"7"}}}');
    expect(itemOf(lineOf(item))).toEqual(item);
  });

  it('is refused while anything is left in it', async () => {
    await expect(restoreAndCompare(exported, before, table)).rejects.toThrow('is not empty');
  });

  it('holds the same to the byte, with every chain whole and the same heads', async () => {
    await wipe();
    expect(await exportTable(table)).toEqual([]);
    const { after, differences } = await restoreAndCompare(exported, before, table);
    expect([after, differences]).toEqual([before, []]);
  });

  it('is not taken for whole when a line of the export is missing or was changed', async () => {
    const into = await freshTable();
    const changed = exported
      .filter((line) => !line.includes('EVENT#000003'))
      .map((line) => line.replace('Kent County Council', 'Bent County Council'));
    const { differences } = await restoreAndCompare(changed, before, into);
    expect(differences.join('\n')).toMatch(/faults: 0 before, [1-9]/);
  });
});
