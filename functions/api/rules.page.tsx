import type { JSX } from 'preact';
import { page } from '../page/page.tsx';

export type RuleListed = { rule: string; source: string; stage: string };

// Each by its status, its meaning and the name by which a problem of it points here, where that is none of a rule.
const answers: [string, string, string?][] = [
  ['400', 'Something in what you sent is wrong. Every fault is named, with its place.', 'valid-request'],
  ['401', 'You are not signed in, or your token is not good.', 'signed-in'],
  ['403', 'Your role may not do this, or the proposal is not yours.', 'role'],
  ['404', 'There is nothing there.', 'not-found'],
  ['409', 'A rule refuses it. The answer names the rule, its source and what would change it.'],
  ['412', 'Somebody changed it after you read it. Read it again.', 'if-match'],
  ['413', 'It is longer than 256 KiB.', 'body-size'],
  ['415', 'Send JSON, as UTF-8 and not compressed.', 'content-type'],
  ['428', 'Say which version you read, with If-Match.'],
  ['429', 'Too many requests. Wait, then send it again.'],
  ['500', 'Our fault. Quote the correlation id.', 'fault'],
  ['503', 'Too much is asked at once. Send the same request again.', 'busy'],
];

const Table = ({ caption, heads, rows }: { caption: string; heads: string[]; rows: { id?: string; cells: string[] }[] }): JSX.Element => (
  <table class="govuk-table app-fits">
    <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {heads.map((head) => (
          <th key={head} scope="col" class="govuk-table__header">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {rows.map(({ id, cells: [first, ...rest] }) => (
        <tr class="govuk-table__row" id={id} key={id ?? first}>
          <th scope="row" class="govuk-table__header">
            {first}
          </th>
          {rest.map((cell) => (
            <td key={cell} class="govuk-table__cell">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** What every problem document's `type` points to: what the answers mean, and every rule that can refuse, with its source. */
export const rulesPage = (rules: RuleListed[]): string =>
  page({
    title: 'Problems and the rules behind them',
    council: { name: 'Clear Days', colour: '#1d70b8', website: null },
    section: 'none',
    children: (
      <>
        <h1 class="govuk-heading-l">Problems and the rules behind them</h1>
        <Table
          caption="What an answer means"
          heads={['Status', 'Meaning']}
          rows={answers.map(([status, words, id]) => ({ id, cells: [status, words] }))}
        />
        <Table
          caption="Rules that can refuse"
          heads={['Rule', 'Source', 'Stage']}
          rows={rules.map(({ rule, source, stage }) => ({ id: rule, cells: [rule, source, stage] }))}
        />
      </>
    ),
  });
