import { counted } from '../../rules/counted.ts';
import type { JSX } from 'preact';
import { importColumns } from '../../spreadsheet/import-columns.ts';
import type { Field } from '../form/field.ts';
import { type Importing, Sent } from './import-parts.tsx';
import type { RegisterTold } from './register-parts.ts';

export const registerField: Field = {
  as: 'words',
  name: 'register',
  label: 'The register',
  hint: 'With its row of headings. Copied from a spreadsheet, or as CSV.',
  rows: 8,
};

// More than anybody puts right at one sitting; the rest is told when these are.
const mostTold = 100;

type Line = { line: number; words: string; id?: string; reference?: string };

const Lines = ({ title, lines }: { title: string; lines: Line[] }): JSX.Element | null =>
  lines.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {lines.slice(0, mostTold).map(({ line, words, id, reference }) => (
          <li>
            {`Line ${line}, `}
            {id ? (
              <>
                <a class="govuk-link" href={`/desk/contracts/${encodeURIComponent(id)}`}>
                  {reference}
                </a>
                {words}
              </>
            ) : (
              words
            )}
          </li>
        ))}
        {lines.length > mostTold && <li>{`And ${lines.length - mostTold} more, told once these are put right.`}</li>}
      </ul>
    </>
  );

const faultLine = ({ line, column, value, reason }: RegisterTold['faults'][number]): Line => ({
  line,
  words: `${column}${value === '' || value === column ? '' : ` “${value}”`}: ${reason}.`,
});

const Told = ({ of: { rows, done, imported, added, unchanged, differs, refused, faults } }: { of: RegisterTold }): JSX.Element => (
  <section aria-labelledby="register-told">
    <h3 class="govuk-heading-s" id="register-told">
      {imported ? 'What became of it' : 'What would become of it'}
    </h3>
    {done < rows && (
      <div class="govuk-inset-text">{`${done} of ${rows} rows were looked at. ${imported ? 'Go on to bring in the rest: what is in the register already stays as it is.' : 'Bring those in first, or paste fewer rows at a time.'}`}</div>
    )}
    <ul class="govuk-list govuk-list--bullet">
      <li>
        {imported ? `${counted(added, 'contract was', 'contracts were')} brought in.` : `${counted(added, 'contract')} can be brought in.`}
      </li>
      {unchanged > 0 && <li>{`${counted(unchanged, 'is', 'are')} in the register already, with the same particulars.`}</li>}
      {differs.length > 0 && (
        <li>{`${counted(differs.length, 'is', 'are')} in the register with other particulars, and ${imported ? '' : 'would be '}left as ${differs.length === 1 ? 'it is' : 'they are'}.`}</li>
      )}
      {refused.length > 0 && <li>{`${imported ? counted(refused.length, 'was', 'were') : `${refused.length} would be`} refused.`}</li>}
      {faults.length > 0 && (
        <li>{`${counted(new Set(faults.map(({ line }) => line)).size, 'line has', 'lines have')} something wrong, and ${imported ? 'nothing of it was' : 'nothing of it would be'} brought in.`}</li>
      )}
    </ul>
    {imported && (
      <p class="govuk-body">
        <a class="govuk-link" href="/desk/contracts">
          Contracts by urgency
        </a>
      </p>
    )}
    <Lines title="To be put right" lines={faults.map(faultLine)} />
    <Lines title="Refused" lines={refused.map(({ line, reference, reason }) => ({ line, words: `${reference}: ${reason}` }))} />
    <Lines
      title="In the register with other particulars"
      lines={differs.map(({ line, id, reference }) => ({ line, id, reference, words: ': change it on its own page.' }))}
    />
  </section>
);

const Named = ({ required }: { required: boolean }): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet app-columns">
    {importColumns
      .filter((column) => column.required === required)
      .map(({ heading }) => (
        <li>{heading}</li>
      ))}
  </ul>
);

const Headings = (): JSX.Element => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">The headings, in any order</span>
    </summary>
    <div class="govuk-details__text">
      <p class="govuk-body">Every row needs</p>
      <Named required={true} />
      <p class="govuk-body">It may have</p>
      <Named required={false} />
    </div>
  </details>
);

// Whoever may bring in other things too has two forms above: the page comes back at what became of this one.
const told = '/desk/import#register-told';

const mayBring = ({ imported, added, done, rows }: RegisterTold): boolean => (imported ? done < rows : added > 0);

/** The part of the page for contracts officers: a register is pasted, checked, and what is good of it brought in. */
export const Register = ({ of }: { of: Importing }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">The register of contracts</h2>
    <p class="govuk-body">
      One contract a row. It is checked first, and nothing is changed by that. A contract that is in the register already is left as it is.
    </p>
    <Headings />
    {of.register && <Told of={of.register} />}
    <Sent of={of} field={registerField}>
      <button type="submit" formaction={told} name="do" value="check-register" class="govuk-button govuk-button--secondary">
        Check it
      </button>{' '}
      {of.register && mayBring(of.register) && (
        <button type="submit" formaction={told} name="do" value="bring-register" class="govuk-button">
          {of.register.imported ? 'Go on bringing in' : `Bring in ${counted(of.register.added, 'contract')}`}
        </button>
      )}
    </Sent>
  </section>
);
