import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { openApi } from '../functions/api/open-api.ts';

// node bin/client.ts writes client/operations.ts, the types of the typed client, from what docs/openapi.json is made from; with --check it
// compares.
type Schema = { [keyword: string]: unknown };

const schemaSchema: z.ZodMiniType<Schema> = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.looseObject({ schema: z.optional(schemaSchema) }));
const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z._default(
    z.array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query', 'header', 'cookie']),
        required: z._default(z.boolean(), false),
        schema: schemaSchema,
      }),
    ),
    [],
  ),
  requestBody: z.optional(z.looseObject({ required: z._default(z.boolean(), false), content })),
  responses: z.record(z.string(), z.looseObject({ content: z.optional(content) })),
});
type Operation = z.infer<typeof operationSchema>;
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), schemaSchema) }),
});

const list = (value: unknown): Schema[] => z.array(schemaSchema).parse(value);
const quoted = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);
const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value);

const objectType = ({ properties, required, additionalProperties }: Schema): string => {
  const wanted = new Set(z.array(z.string()).parse(required ?? []));
  const members = Object.entries(z.record(z.string(), schemaSchema).parse(properties ?? {})).map(
    ([name, schema]) => `${quoted(name)}${wanted.has(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  const others =
    typeof additionalProperties === 'object' ? `Record<string, ${typeOf(additionalProperties as Schema)}>` : 'Record<string, unknown>';
  if (members.length === 0) return additionalProperties === false ? 'Record<string, never>' : others;
  return `{ ${members.join('; ')} }`;
};

const named = (type: unknown, schema: Schema): string => {
  switch (type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `(${typeOf((schema.items ?? {}) as Schema)})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
};

const typeOf = (schema: Schema): string => {
  if (typeof schema.$ref === 'string') return `Schemas['${schema.$ref.split('/').at(-1)}']`;
  if ('const' in schema) return literal(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return list(union).map(typeOf).join(' | ');
  if (schema.allOf)
    return list(schema.allOf)
      .map((part) => `(${typeOf(part)})`)
      .join(' & ');
  return Array.isArray(schema.type) ? schema.type.map((type) => named(type, schema)).join(' | ') : named(schema.type, schema);
};

const given = ({ parameters }: Operation, place: 'path' | 'query'): string => {
  const theirs = parameters.filter((parameter) => parameter.in === place);
  return theirs.length === 0
    ? 'Record<string, never>'
    : `{ ${theirs.map(({ name, required, schema }) => `${quoted(name)}${required || place === 'path' ? '' : '?'}: ${typeOf(schema)}`).join('; ')} }`;
};

const answerType = (answered: z.infer<typeof content> | undefined): string => {
  const told = Object.entries(answered ?? {}).flatMap(([type, { schema }]) => (type.includes('json') && schema ? [typeOf(schema)] : []));
  return told.join(' | ') || 'unknown';
};

const bodyType = ({ requestBody }: Operation): string => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema ? typeOf(schema) : 'undefined';
};

const lines = (method: string, path: string, operation: Operation): string[] => [
  `  /** ${operation.summary}. */`,
  `  ${quoted(operation.operationId)}: {`,
  `    method: '${method.toUpperCase()}'; path: '${path}';`,
  `    params: ${given(operation, 'path')}; query: ${given(operation, 'query')};`,
  `    body: ${bodyType(operation)};`,
  `    answers: { ${Object.entries(operation.responses)
    .filter(([status]) => /^\d{3}$/.test(status))
    .map(([status, answer]) => `${status}: ${answerType(answer.content)}`)
    .join('; ')} };`,
  '  };',
];

const document = documentSchema.parse(JSON.parse(JSON.stringify(openApi())));
const operations = Object.entries(document.paths)
  .filter(([path]) => path.startsWith('/api/'))
  .flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put'].includes(method))
      .map(([method, each]) => ({ method, path, operation: operationSchema.parse(each) })),
  );
const made = [
  '// Made by bin/client.ts from the schemas of the API; do not edit.',
  'export interface Schemas {',
  ...Object.entries(document.components.schemas).map(([name, schema]) => `  ${quoted(name)}: ${typeOf(schema)};`),
  '}',
  '',
  '/** Every operation of the private API by its operationId: where it is, what it takes, and what it answers by status. */',
  'export interface Operations {',
  ...operations.flatMap(({ method, path, operation }) => lines(method, path, operation)),
  '}',
  '',
  "export const places: { [Name in keyof Operations]: [Operations[Name]['method'], Operations[Name]['path']] } = {",
  ...operations.map(({ method, path, operation }) => `  ${quoted(operation.operationId)}: ['${method.toUpperCase()}', '${path}'],`),
  '};',
  '',
].join('\n');

const target = new URL('../client/operations.ts', import.meta.url);
if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) {
  console.error('client/operations.ts is not what the schemas say. Run: npm run client');
  process.exit(1);
}
