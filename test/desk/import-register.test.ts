import { describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../functions/desk/import/register-parts.ts';
import { type PastedRegister, readPasted, sendRegister } from '../../functions/desk/import/register-parts.ts';
import { writeCsv } from '../../functions/spreadsheet/csv.ts';
import { importHeader } from '../../functions/spreadsheet/import-columns.ts';
import { readRegister } from '../../functions/spreadsheet/register-import.ts';
import { asked, cookieOf, csrf, deskOver } from './desks.ts';

const cells = (index: number, over: Record<string, string> = {}): string[] =>
  importHeader.map(
    (heading) =>
      ({
        Reference: `R-${index}`,
        Title: `Service ${index}`,
        Description: 'What it does,\nin two lines.',
        Department: 'D',
        Supplier: 'S, T and U',
        Route: 'open',
        'Net value': '£600,000',
        Start: '2022-01-01',
        End: '2030-03-31',
        Owner: 'O',
        'Owner email': 'o@kent.example',
        Sponsor: 'P',
        'Sponsor email': 'p@kent.example',
        ...over,
      })[heading] ?? '',
  );
const register = (...rows: string[][]): string => writeCsv(importHeader, rows);
const many = (count: number): string[][] => Array.from({ length: count }, (_, index) => cells(index));

const read = (text: string): PastedRegister => {
  const pasted = readPasted(text);
  if (typeof pasted === 'string') throw new Error(pasted);
  return pasted;
};

/** The API, as far as it reads a register: every good row can be added. Writes down what it is sent. */
const reading = (refuseAt = 0) => {
  const sent: { csv: string; firstLine: number }[] = [];
  const send = async (csv: string, firstLine: number) => {
    sent.push({ csv, firstLine });
    if (sent.length === refuseAt)
      return {
        ok: false as const,
        refusal: { status: 503, words: 'No answer in time.', rule: null, source: null, problems: [], facts: {} },
      };
    const { rows, good, faults } = readRegister(csv);
    const body: ImportAnswer = {
      rows,
      imported: false,
      added: good.length,
      unchanged: 0,
      differs: [],
      refused: [],
      faults: faults.map((fault) => (fault.line === 1 ? fault : { ...fault, line: fault.line + firstLine - 2 })),
    };
    return { ok: true as const, body, location: null };
  };
  return { sent, send };
};

describe('A register that is pasted', () => {
  it.each([
    ['', 'Paste a row of headings, and under it a row for each contract'],
    ['Reference,Title\n', 'Paste a row of headings, and under it a row for each contract'],
    ['Reference,Title\nA,"B\n', 'Line 2: A quotation mark that opens in this row is never closed'],
  ])('of %j is not taken, and says why', (text, words) => {
    expect(readPasted(text)).toBe(words);
  });

  it('is sent in parts that are answered in time, none of its rows lost, every fault by its line in the whole of it', async () => {
    const rows = [...many(200), cells(9999, { End: '2030-02-30' })];
    const { sent, send } = reading();
    const told = await sendRegister(read(register(...rows)), false, send);
    expect([sent.length > 1, sent.every(({ csv }) => new TextEncoder().encode(csv).length <= 8_200)]).toEqual([true, true]);
    expect(told).toMatchObject({
      rows: 201,
      done: 201,
      added: 200,
      imported: false,
      stopped: null,
      faults: [{ line: 402, column: 'End', value: '2030-02-30' }],
    });
  });

  it('copied from a spreadsheet comes to the same', async () => {
    const copied = [importHeader, ...many(3)]
      .map((row) => row.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join('\t'))
      .join('\r\n');
    const { sent, send } = reading();
    expect(await sendRegister(read(copied), false, send)).toMatchObject({ rows: 3, added: 3, faults: [] });
    expect(sent.map(({ csv }) => csv)).toEqual([register(...many(3))]);
  });

  it('has a reference that stands twice told at the later line, however far apart they are, and the first taken', async () => {
    const { send } = reading();
    const told = await sendRegister(
      read(register(...many(200), cells(0, { Reference: ' r-0' }), cells(500, { Reference: '' }), cells(501, { Reference: '' }))),
      false,
      send,
    );
    expect(told).toMatchObject({
      rows: 203,
      done: 203,
      added: 200,
      faults: [
        { line: 402, column: 'Reference', value: 'r-0', reason: 'Line 2 has this reference already' },
        { line: 404, reason: 'This is missing' },
        { line: 406, reason: 'This is missing' },
      ],
    });
  });

  it('has a reference that stands twice told though its spaces are typed otherwise', async () => {
    const { send } = reading();
    const told = await sendRegister(
      read(register(cells(0, { Reference: 'SC 1' }), ...many(200), cells(1, { Reference: 'sc\u00A0 1' }))),
      false,
      send,
    );
    expect(told).toMatchObject({
      rows: 202,
      added: 201,
      faults: [{ line: 404, column: 'Reference', reason: 'Line 2 has this reference already' }],
    });
  });

  it('with wrong headings is told so once, at the line on which they stand, and nothing of it is looked at', async () => {
    const { sent, send } = reading();
    const told = await sendRegister(
      read(
        `\n\n${register(...many(200))
          .slice(1)
          .replace('Net value', 'Worth')}`,
      ),
      true,
      send,
    );
    expect([sent.length, told.added]).toEqual([1, 0]);
    expect(told.faults).toEqual([
      { line: 3, column: 'Worth', value: 'Worth', reason: 'There is no such column' },
      { line: 3, column: 'Net value', value: '', reason: 'This column is missing' },
    ]);
  });

  it('that is too long for one page is not taken, and says how many rows are', () => {
    const words = readPasted(register(...many(2000)));
    const [, fits = '0'] =
      /^There are 2000 rows, more than can be brought in at once\. Paste the first (\d+), then the rest, each time under the row of headings$/.exec(
        String(words),
      ) ?? [];
    expect(Number(fits)).toBeGreaterThan(500);
    expect(read(register(...many(Number(fits)))).parts.length).toBe(32);
    expect(typeof readPasted(register(...many(Number(fits) + 1)))).toBe('string');
  });

  it('stops where the API does not answer, with what came of the rows before', async () => {
    const { sent, send } = reading(2);
    const told = await sendRegister(read(register(...many(200))), true, send);
    expect([sent.length, told.stopped, told.added === told.done, told.done > 10]).toEqual([
      2,
      expect.objectContaining({ status: 503 }),
      true,
      true,
    ]);
  });

  it('stops before the time of a page is over, and never before its first rows', async () => {
    let time = 0;
    const { sent, send } = reading();
    const told = await sendRegister(read(register(...many(200))), true, send, () => (time += 6_000));
    expect([sent.length, told.stopped, told.done < told.rows]).toEqual([1, 'time', true]);
  });
});

const post = (form: Record<string, string>, ...roles: Parameters<typeof cookieOf>) =>
  asked('POST /desk/import', { cookie: cookieOf(...roles), form: { csrf, key: 'k', ...form } });
const answered = (over: Partial<ImportAnswer> = {}) => ({
  'POST /api/contracts/import': {
    status: 200,
    body: { rows: 3, imported: false, added: 3, unchanged: 0, differs: [], refused: [], faults: [], ...over },
  },
});
const pasted = register(...many(3));
const words = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('The page on which a register is brought in', () => {
  it('checks it by the API first: what would be added, is there, differs and is wrong, by line and column; nothing is brought in', async () => {
    const { answer, calls } = deskOver(
      answered({
        added: 1,
        unchanged: 1,
        differs: [{ line: 5, id: 'contract-a', reference: 'R/5' }],
        faults: [
          { line: 4, column: 'End', value: '<soon>', reason: 'Use a date' },
          { line: 4, column: 'Owner', value: '', reason: 'This is missing' },
        ],
      }),
    );
    const { statusCode, body } = await answer(post({ register: pasted, do: 'check-register' }, 'contracts'));
    expect(statusCode).toBe(200);
    for (const told of [
      'What would become of it',
      '1 contract can be brought in.',
      '1 is in the register already, with the same particulars.',
      '1 is in the register with other particulars, and would be left as it is.',
      '1 line has something wrong, and nothing of it would be brought in.',
      'Line 4, End “&lt;soon>”: Use a date.',
      'Line 4, Owner: This is missing.',
      'Bring in 1 contract',
    ])
      expect(words(body)).toContain(told);
    expect(body).toContain('<a class="govuk-link" href="/desk/contracts/contract-a">R/5</a>');
    expect(body).toContain('R-2,Service 2,');
    expect(calls.filter(({ method }) => method === 'POST').map(({ body: sent }) => sent)).toEqual([
      { csv: pasted, firstLine: 2, import: false },
    ]);
  });

  it('offers nothing to bring in where there is nothing', async () => {
    const { body } = await deskOver(answered({ added: 0, unchanged: 3 })).answer(
      post({ register: pasted, do: 'check-register' }, 'contracts'),
    );
    expect([
      words(body).includes('0 contracts can be brought in. 3 are in the register already'),
      body.includes('value="bring-register"'),
    ]).toEqual([true, false]);
  });

  it('brings it in, says what became of it, leads to the contracts, and keeps nothing in the field', async () => {
    const { answer, calls } = deskOver(answered({ imported: true }));
    const { body } = await answer(post({ register: pasted, do: 'bring-register' }, 'contracts'));
    expect(words(body)).toContain('What became of it 3 contracts were brought in. Contracts by urgency');
    expect([
      body.includes('href="/desk/contracts">Contracts by urgency'),
      body.includes('R-2,Service 2,'),
      body.includes('value="bring-register"'),
    ]).toEqual([true, false, false]);
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ import: true });
  });

  it('keeps it in the field while a row of it was refused or is wrong', async () => {
    const { body } = await deskOver(
      answered({
        imported: true,
        added: 2,
        refused: [{ line: 4, id: 'contract-b', reference: 'R-1', reason: 'The council has no such director.' }],
      }),
    ).answer(post({ register: pasted, do: 'bring-register' }, 'contracts'));
    for (const told of [
      '2 contracts were brought in.',
      '1 was refused.',
      'Line 4, R-1: The council has no such director.',
      'R-2,Service 2,',
    ])
      expect(words(body)).toContain(told);
  });

  it('says of a row that could not be brought in, before anything is, that it would be refused', async () => {
    const reason = 'SC 1 was closed without being registered.';
    const { body } = await deskOver(answered({ added: 2, refused: [{ line: 4, id: 'contract-b', reference: 'R-1', reason }] })).answer(
      post({ register: pasted, do: 'check-register' }, 'contracts'),
    );
    expect(words(body)).toContain('1 would be refused.');
  });

  it('says what is wrong with a paste beside the field, and loses none of it', async () => {
    const { statusCode, body } = await deskOver({}).answer(post({ register: 'Reference,"Title\nA', do: 'check-register' }, 'contracts'));
    expect([
      statusCode,
      body.includes('Line 1: A quotation mark that opens in this row is never closed'),
      body.includes('Reference,&quot;Title\nA</textarea>'),
    ]).toEqual([422, true, true]);
  });

  it('says that the API did not answer, and lets the rest be gone on with', async () => {
    const { statusCode, body } = await deskOver({ 'POST /api/contracts/import': { status: 503, body: {} } }).answer(
      post({ register: pasted, do: 'bring-register' }, 'contracts'),
    );
    expect(statusCode).toBe(503);
    for (const told of [
      'The system did not answer in time.',
      '0 of 3 rows were looked at. Go on to bring in the rest',
      'Go on bringing in',
      'R-2,Service 2,',
    ])
      expect(words(body)).toContain(told);
  });

  it('tells a hundred faults, and how many more there are', async () => {
    const faults = Array.from({ length: 130 }, (_, index) => ({ line: index + 2, column: 'End', value: 'soon', reason: 'Use a date' }));
    const { body } = await deskOver(answered({ added: 0, faults })).answer(post({ register: pasted, do: 'check-register' }, 'contracts'));
    expect([
      body.match(/Line \d+, End/g)?.length,
      words(body).includes('And 30 more, told once these are put right.'),
      words(body).includes('130 lines have something wrong'),
    ]).toEqual([100, true, true]);
  });

  it('takes as much in one form as is brought in at once', async () => {
    const { answer, calls } = deskOver(answered({ imported: true }));
    const whole = register(...many(Number(/first (\d+)/.exec(String(readPasted(register(...many(2000)))))?.[1])));
    const { statusCode } = await answer(post({ register: whole, do: 'bring-register' }, 'contracts'));
    expect([statusCode, calls.filter(({ method }) => method === 'POST').length]).toEqual([200, 32]);
  });

  it('brings nothing in from a form of an earlier session, and shows it again', async () => {
    const { answer, calls } = deskOver(answered());
    const { body } = await answer(post({ register: pasted, do: 'bring-register', csrf: 'of-another-session' }, 'contracts'));
    expect([
      body.includes('You have signed in again since you opened this form'),
      body.includes('R-2,Service 2,'),
      calls.filter(({ method }) => method === 'POST'),
    ]).toEqual([true, true, []]);
  });

  it('is reached by contracts officers from every page and from the contracts, and names the headings that a register needs', async () => {
    const page = async (path: string, ...roles: Parameters<typeof cookieOf>) =>
      (
        await deskOver({ 'GET /api/contracts?limit=25': { status: 200, body: { items: [], next: null } } }).answer(
          asked(`GET ${path}`, { cookie: cookieOf(...roles) }),
        )
      ).body;
    const [contracts, list, clerk] = [
      await page('/desk/import', 'contracts'),
      await page('/desk/contracts', 'contracts'),
      await page('/desk/import', 'clerk'),
    ];
    expect(contracts).toContain('<a href="/desk/import" aria-current="page">Bring in a register</a>');
    expect([contracts.includes('name="register"'), contracts.includes('name="plan"'), contracts.includes('name="decision"')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(words(contracts)).toContain(
      'Every row needs Reference Title Description Department Supplier Route Net value Start End Owner Owner email Sponsor Sponsor email It may have Supplier number',
    );
    expect(list).toContain('href="/desk/import">bring in a register</a>');
    expect([clerk.includes('name="register"'), clerk.includes('Bring in a register</a>')]).toEqual([false, false]);
  });
});
