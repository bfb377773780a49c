import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { synthesiseStacks } from '../test/lib/stacks.ts';
import {
  assumed,
  contractCost,
  type Cost,
  type Counted,
  decisionCost,
  idleDayCost,
  merged,
  scaled,
  type Standing,
  standingCost,
  storageCost,
  total,
  usesOf,
} from './cost-model.ts';
import { prices } from './prices.ts';

// node bench/cost.ts [--write]: the cost model, from what the bench counted; `--write` puts it into docs/cost.md.
const root = resolve(import.meta.dirname, '..');
const counted = JSON.parse(readFileSync(join(root, 'bench/counted.json'), 'utf8')) as Counted;
const county = { decisions: 500, contracts: 5000, years: 6 };

const standing = (): Standing => {
  const { app: _, ...templates } = synthesiseStacks();
  const of = (type: string) =>
    Object.values(templates).reduce((sum, template) => sum + Object.keys(template.findResources(type)).length, 0);
  return {
    alarms: of('AWS::CloudWatch::Alarm'),
    metrics: of('AWS::Logs::MetricFilter') + 4,
    secrets: of('AWS::SecretsManager::Secret'),
    dashboards: of('AWS::CloudWatch::Dashboard'),
  };
};

const money = (dollars: number): string =>
  `$${dollars.toLocaleString('en-GB', dollars < 1 ? { maximumSignificantDigits: 3 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
const cells = (...texts: string[]): string => `| ${texts.join(' | ')} |`;

const held = standing();
// Every decision is kept six years, and every contract; a contract is reckoned at a fifth of a decision.
const bytes = (decisions: number, contracts: number): number => counted.storedBytes * (decisions * county.years + contracts / 5);

const month = (decisions: number, contracts: number): Cost =>
  merged(
    scaled(decisionCost(counted), decisions / 12),
    scaled(contractCost(counted), contracts / 12),
    scaled(idleDayCost(counted), 30.4),
    storageCost(bytes(decisions, contracts)),
    standingCost(held),
  );

const costs: [string, Cost, number][] = [
  ['One county: 500 decisions a year, 5,000 contracts', month(county.decisions, county.contracts), 1],
  ['All 300 English councils, a deployment each', month(county.decisions, county.contracts), 300],
  ['A hundred times that: 15 million decisions a year, 150 million contracts', month(county.decisions * 100, county.contracts * 100), 300],
];
const uses = usesOf(counted);
const lines = [...new Set(costs.flatMap(([, cost]) => Object.keys(cost)))];
const perDecision = decisionCost(counted);

const text = [
  `Prices of ${prices.region} as last known on ${prices.asOf}, without VAT and without any free tier ([bench/prices.ts](../bench/prices.ts)).`,
  '',
  '### One decision, counted',
  '',
  cells('What', 'Counted'),
  cells('---', '---'),
  ...(
    [
      ['Requests of the API and of links', whole(uses.requests)],
      ['Calls of functions in all', whole(uses.invocations)],
      ['Transactions', whole(uses.transactions)],
      ['Write units in all, a transaction counting twice', whole(uses.writeUnits)],
      ['Read units', whole(uses.readUnits)],
      ['Gigabyte-seconds', uses.gigabyteSeconds.toFixed(1)],
      [`Emails, of ${(counted.emailBytes / 1000).toFixed(1)} kB each`, whole(uses.emails)],
      ['Kept for it in the table', `${whole(uses.storedBytes / 1000)} kB`],
      ['Read units of a public page', (counted.views.readUnits / counted.views.pages).toFixed(1)],
    ] as const
  ).map(([what, value]) => cells(what, value)),
  '',
  `With ${assumed.publicViewsPerDecision} public views and ${assumed.officersReadsPerDecision} reads by officers and members, one decision costs **${money(total(perDecision))}**: ${Object.entries(
    perDecision,
  )
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([name, value]) => `${name} ${money(value)}`)
    .join(', ')}.`,
  '',
  '### By the month',
  '',
  cells('', ...costs.map(([name]) => name)),
  cells('---', ...costs.map(() => '---')),
  ...lines.map((line) => cells(line, ...costs.map(([, cost, councils]) => money((cost[line] ?? 0) * councils)))),
  cells('**In all**', ...costs.map(([, cost, councils]) => `**${money(total(cost) * councils)}**`)),
  cells('of which stands though nobody uses it', ...costs.map(([, , councils]) => money(total(standingCost(held)) * councils))),
  cells(
    'Emails',
    ...costs.map(([, , councils], index) =>
      whole(
        (councils *
          (index === 2 ? 100 : 1) *
          (county.decisions * uses.emails + county.contracts * assumed.alertsPerContract * assumed.emailsPerAlert)) /
          12,
      ),
    ),
  ),
  '',
  `A deployment stands at ${held.alarms} alarms, ${held.metrics} metrics of its own, ${held.dashboards} dashboards and ${held.secrets} secrets, as its templates have them.`,
].join('\n');

console.log(text);
if (process.argv.includes('--write')) {
  const file = join(root, 'docs/cost.md');
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(/<!-- cost -->[\s\S]*<!-- \/cost -->/, () => `<!-- cost -->\n${text}\n<!-- /cost -->`),
  );
}
