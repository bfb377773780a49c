/** A JSON Schema, draft 4, as far as the Open Contracting schemas use it. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minLength?: number;
  minItems?: number;
  minProperties?: number;
  uniqueItems?: boolean;
  definitions?: Record<string, JsonSchema>;
  id?: string;
};

export type SchemaFault = { path: string; message: string };

type At = { path: string; root: JsonSchema; others: ReadonlyMap<string, JsonSchema> };

const typeOf = (value: unknown): string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
};

const formats: Record<string, (text: string) => boolean> = {
  uri: (text) => URL.canParse(text),
  'date-time': (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
};

const textFaults = (schema: JsonSchema, text: string): string[] => [
  ...(schema.minLength !== undefined && text.length < schema.minLength ? ['is too short'] : []),
  ...(schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text) ? [`does not match ${schema.pattern}`] : []),
  ...(schema.format !== undefined && formats[schema.format]?.(text) === false ? [`is not a ${schema.format}`] : []),
];

const ownFaults = (schema: JsonSchema, value: unknown): string[] => {
  const types = schema.type === undefined ? null : [schema.type].flat();
  if (types && !typeOf(value).some((type) => types.includes(type))) return [`is ${typeOf(value)[0]}, not ${types.join(' or ')}`];
  const listed = schema.enum && !schema.enum.includes(value) ? ['is not one of the codes allowed'] : [];
  if (typeof value === 'string') return [...listed, ...textFaults(schema, value)];
  if (!Array.isArray(value)) return listed;
  const few = schema.minItems !== undefined && value.length < schema.minItems ? ['has too few items'] : [];
  const twice = schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length ? ['has an item twice'] : [];
  return [...listed, ...few, ...twice];
};

const objectFaults = (schema: JsonSchema, value: Record<string, unknown>, at: At): SchemaFault[] => {
  const missing = (schema.required ?? [])
    .filter((key) => value[key] === undefined)
    .map((key) => ({ path: `${at.path}/${key}`, message: 'is missing' }));
  const empty =
    schema.minProperties !== undefined && Object.keys(value).length < schema.minProperties
      ? [{ path: at.path, message: 'has too few properties' }]
      : [];
  const parts = Object.entries(schema.properties ?? {}).filter(([key]) => value[key] !== undefined);
  return [...missing, ...empty, ...parts.flatMap(([key, part]) => check(part, value[key], { ...at, path: `${at.path}/${key}` }))];
};

const referred = (reference: string, at: At): { schema: JsonSchema; root: JsonSchema } => {
  const local = /^#\/definitions\/(.+)$/.exec(reference)?.[1];
  const schema = local === undefined ? at.others.get(reference) : at.root.definitions?.[local];
  if (!schema) throw new Error(`The schema refers to ${reference}, which is not at hand`);
  return { schema, root: local === undefined ? schema : at.root };
};

const check = (schema: JsonSchema, value: unknown, at: At): SchemaFault[] => {
  if (schema.$ref !== undefined) {
    const found = referred(schema.$ref, at);
    return check(found.schema, value, { ...at, root: found.root });
  }
  const own = ownFaults(schema, value).map((message) => ({ path: at.path, message }));
  if (Array.isArray(value))
    return [
      ...own,
      ...(schema.items ? value.flatMap((item, index) => check(schema.items ?? {}, item, { ...at, path: `${at.path}/${index}` })) : []),
    ];
  return value !== null && typeof value === 'object' ? [...own, ...objectFaults(schema, value as Record<string, unknown>, at)] : own;
};

/**
 * Everything in a value that a published Open Contracting schema does not allow. `others` are the schemas that it refers to,
 * by their ids; one that is not at hand throws, since a check left out would look like one passed. Unknown fields are allowed,
 * as the standard has it.
 */
export const publishedSchemaFaults = (schema: JsonSchema, value: unknown, others: JsonSchema[] = []): SchemaFault[] =>
  check(schema, value, { path: '', root: schema, others: new Map(others.flatMap((each) => (each.id ? [[each.id, each]] : []))) });
