import type { JSX } from 'preact';
import { page } from '../page/page.tsx';
import type { Described, DescribedSchema } from './described.ts';
import { type Group, grouped, type Listed } from './groups.ts';

const nameOf = (ref: string) => ref.split('/').at(-1) ?? ref;

const typeInWords = (schema: DescribedSchema): string => {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map(typeInWords).join(' | ');
  if (schema.type === 'array') return `list of ${schema.items ? typeInWords(schema.items) : 'anything'}`;
  return [schema.type ?? 'anything'].flat().join(' | ');
};

const Fields = ({ schema, caption }: { schema: DescribedSchema; caption: string }): JSX.Element => (
  <details class="app-fields">
    <summary>{caption}</summary>
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Field
          </th>
          <th scope="col" class="govuk-table__header">
            What it holds
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {Object.entries(schema.properties ?? {}).map(([name, field]) => (
          <tr class="govuk-table__row" key={name}>
            <th scope="row" class="govuk-table__header">
              {name}
              {schema.required?.includes(name) ? '' : ' (optional)'}
            </th>
            <td class="govuk-table__cell">
              {typeInWords(field)}
              {field.description ? `. ${field.description}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

type Schemas = Described['components']['schemas'];

const Asked = ({ operation, schemas }: Pick<Listed, 'operation'> & { schemas: Schemas }): JSX.Element | null => {
  const asked = Object.entries(operation.requestBody?.content ?? {})[0];
  const schema = asked?.[1].schema;
  if (!asked || !schema) return null;
  const whole = schema.$ref ? schemas[nameOf(schema.$ref)] : schema;
  return whole?.properties && Object.keys(whole.properties).length > 0 ? (
    <Fields schema={whole} caption={`What ${operation.operationId} is sent, as ${asked[0]}`} />
  ) : null;
};

const Operation = ({ method, path, operation, schemas }: Listed & { schemas: Schemas }): JSX.Element => (
  <section>
    <h3 class="govuk-heading-s" id={operation.operationId}>
      {method.toUpperCase()} {path}
    </h3>
    <p class="govuk-body">
      {operation.summary}. {operation.description}
    </p>
    {operation.parameters.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {operation.parameters.map(({ name, in: where, required, description }) => (
          <li key={name}>
            {name} ({where}
            {required ? '' : ', optional'}){description ? `: ${description}` : ''}
          </li>
        ))}
      </ul>
    )}
    <Asked operation={operation} schemas={schemas} />
    <ul class="govuk-list">
      {Object.entries(operation.responses).map(([status, { description }]) => (
        <li key={status}>
          <strong>{status}</strong> {description}
        </li>
      ))}
    </ul>
  </section>
);

const Contents = ({ groups }: { groups: Group[] }): JSX.Element => (
  <nav aria-label="Groups">
    <ul class="govuk-list app-contents">
      {groups.map(({ title, id, operations }) => (
        <li key={id}>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>{' '}
          ({operations.length})
        </li>
      ))}
    </ul>
  </nav>
);

const InGroup = ({ group: { title, id, operations }, schemas }: { group: Group; schemas: Schemas }): JSX.Element => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    <details class="app-fields">
      <summary>{`All ${operations.length} of ${title.charAt(0).toLowerCase()}${title.slice(1)}`}</summary>
      <ul class="govuk-list">
        {operations.map(({ method, path, operation: { operationId, summary } }) => (
          <li key={operationId}>
            <a class="govuk-link" href={`#${operationId}`}>
              {method.toUpperCase()} {path}
            </a>
            : {summary}
          </li>
        ))}
      </ul>
    </details>
    {operations.map((listed) => (
      <Operation key={listed.operation.operationId} {...listed} schemas={schemas} />
    ))}
  </section>
);

/** The API's description as a page that works without a script. */
export const apiPage = (described: Described): string => {
  const groups = grouped(described);
  return page({
    title: 'API',
    council: { name: 'Clear Days', colour: '#1d70b8', website: null },
    section: 'none',
    children: (
      <>
        <h1 class="govuk-heading-l">The API</h1>
        <p class="govuk-body">
          {described.info.description} The same as data:{' '}
          <a class="govuk-link" href="/openapi.json">
            OpenAPI 3.1
          </a>
          .
        </p>
        <Contents groups={groups} />
        {groups.map((group) => (
          <InGroup key={group.id} group={group} schemas={described.components.schemas} />
        ))}
      </>
    ),
  });
};
