import type { ComponentChildren, JSX } from 'preact';
import { inWords } from '../../rules/local-date.ts';
import { Problems } from '../form/draw.tsx';
import type { Field } from '../form/field.ts';
import type { PlanItem } from './forward-plan.ts';
import { deskPage, type Visitor } from '../frame.tsx';
import { type Importing, type Saved, Sent } from './import-parts.tsx';
import { Register, registerField } from './import-register.page.tsx';
import { ImportantBanner, RefusedBox, staleWords } from '../shown.tsx';

const planField: Field = {
  as: 'words',
  name: 'plan',
  label: 'The items of the plan',
  hint: 'One a line: subject, due date, decision maker, apart by a tab or a bar (|). A table copied from a page or a spreadsheet is like that.',
  rows: 8,
};
const decisionField: Field = {
  as: 'words',
  name: 'decision',
  label: 'The decision as data',
  hint: 'JSON with proposal, number, noticePublishedOn, decidedOn and, where they are known, keyStatus and interest. The API page says what each holds.',
  rows: 8,
};

const Item = ({ of: { subject, due, draft, findings } }: { of: PlanItem }): JSX.Element => (
  <li>
    <strong>{subject || 'No subject'}</strong>
    <p class="govuk-body">
      {`“${due}”: `}
      {draft.targetDecisionDate ? `wanted on ${inWords(draft.targetDecisionDate)}` : 'no day'}.
    </p>
    {findings.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {findings.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    )}
  </li>
);

const Done = ({ saved }: { saved: Saved[] }): JSX.Element => (
  <section aria-labelledby="saved">
    <h2 class="govuk-heading-m" id="saved">
      What became of them
    </h2>
    <ul class="govuk-list app-cards">
      {saved.map(({ subject, path, words }) => (
        <li>
          {path ? (
            <a class="govuk-link" href={path}>
              {subject}
            </a>
          ) : (
            <strong>{subject}</strong>
          )}
          <p class="govuk-body">{words}</p>
        </li>
      ))}
    </ul>
  </section>
);

const Plan = ({ of }: { of: Importing }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">A forward plan, as drafts</h2>
    <p class="govuk-body">
      Each item becomes a draft of yours. Dates are read as councils write them, such as “Not before 5th Apr 2023” or “March 2024”.
    </p>
    {of.items && (
      <ol class="govuk-list app-cards">
        {of.items.map((item) => (
          <Item of={item} />
        ))}
      </ol>
    )}
    <Sent of={of} field={planField}>
      <button type="submit" name="do" value="read" class="govuk-button govuk-button--secondary">
        Read it
      </button>{' '}
      {of.items && of.items.length > 0 && (
        <button
          type="submit"
          name="do"
          value="save"
          class="govuk-button"
        >{`Save ${of.items.length === 1 ? 'it as a draft' : `all ${of.items.length} as drafts`}`}</button>
      )}
    </Sent>
  </section>
);

const Past = ({ of }: { of: Importing }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-m">A decision already taken</h2>
    <p class="govuk-body">
      It keeps its real dates and its number. What it lacks, such as clear days of notice, is recorded as a finding and never hidden.
    </p>
    <Sent of={of} field={decisionField}>
      <button type="submit" name="do" value="import" class="govuk-button">
        Bring it in
      </button>
    </Sent>
  </section>
);

const partsFor = (of: Importing): ComponentChildren => {
  const { roles } = of.visitor.who;
  const parts = [
    roles.includes('officer') && <Plan of={of} />,
    roles.includes('clerk') && <Past of={of} />,
    roles.includes('contracts') && <Register of={of} />,
  ];
  return parts.some(Boolean) ? parts : <p class="govuk-body">This is for officers, clerks and contracts officers.</p>;
};

const titleFor = ({ who: { roles } }: Visitor): string => {
  const theirs = [
    ...(roles.includes('officer') ? ['a plan'] : []),
    ...(roles.includes('clerk') ? ['a decision'] : []),
    ...(roles.includes('contracts') ? ['a register'] : []),
  ];
  const named = theirs.length > 0 ? theirs : ['a plan', 'a decision', 'a register'];
  return `Bring in ${[named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' or ')}`;
};

/** The page on which a forward plan, a decision taken elsewhere or a register of contracts is brought in: to each role what it may. */
export const importPage = (of: Importing): string => {
  const { visitor, problems = [], refusal = null, saved = [], stale } = of;
  const title = titleFor(visitor);
  return deskPage({
    title,
    visitor,
    here: visitor.who.roles.includes('contracts') ? 'import' : 'proposals',
    wrong: problems.length > 0 || refusal !== null,
    children: (
      <>
        {stale && <ImportantBanner words={staleWords} />}
        <Problems fields={[planField, decisionField, registerField]} problems={problems} />
        {refusal && problems.length === 0 && <RefusedBox refusal={refusal} />}
        <h1 class="govuk-heading-l">{title}</h1>
        {saved.length > 0 && <Done saved={saved} />}
        {partsFor(of)}
      </>
    ),
  });
};
