import type { JSX } from 'preact';
import { EnterButton } from '../action/act.page.tsx';
import type { Contract } from './contract-api.ts';
import { ContractLink } from './contracts.page.tsx';
import type { Refusal } from '../api-call.ts';
import { DrawnFields, firstOf, Problems } from '../form/draw.tsx';
import type { Field, Form } from '../form/field.ts';
import { Carried, deskPage, type Visitor } from '../frame.tsx';
import { ImportantBanner, RefusedBox, staleWords } from '../shown.tsx';
import { Overtaken, type Since } from '../form/stale-edit.tsx';
import type { Fault } from '../../rules/fault.ts';

/** What a form about a contract is drawn from; a contract that is not there yet is a new one. */
export type ContractForm = {
  visitor: Visitor;
  contract: Contract | null;
  title: string;
  does: string;
  button: string;
  grave: boolean;
  parts: { id: string; title: string; fields: Field[] }[];
  form: Form;
  problems: Fault[];
  refusal: Refusal | null;
  key: string;
  version: string | undefined;
  path: string;
  stale: boolean;
  added: string | null;
  since: Since | null;
};

const Parts = ({ parts, form, problems, added }: Pick<ContractForm, 'parts' | 'form' | 'problems' | 'added'>): JSX.Element => {
  const focus =
    added &&
    firstOf(
      parts.flatMap(({ fields }) => fields),
      added,
    );
  const of = { form, problems, focus };
  if (parts.length === 1) return <DrawnFields fields={parts[0]?.fields ?? []} of={of} />;
  return (
    <>
      {parts.map(({ id, title, fields }) => (
        <section class="app-part" id={id}>
          <h2 class="govuk-heading-m">{title}</h2>
          <DrawnFields fields={fields} of={of} />
        </section>
      ))}
    </>
  );
};

/** A page with one form that does one thing to a contract, or enters a new one. */
export const contractFormPage = ({
  visitor,
  contract,
  title,
  does,
  button,
  grave,
  parts,
  form,
  problems,
  refusal,
  key,
  version,
  path,
  stale,
  added,
  since,
}: ContractForm): string =>
  deskPage({
    title: contract ? `${title}: ${contract.reference}` : title,
    visitor,
    wrong: problems.length > 0 || refusal !== null,
    children: (
      <>
        {stale && <ImportantBanner words={staleWords} />}
        <Problems fields={parts.flatMap(({ fields }) => fields)} problems={problems} />
        {since ? <Overtaken since={since} /> : refusal && problems.length === 0 && <RefusedBox refusal={refusal} />}
        {contract && (
          <span class="govuk-caption-l">
            <ContractLink of={contract} />
          </span>
        )}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{does}</p>
        <form method="post" action={path} novalidate>
          <EnterButton value="send" />
          <Carried csrf={visitor.csrf} idempotencyKey={key} {...(version ? { version } : {})} />
          <Parts parts={parts} form={form} problems={problems} added={added} />
          <button type="submit" name="do" value="send" class={`govuk-button${grave ? ' govuk-button--warning' : ''}`}>
            {button}
          </button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={contract ? `/desk/contracts/${encodeURIComponent(contract.id)}` : '/desk/contracts'}>
            Go back without doing it
          </a>
        </p>
      </>
    ),
  });
