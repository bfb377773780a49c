import type { JSX } from 'preact';
import type { Council } from '../council/council.schema.ts';
import { page } from '../page/page.tsx';
import { inWords, londonDate, londonTime } from '../rules/local-date.ts';
import type { Checked } from './check-record.ts';

const headings: Record<Checked['found'], string> = {
  current: 'This is the record as it is published now',
  earlier: 'This was published, and has changed since',
  never: 'This is not what was published',
  unknown: 'No decision of this number is published',
  unreadable: 'This is not a record',
};

const explanation: Record<Checked['found'], string> = {
  current: 'All that it says is what the council published.',
  earlier: 'The council published this on the day named below. A later wording stands now: read it before you rely on this one.',
  never: 'At no time did the council publish a record with these words under this number. Something in it was changed.',
  unknown: 'Check the number, or that it is this council’s decision.',
  unreadable: 'Paste the whole of a file that ends in .json or of a proof, from its first brace to its last.',
};

const When = ({ checked }: { checked: Checked }): JSX.Element | null => {
  const at = 'versions' in checked ? checked.versions.at(-1)?.at : undefined;
  return at === undefined ? null : (
    <p class="govuk-body">
      Published on {inWords(londonDate(at))} at {londonTime(at)}.
    </p>
  );
};

const Faults = ({ checked }: { checked: Checked }): JSX.Element | null =>
  'faults' in checked && checked.faults.length > 0 ? (
    <>
      <p class="govuk-body">The proof does not hold in itself:</p>
      <ul class="govuk-list govuk-list--bullet">
        {checked.faults.map((fault) => (
          <li>{fault}</li>
        ))}
      </ul>
    </>
  ) : null;

const Result = ({ checked }: { checked: Checked }): JSX.Element => (
  <>
    <h1 class="govuk-heading-l">{headings[checked.found]}</h1>
    <p class="govuk-body-l">{explanation[checked.found]}</p>
    <When checked={checked} />
    <Faults checked={checked} />
    {'number' in checked && (
      <p class="govuk-body">
        Decision <a href={`/decisions/${checked.number}`}>{checked.number}</a>. Hash of what you sent:{' '}
        <code class="app-words">{checked.hash}</code>
      </p>
    )}
    <h2 class="govuk-heading-m">Check another</h2>
  </>
);

const Form = (): JSX.Element => (
  <form method="post" action="/verify" enctype="multipart/form-data">
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="record">
        Paste the record
      </label>
      <div id="record-hint" class="govuk-hint">
        The whole file, such as /decisions/23/00022.json or its proof.
      </div>
      <textarea class="govuk-textarea" id="record" name="record" rows={8} aria-describedby="record-hint" />
    </div>
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="file">
        Or choose the file
      </label>
      <input class="govuk-file-upload" id="file" name="file" type="file" accept=".json,application/json" />
    </div>
    <button type="submit" class="govuk-button">
      Check it
    </button>
  </form>
);

/** The page on which anybody checks a record that they hold; with what came of it, once something was sent. */
export const verifyPage = (council: Council, checked: Checked | null): string =>
  page({
    title: checked ? headings[checked.found] : 'Check a record',
    council,
    noindex: checked !== null,
    children: (
      <>
        {checked ? <Result checked={checked} /> : <h1 class="govuk-heading-l">Check a record</h1>}
        {!checked && (
          <p class="govuk-body-l">Have you been sent a notice or a record of decision? See whether it is what the council published.</p>
        )}
        <Form />
        <p class="govuk-body">
          Nothing that you send is kept. To check without this site, take the proof of the decision: the address of its page, followed by
          /proof. The proof says how.
        </p>
      </>
    ),
  });
