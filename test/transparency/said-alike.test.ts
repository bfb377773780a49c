import { describe, expect, it } from 'vitest';
import type { ContractIn } from '../../functions/contract/contract.schema.ts';
import type { Terms } from '../../functions/contract/contract-terms.schema.ts';
import { inWords, londonDate } from '../../functions/rules/local-date.ts';
import { inFigures, inPounds } from '../../functions/rules/money.ts';
import { readCsv, writeCsv } from '../../functions/spreadsheet/csv.ts';
import { contractPage } from '../../functions/transparency/contract.page.tsx';
import { contractEntries } from '../../functions/transparency/contracts-feed.ts';
import { contractsPage } from '../../functions/transparency/contracts.page.tsx';
import { contractRelease } from '../../functions/transparency/ocds-contract.ts';
import { publicContractOf, publicLineOf } from '../../functions/transparency/public-contract.ts';
import { transparencyHeader, transparencyRow } from '../../functions/transparency/transparency-csv.ts';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory, settings } from '../contract/contract-story.ts';
import { textOf } from '../record/forms.ts';

const registered = (over: Partial<Terms> = {}) => new ContractStory().registers(over);
const noted = (number: string, outcome: 'procure' | 'award' | 'extend') => ({
  type: 'note-decision' as const,
  decision: { number, outcome },
});
const withheld = (...parts: ('value' | 'supplier')[]): Partial<Terms> => ({
  withheld: { parts, paragraph: 3, publicInterest: 'A second lot is open.' },
});

const stories: Record<string, () => ContractStory> = {
  'that runs': () => registered(),
  'that is signed and to begin': () => registered({ start: '2024-02-29', end: '2028-02-28', signedOn: '2023-11-30' }),
  'past its end': () => registered({ extensionOptions: [] }).on('2026-01-05'),
  'with an option of one month': () => registered({ extensionOptions: [{ months: 1, amountPence: 1 }] }),
  prolonged: () => registered().on('2025-08-01').does({ type: 'exercise-option', on: '2025-08-01' }),
  'changed by a decision': () =>
    registered().does({
      type: 'amend-contract',
      terms: registered({ netPence: 99_999_999 }).registered.terms,
      words: 'More homes.',
      decision: '24/00011',
    }),
  expired: () =>
    registered({ extensionOptions: [] }).on('2025-12-01').does({ type: 'end-contract', on: '2025-11-30', how: 'expired', words: '' }),
  terminated: () => registered().on('2024-06-01').does({ type: 'end-contract', on: '2024-05-31', how: 'terminated', words: 'Breach.' }),
  'given up before it began': () =>
    registered({ signedOn: '2023-11-01' })
      .on('2023-11-20')
      .does({ type: 'end-contract', on: '2023-11-15', how: 'terminated', words: 'Insolvent.' }),
  'procured and awarded by two decisions': () =>
    registered({ decision: undefined })
      .does(noted('23/00022', 'procure'))
      .does(noted('23/00074', 'award'))
      .does(noted('25/00050', 'extend')),
  'that no decision here led to': () => registered({ decision: undefined }),
  'of a value withheld': () => registered(withheld('value')),
  'of a supplier withheld': () => registered({ ...withheld('supplier'), vcse: { number: '1012345' } }),
  'of both withheld': () => registered(withheld('value', 'supplier')),
  'of exactly £1,000,000.00': () => registered({ netPence: 100_000_000, extensionOptions: [] }),
  'of pennies': () => registered({ netPence: 123_456_701, extensionOptions: [], irrecoverableVatPence: 5 }),
  'of nothing': () => registered({ netPence: 0, extensionOptions: [] }),
  'of a supplier with a comma, marks and letters of other languages': () =>
    registered({
      supplier: { name: '“Łódź” & Sons, <Tŷ Ŵyn> Cyf' },
      title: `${'Gwasanaeth '.repeat(27)}ŵŷ`,
      divisionsAffected: ['Dover Town'],
    }),
};

const formsOf = (story: ContractStory) => {
  const contract = story.contract as ContractIn<'registered' | 'ended'>;
  const today = londonDate(story.now);
  const json = publicContractOf(contract, { on: today, council: kent, settings });
  const { row: _, ...line } = publicLineOf(contract);
  const release = contractRelease(contract, { council: kent });
  if (!release) throw new Error('No release');
  const [header, first] = readCsv(writeCsv(transparencyHeader, [transparencyRow(contract)]).replace('\uFEFF', '')).rows;
  return {
    json,
    line,
    release,
    page: textOf(contractPage(json, kent, today)),
    list: textOf(contractsPage({ items: [line], next: null, ended: false, limit: 25, quarter: '2026-Q4', council: kent })),
    csv: Object.fromEntries((header?.fields ?? []).map((name, at) => [name, first?.fields[at]])),
    atom: contractEntries([release], today)[0],
  };
};

describe.each(Object.entries(stories))('A contract %s is told alike in every form:', (_, tell) => {
  const { json, line, release, page, list, csv, atom } = formsOf(tell());
  const [award, contract, party] = [
    release.awards?.[0],
    release.contracts?.[0],
    release.parties.find(({ roles }) => roles.includes('supplier')),
  ];

  it('its reference, its title and who answers for it', () => {
    expect([line.reference, csv['Reference number'], contract?.id, award?.id]).toEqual(Array(4).fill(json.reference));
    expect([line.title, csv['Title of agreement'], contract?.title, award?.title]).toEqual(Array(4).fill(json.title));
    expect(atom?.title).toBe(`${json.reference} ${json.title}`);
    expect([line.department, csv['Department responsible']]).toEqual([json.department, json.department]);
    for (const text of [page, list]) expect(text).toContain(json.title);
  });

  it('its supplier, or that it is withheld', () => {
    const name = json.supplier;
    expect([line.supplier, csv['Supplier name'], party?.name, award?.suppliers?.[0]?.name]).toEqual([
      name,
      name ?? 'Withheld',
      name ?? undefined,
      name ?? undefined,
    ]);
    for (const text of [page, list, atom?.summary ?? '']) expect(text.toLowerCase()).toContain((name ?? 'withheld').toLowerCase());
    expect([csv['Supplier details'], json.supplierNumber]).toEqual(
      name === null ? ['Withheld', null] : [json.supplierNumber ?? '', json.supplierNumber],
    );
  });

  it('its value to the penny, with every option, or that it is withheld', () => {
    const pence = json.valuePence;
    expect([line.valuePence, csv['Sum to be paid over the length of the contract (£, net)']]).toEqual([
      pence,
      pence === null ? 'Withheld' : inFigures(pence),
    ]);
    expect([contract?.value?.amount, award?.value?.amount]).toEqual(Array(2).fill(pence === null ? undefined : pence / 100));
    for (const text of [page, list]) expect(text).toContain(pence === null ? 'ithheld' : inPounds(pence));
    for (const { amountPence } of [...json.exercised, ...json.optionsAhead])
      expect(page).toContain(amountPence === null ? 'Withheld' : inPounds(amountPence));
  });

  it('when it begins and ends, and how far it can go', () => {
    const { start, end, maximumEnd } = json;
    expect(page, 'a row of a summary has no full stop').toMatch(/Term (It was to begin on|\d+ \w+ \d{4} to) \d+ \w+ \d{4}(?!\.)/);
    expect([line.start, csv['Start date'], award?.contractPeriod?.startDate?.slice(0, 10)]).toEqual(Array(3).fill(start));
    expect(contract?.period?.endDate?.slice(0, 10)).toBe(end);
    expect([line.end, csv['End date']]).toEqual([end, end]);
    if (end < start) for (const text of [page, list, atom?.summary ?? '']) expect(text).toContain(`It was to begin on ${inWords(start)}`);
    else {
      expect(contract?.period?.startDate?.slice(0, 10)).toBe(start);
      for (const text of [page, list, atom?.summary ?? '']) expect(text).toContain(`${inWords(start)} to ${inWords(end)}`);
    }
    expect([contract?.period?.maxExtentDate?.slice(0, 10) ?? end, page.includes(`Can be extended until ${inWords(maximumEnd)}`)]).toEqual([
      maximumEnd,
      maximumEnd > end,
    ]);
    // A period that ends before it begins is none.
    const { startDate, endDate } = contract?.period ?? {};
    expect(startDate === undefined || endDate === undefined || startDate <= endDate).toBe(true);
  });

  it('that it ended, and how', () => {
    expect([
      line.status,
      contract?.status === 'terminated',
      release.tag.includes('contractTermination'),
      atom?.category.label === 'Ended',
      list.includes('Ended'),
    ]).toEqual([json.ended ? 'ended' : 'registered', ...Array(4).fill(json.ended !== null)]);
    if (json.ended) expect(page).toContain(`on ${inWords(json.ended.on)}.`);
  });

  it('the decision that it came of', () => {
    expect([line.decision, csv['Decision number']]).toEqual([json.decision, json.decision ?? '']);
    for (const { number } of json.decisions) expect(page).toContain(number);
  });

  it('what is withheld, and why', () => {
    expect([line.withheld, (csv['Withheld and why'] ?? '').toLowerCase()]).toEqual([json.withheld, (json.withheld ?? '').toLowerCase()]);
    if (json.withheld)
      for (const text of [page, list, contract?.description ?? '']) expect(text.toLowerCase()).toContain(json.withheld.toLowerCase());
  });

  it('where it serves', () => {
    const areas = json.divisionsAffected;
    expect(csv['Divisions or wards affected']).toBe(areas === 'all' ? 'All' : (areas ?? []).join('; '));
    if (areas) expect(page).toContain(areas === 'all' ? 'All divisions' : areas.join(', '));
  });

  it('and nothing of one is told as of many', () => expect(page).not.toMatch(/\b1 (months|days|years)\b/));
});

it('the decision of a contract is that which let it, not the one that prolonged it nor the one that let it be procured', () =>
  expect(formsOf((stories['procured and awarded by two decisions'] as () => ContractStory)()).json.decision).toBe('23/00074'));

it('what an option costs stands last in its row, with what it is beside it for a phone', () => {
  const page = contractPage(publicContractOf(registered().registered, { on: '2024-01-02', council: kent, settings }), kent, '2024-01-02');
  const rows = page.match(/<tr[^>]*>(?:(?!<\/tr>).)*Option 1.*?<\/tr>/s)?.[0] ?? '';
  expect(rows).toMatch(/<td class="govuk-table__cell app-number" [^>]*data-column="Value">£400,000<\/td><\/tr>$/);
});
