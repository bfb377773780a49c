import description from '../../docs/openapi.json' with { type: 'json' };
import rules from '../../docs/rules.json' with { type: 'json' };
import { rulesPage } from '../../functions/api/rules.page.tsx';

type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
};
type Operation = { responses: Record<string, { content?: Record<string, { schema?: Schema }>; headers?: Record<string, unknown> }> };
export type Description = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

/** What came over the wire, in answer to what. */
export type Heard = { method: string; path: string; status: number; contentType: string; text: string; headers?: Headers };

const described = description as unknown as Description;

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const isOf = (type: string, value: unknown): boolean => (type === 'integer' ? Number.isInteger(value) : type === kindOf(value));

const formats: Record<string, RegExp> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
  uri: /^[a-z][a-z0-9+.-]*:/i,
  email: /^\S+@\S+$/,
};

const boundFaults = (schema: Schema, value: unknown): string[] => {
  const size =
    typeof value === 'number' ? value : Array.isArray(value) ? value.length : typeof value === 'string' ? [...value].length : null;
  const least = schema.minimum ?? schema.minLength ?? schema.minItems;
  const most = schema.maximum ?? schema.maxLength ?? schema.maxItems;
  if (size === null) return [];
  return [
    ...(least !== undefined && size < least ? [`${size} is under ${least}`] : []),
    ...(most !== undefined && size > most ? [`${size} is over ${most}`] : []),
  ];
};

const textFaults = ({ pattern, format }: Schema, text: string): string[] => [
  ...(pattern !== undefined && !new RegExp(pattern, 'u').test(text) ? [`"${text.slice(0, 60)}" does not match ${pattern}`] : []),
  ...(format !== undefined && formats[format]?.test(text) === false ? [`"${text.slice(0, 60)}" is no ${format}`] : []),
];

const fieldFaults = (schema: Schema, value: Record<string, unknown>, at: string, of: Description): string[] => {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}/${name} is missing`);
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const known = properties[name] ?? (typeof more === 'object' ? more : undefined);
    if (known) return schemaFaults(known, part, `${at}/${name}`, of);
    return more === false ? [`${at}/${name} is not described`] : [];
  });
  return [...missing, ...parts];
};

const unionFaults = (forms: Schema[], value: unknown, at: string, of: Description): string[] => {
  const each = forms.map((form) => schemaFaults(form, value, at, of));
  return each.some((faults) => faults.length === 0) ? [] : (each.toSorted((a, b) => b.length - a.length).at(-1) ?? []).slice(0, 5);
};

/** Everything in a value that its schema does not allow, with its place. As much of JSON Schema (2020-12) as the description uses. */
export const schemaFaults = (schema: Schema, value: unknown, at: string, of: Description = described): string[] => {
  if (schema.$ref) return schemaFaults(of.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, value, at, of);
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return unionFaults(forms, value, at, of);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [`${at} is ${kindOf(value)}, not ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}, which is not listed`];
  if ('const' in schema && schema.const !== value) return [`${at} is ${JSON.stringify(value)}, not ${JSON.stringify(schema.const)}`];
  const own = [...boundFaults(schema, value), ...(typeof value === 'string' ? textFaults(schema, value) : [])].map(
    (fault) => `${at}: ${fault}`,
  );
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => (schema.items ? schemaFaults(schema.items, item, `${at}/${index}`, of) : []))];
  return value !== null && typeof value === 'object' ? [...own, ...fieldFaults(schema, value as Record<string, unknown>, at, of)] : own;
};

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path);

// A decision is told in the form that its address ends in, and a contract as data.
const plainly = (path: string): string =>
  path.replace(/^(\/decisions\/\d\d\/\d{5})\.[a-z.]+$/, '$1').replace(/^(\/contracts\/[^/]+)\.json$/, '$1');

const operationOf = ({ method, path }: Heard, { paths }: Description): Operation | undefined => {
  const [bare = ''] = plainly(path.split('?')[0] ?? '').split('#');
  const template = Object.hasOwn(paths, bare) ? bare : Object.keys(paths).find((each) => each.includes('{') && matches(each, bare));
  return template ? paths[template]?.[method.toLowerCase()] : undefined;
};

// An address longer than the gateway takes never comes to the API.
const isTooLong = ({ path, status }: Heard): boolean => status === 431 && path.length > 9000;

const explained = rulesPage(rules);

// What the `type` of a problem points to stands on the page that it names.
const unexplained = ({ contentType, text }: Heard): string[] => {
  if (!contentType.startsWith('application/problem+json') || text === '') return [];
  const { type } = JSON.parse(text) as { type: string };
  const [, name = ''] = /\/docs\/problems#([a-z0-9-]+)$/.exec(type) ?? [];
  return explained.includes(` id="${name}"`) ? [] : [`the problem ${type} is not explained`];
};

// What tells whoever asked where to go on, when to ask again, and what to name the next time.
const telling = ['Content-Disposition', 'ETag', 'Link', 'Location', 'Retry-After', 'WWW-Authenticate'];

/**
 * Everything in an answer that the API's description does not have come: its status, its telling headers, its media type, its fields.
 * Nothing where the address is none of the API's.
 */
export const undescribed = (heard: Heard, of: Description = described): string[] => {
  const operation = operationOf(heard, of);
  if (!operation || isTooLong(heard)) return [];
  const where = `${heard.method} ${heard.path}: ${heard.status}`;
  const response = operation.responses[heard.status];
  if (!response) return [`${where} is not described`];
  const untold = telling.filter((name) => heard.headers?.has(name) && !response.headers?.[name]);
  if (untold.length > 0) return [`${where} has ${untold.join(' and ')}, which is not described`];
  const type = heard.contentType.split(';')[0]?.trim() ?? '';
  if (heard.text === '' || !response.content) return [];
  const content = response.content[type];
  if (!content) return [`${where} is ${type}, where ${Object.keys(response.content).join(' or ')} is described`];
  if (!content.schema || !/json$/.test(type)) return [];
  return [...schemaFaults(content.schema, JSON.parse(heard.text), where, of), ...unexplained(heard)];
};
