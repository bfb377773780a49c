import { inflateSync } from 'node:zlib';
import { publicOperations } from '../../../functions/api/public-operations.ts';
import type { Proposal } from '../../../functions/proposal/proposal.schema.ts';
import type { Mail, System } from '../system.ts';

/** A word that stands for what is exempt in one place; wherever it is found, it says where it leaked from. */
export const secret = (place: string): string => `zqx-${place}`;

const sums = {
  line: 123_456_789,
  growth: 345_678_912,
  saving: 456_789_123,
  funding: 567_891_234,
  option: 678_912_345,
  contract: 789_123_456,
};

/** Every section of a proposal with a marker and odd sums in it, and an exempt document. */
export const marked = (): Partial<Proposal> => ({
  background: secret('background'),
  reasons: secret('reasons'),
  financialImplications: {
    summary: secret('summary'),
    expenditure: [{ description: secret('expenditure'), kind: 'one-off', amountPence: sums.line, contract: secret('line-contract') }],
    growth: { per: secret('growth'), amountPence: sums.growth, maximumUnits: 2, reapprovalTrigger: secret('trigger') },
    savings: [{ description: secret('saving'), amountPence: sums.saving }],
    funding: [{ source: secret('funding'), amountPence: sums.funding, ringFenced: false }],
  },
  legalImplications: secret('legal'),
  equalityImplications: { status: 'full', date: '2023-02-01', words: secret('equality') },
  dataProtectionImplications: { status: 'complete', words: secret('data-protection') },
  alternatives: [{ option: secret('option'), reasonRejected: secret('rejected') }],
  contracts: [
    {
      title: secret('contract'),
      supplier: secret('supplier'),
      start: '2023-08-01',
      end: '2025-07-31',
      extensionOptions: [{ months: 12, amountPence: sums.option }],
      replaces: [secret('replaced')],
      outcome: 'award',
      valuePence: sums.contract,
    },
  ],
  documents: [{ title: 'Report on the bids', access: 'exempt', paragraph: 3, url: `https://kent.example/${secret('document')}` }],
});

const asPounds = (pence: number): string => (pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });
const money = Object.values(sums).flatMap((pence) => [String(pence), String(pence / 100), asPounds(pence)]);

/** What of the markers and sums stands in a text, each once. */
export const leaksIn = (text: string): string[] => [
  ...new Set([...[...text.matchAll(/zqx-[a-z-]+/gi)].map(([found]) => found.toLowerCase()), ...money.filter((sum) => text.includes(sum))]),
];

const textOfPdf = (file: Buffer): string => {
  const contents = [...file.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const shown = contents.flatMap((content) =>
    [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, runs = '']) =>
      [...runs.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
    ),
  );
  return `${file.toString('latin1')} ${shown.join(' ')} ${shown.join('')}`;
};

// Whatever the API says is public is looked into, so that a route added later is looked into too.
const publicPaths = (number: string, on: string): string[] => {
  const read = publicOperations
    .filter(({ method, path }) => method === 'get' && !path.startsWith('/respond') && !path.startsWith('/docs') && path !== '/openapi.json')
    .map(({ path }) => path);
  const filled = read.map((path) => path.replace('{year}/{number}', number).replace('{date}', on));
  return [
    ...filled,
    '/',
    '/heads/latest',
    ...['.json', '.atom', '.ics', '.moderngov.csv'].map((ending) => `/decisions/${number}${ending}`),
  ];
};

const body = async (system: System, path: string, accept: string): Promise<string> => {
  const response = await fetch(system.base + path, { headers: { accept } });
  const file = Buffer.from(await response.arrayBuffer());
  return path.endsWith('.pdf') ? textOfPdf(file) : file.toString();
};

/** Each public address at which something exempt is to be read, with what; a number that is public has its own pages among them. */
export const leaks = async (system: System, number: string, on: string): Promise<string[]> => {
  const found: string[] = [];
  for (const path of publicPaths(number, on)) {
    for (const accept of ['text/html', 'application/json'])
      found.push(...leaksIn(await body(system, path, accept)).map((leak) => `${path}: ${leak}`));
  }
  return found;
};

/** The markers by which a search finds anything: none, when the words are not in its index. */
export const foundBySearch = async (system: System, places: string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const place of places) {
    for (const path of [`/search?q=${secret(place)}`, `/notices?text=${secret(place)}`, `/decisions?text=${secret(place)}`]) {
      const { json } = await system.call<{ items: unknown[] }>('GET', path, undefined, { accept: 'application/json' });
      if (json.items.length > 0) found.push(path);
    }
  }
  return found;
};

const isOutside = ({ to }: Mail): boolean => to.endsWith('@outside.example') || /^(all-members|member\.)/.test(to);

/** Every email to somebody not entitled to exempt words that has one in it, whole message and headers. */
export const leakyMail = (mails: Mail[]): string[] =>
  mails.filter(isOutside).flatMap((mail) => leaksIn(JSON.stringify(mail)).map((leak) => `${mail.kind} to ${mail.to}: ${leak}`));

/** How many emails went to people not entitled, so that finding nothing in them means something. */
export const outsideMail = (mails: Mail[]): number => mails.filter(isOutside).length;
