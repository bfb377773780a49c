import type { ComponentChildren, JSX } from 'preact';
import type { Publication } from '../publication/publication.schema.ts';
import type { PublicSection } from '../publication/public-section.schema.ts';
import { isAllWithheld } from '../publication/withheld.ts';

/** Every part of a page of a decision is made from what was published of it. */
export type Of = { of: Publication };

/** Text as it was written, line breaks kept. */
export const Words = ({ children }: { children: string }): JSX.Element => <p class="govuk-body app-words">{children}</p>;

/** A part of the page under its own heading. */
export const Section = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
);

type MaySee<T> = Of & { section: PublicSection; title: string; content: T | null; children: (content: T) => ComponentChildren };

/** A section, or the reason why it is not published. */
export const Published = <T,>({ of, section, title, content, children }: MaySee<T>): JSX.Element | null => {
  if (content !== null) return <Section title={title}>{children(content)}</Section>;
  const kept = of.withheld.find((part) => part.section === section);
  if (!kept || isAllWithheld(of)) return null;
  return (
    <Section title={title}>
      <div class="govuk-inset-text">{kept.words}</div>
    </Section>
  );
};

/** One line of a summary: what it is, and what it says. Nothing where there is nothing to say. */
export const Row = ({ name, children }: { name: ComponentChildren; children: ComponentChildren }): JSX.Element | null =>
  children === undefined || children === null || children === false ? null : (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  );

type Columns = {
  caption: string;
  columns: { name: string; isNumber?: boolean }[];
  rows: ComponentChildren[][];
  total?: ComponentChildren[] | null;
};

const cellClass = (isNumber: boolean | undefined): string => (isNumber ? 'govuk-table__cell app-number' : 'govuk-table__cell');

// Drawn as blocks, as on a phone, it would be no table any more to some who listen to it.
const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell'): { role: typeof role } => ({ role });

const TableRow = ({ columns, row }: Pick<Columns, 'columns'> & { row: ComponentChildren[] }): JSX.Element => (
  <tr class="govuk-table__row" {...as('row')}>
    {row.map((cell, index) =>
      index === 0 ? (
        <th scope="row" class="govuk-table__header" {...as('rowheader')}>
          {cell}
        </th>
      ) : (
        <td class={cellClass(columns[index]?.isNumber)} {...as('cell')} data-column={columns[index]?.name}>
          {cell}
        </td>
      ),
    )}
  </tr>
);

// An empty column tells nobody anything.
const filled = ({ caption, columns, rows, total }: Columns): Columns => {
  const keep = <T,>(cells: T[]): T[] => cells.filter((_, index) => index === 0 || rows.some((row) => row[index] !== ''));
  return { caption, columns: keep(columns), rows: rows.map(keep), total: total && keep(total) };
};

/**
 * A table with a caption, a heading to every row and column, and a last row of totals. A wide one scrolls inside itself; on a phone each row
 * stands below the one before it, with its columns’ names beside what is in them.
 */
export const Table = (all: Columns): JSX.Element => {
  const { caption, columns, rows, total } = filled(all);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard (WCAG 2.2, 2.1.1)
    <section class="app-scroll" aria-label={caption} tabIndex={0}>
      <table class="govuk-table app-stacks" {...as('table')}>
        <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <thead class="govuk-table__head" {...as('rowgroup')}>
          <tr class="govuk-table__row" {...as('row')}>
            {columns.map(({ name, isNumber }) => (
              <th scope="col" class={isNumber ? 'govuk-table__header app-number' : 'govuk-table__header'} {...as('columnheader')}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" {...as('rowgroup')}>
          {rows.map((row) => (
            <TableRow columns={columns} row={row} />
          ))}
        </tbody>
        {total && (
          <tfoot {...as('rowgroup')}>
            <TableRow columns={columns} row={total} />
          </tfoot>
        )}
      </table>
    </section>
  );
};
