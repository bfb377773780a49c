import type { JSX } from 'preact';
import { Table } from '../record/page/parts.tsx';
import { counted } from '../rules/counted.ts';
import { inWords, type LocalDate } from '../rules/local-date.ts';

type Option<Price> = { option: number; months: number; amountPence: Price; endsOn: LocalDate };
type OptionsOf<Price> = { exercised: (Option<Price> & { on: LocalDate })[]; optionsAhead: (Option<Price> & { noticeBy: LocalDate })[] };
type TableOf<Price> = { of: OptionsOf<Price>; caption: string; price: (pence: Price) => string; ahead: (noticeBy: string) => string };

/** Whether a contract has or had any option to extend it. */
export const hasOptions = ({ exercised, optionsAhead }: OptionsOf<unknown>): boolean => exercised.length + optionsAhead.length > 0;

/**
 * The options of a contract that were taken up, and those ahead. `price` says what one costs, `ahead` what is to be done by the last day
 * for notice.
 */
export const OptionsTable = <Price,>({ of: { exercised, optionsAhead }, caption, price, ahead }: TableOf<Price>): JSX.Element => {
  const row = ({ option, months, amountPence, endsOn }: Option<Price>, standing: string) => [
    `Option ${option}`,
    counted(months, 'month'),
    standing,
    inWords(endsOn),
    price(amountPence),
  ];
  return (
    <Table
      caption={caption}
      columns={[
        { name: 'Option' },
        { name: 'Length' },
        { name: 'Where it stands' },
        { name: 'Leads to' },
        { name: 'Value', isNumber: true },
      ]}
      rows={[
        ...exercised.map((each) => row(each, `Taken up on ${inWords(each.on)}`)),
        ...optionsAhead.map((each) => row(each, ahead(inWords(each.noticeBy)))),
      ]}
    />
  );
};
