import type { Actor } from '../decision/events.ts';
import { actingAs } from '../platform/http/caller.ts';
import { concurrently } from '../platform/concurrently.ts';
import { carried } from '../platform/http/carried.ts';
import { api, type ApiHandler } from '../platform/http/http.ts';
import { type ContractSurroundings, judgedNow } from '../contract/store/contract-deployed.ts';
import { contractsQuery, importQuery, importRequest } from '../contract/api/contract-requests.schema.ts';
import { type ImportResponse, importResponse, reprojectResponse } from '../contract/api/contract-responses.schema.ts';
import { contractSettingsOf } from '../contract/contract-settings.ts';
import { registering } from '../contract/api/managing.ts';
import type { Contract } from '../contract/contract.schema.ts';
import type { Particulars } from '../contract/contract-noted.schema.ts';
import { unknownNames } from '../contract/names-known.rules.ts';
import { referenceInUse } from '../contract/reference.rules.ts';
import type { Council } from '../council/council.schema.ts';
import {
  columnOf,
  type GoodRow,
  type ImportFault,
  type ImportPlan,
  type NamingRow,
  planImport,
  readRegister,
  type RegisterFile,
} from './register-import.ts';
import { rowsHeld } from './rows-held.ts';

const atOnce = 8;

type Brought = Pick<ImportPlan, 'unchanged' | 'differs'> & { added: number; refused: ImportResponse['refused'] };

type Before = Map<string, Particulars>;

// What a decision brought serves where the decision said, unless its row says otherwise.
const asRegistered = (row: GoodRow, contract: Contract | null): GoodRow =>
  contract && 'terms' in contract && contract.proposed
    ? { ...row, terms: { divisionsAffected: contract.terms.divisionsAffected, ...row.terms } }
    : row;

type Planned = ImportPlan & Pick<Brought, 'refused'> & { toMend: NamingRow[]; before: Before };

const withHeld = async <Row extends NamingRow>(around: ContractSurroundings, rows: Row[]) => {
  const known = await rowsHeld(around, rows);
  const held = await around.contracts.loadAll(known.map(({ id }) => id));
  return known.map((row, at) => ({ row, contract: held[at] ?? null }));
};

const planned = async (around: ContractSurroundings, { good, bad }: RegisterFile): Promise<Planned> => {
  const [pairs, badPairs] = await Promise.all([withHeld(around, good), withHeld(around, bad)]);
  const found = [...pairs, ...badPairs].flatMap(({ contract }) => contract ?? []);
  return {
    ...planImport(
      pairs.flatMap(({ row, contract }) => (contract?.status === 'closed' ? [] : [asRegistered(row, contract)])),
      new Map(found.flatMap((contract) => ('terms' in contract ? [[contract.id, contract.terms] as const] : []))),
    ),
    // Whatever the register has of them already, or never will, names what it named.
    toMend: badPairs.flatMap(({ row, contract }) => (contract === null || contract.status === 'proposed' ? [row] : [])),
    before: new Map(found.flatMap((contract) => ('particulars' in contract ? [[contract.id, contract.particulars] as const] : []))),
    // Nothing can be registered under their references, which a check says as well.
    refused: pairs.flatMap(({ row: { line, id, reference }, contract }) =>
      contract?.status === 'closed' ? [{ line, id, reference, reason: referenceInUse(contract).refusal.words }] : [],
    ),
  };
};

const valueAt = ({ terms }: NamingRow, path: string): string => {
  const [name, at] = path.split('.');
  const found = terms[name as 'divisionsAffected' | 'leadDirector' | 'decisionMaker'];
  return (typeof found === 'object' ? found[Number(at)] : found) ?? '';
};

/** What a row names that the council does not have, nor a decision said of it `before`, told as every other fault of it is. */
const strangersIn = (row: NamingRow, council: Council, before: Particulars | undefined): ImportFault[] =>
  unknownNames(row.terms, council, before).map(({ path, message }) => ({
    line: row.line,
    column: columnOf(path),
    value: valueAt(row, path),
    reason: message,
  }));

const bringIn = async (around: ContractSurroundings, rows: GoodRow[], by: Actor): Promise<Brought> => {
  const given = await judgedNow(around);
  const settings = contractSettingsOf(given.council);
  const { done, failed } = await concurrently(rows, atOnce, async ({ line, id, reference, terms }) => {
    const executed = await around.contracts.execute(id, registering(terms, by, settings), { given });
    return executed.ok ? null : { line, id, reference, reason: executed.refusal.words };
  });
  // Whatever failed is not in the register: the same file sent again brings in the rest.
  if (failed.length > 0)
    throw new AggregateError(
      failed.map(({ fault }) => fault),
      `${failed.length} of ${rows.length} contracts were not imported`,
    );
  const refused = new Map(done.flatMap((row) => (row === null ? [] : [[row.line, row]])));
  // What stands in the way of a row may be that very row, of somebody who sends the same file at the same moment.
  const inTheWay = { rows: refused.size, good: rows.filter(({ line }) => refused.has(line)), bad: [], faults: [] };
  const { unchanged, differs } = await planned(around, inTheWay);
  for (const { line } of [...unchanged, ...differs]) refused.delete(line);
  return { added: done.filter((row) => row === null).length, unchanged, differs, refused: [...refused.values()] };
};

// A part is sent under its file’s heading, so its own second line is the first of the part.
const inWholeFile = <T extends { line: number }>(rows: T[], firstLine: number | undefined): T[] =>
  firstLine === undefined ? rows : rows.map((row) => (row.line === 1 ? row : { ...row, line: row.line + firstLine - 2 }));

const inOrder = <T extends { line: number }>(rows: T[], firstLine: number | undefined): T[] =>
  inWholeFile(rows, firstLine).toSorted((a, b) => a.line - b.line);

/**
 * Checks a register in CSV row by row, and brings in the good rows when asked. Imported twice it changes nothing; rows that differ from the
 * register are told and left. Of more faults than one answer carries the first are told.
 */
export const importContracts = (around: ContractSurroundings): ApiHandler =>
  api(
    { roles: ['contracts'], body: importRequest, csv: true, query: importQuery, response: importResponse },
    async ({ who, body, query }) => {
      const wanted = body.import || query.import === 'true';
      const firstLine = body.firstLine ?? query.firstLine;
      const file = readRegister(body.csv);
      const { add: wellWritten, unchanged, differs, toMend, before, refused: closed } = await planned(around, file);
      const council = await around.loadCouncil();
      const told = new Set(file.faults.map(({ line, column }) => `${line} ${column}`));
      const strangers = [...wellWritten, ...toMend]
        .flatMap((row) => strangersIn(row, council, before.get(row.id)))
        .filter(({ line, column }) => !told.has(`${line} ${column}`));
      const strange = new Set(strangers.map(({ line }) => line));
      const add = wellWritten.filter(({ line }) => !strange.has(line));
      const faults = [...file.faults, ...strangers].toSorted((a, b) => a.line - b.line);
      const met = wanted
        ? await bringIn(around, add, actingAs(who, 'contracts'))
        : { added: add.length, unchanged: [], differs: [], refused: [] };
      return {
        status: 200,
        body: {
          rows: file.rows,
          imported: wanted,
          added: met.added,
          unchanged: unchanged.length + met.unchanged.length,
          differs: inOrder([...differs, ...met.differs], firstLine),
          refused: inOrder([...closed, ...met.refused], firstLine),
          faults: carried(inWholeFile(faults, firstLine)),
        },
      };
    },
  );

/**
 * Works out anew, a page at a time, when each contract is next to be looked at and what is public of it: after the settings have
 * changed or bank holidays are known further ahead. Nothing happens to the contracts.
 */
export const reprojectContracts = (around: ContractSurroundings): ApiHandler =>
  api({ roles: ['contracts'], query: contractsQuery, response: reprojectResponse }, async ({ query: { over, cursor } }) => {
    const page = await around.contracts.list({ list: over === 'true' ? 'OVER' : 'LIVE', cursor, limit: 100 });
    if (!page.ok) return page;
    const given = await judgedNow(around);
    const { failed } = await concurrently(page.items, atOnce, (contract) => around.contracts.project(contract, given));
    if (failed.length > 0)
      throw new AggregateError(
        failed.map(({ fault }) => fault),
        `${failed.length} contracts were not worked out anew`,
      );
    return { status: 200, body: { done: page.items.length, next: page.next } };
  });
