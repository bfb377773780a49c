import { describe, expect, it } from 'vitest';
import { openApi } from '../../functions/api/open-api.ts';

type Schema = {
  $ref?: string;
  type?: string;
  maxItems?: number;
  items?: Schema;
  enum?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
};
type Described = {
  paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
};

const { paths, components } = openApi() as unknown as Described;
const named = (schema: Schema): Schema => (schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema);

/** Where in a body a list stands that may be of any length; one of a few words apart, which no request may hold five hundred times. */
const endless = (given: Schema, path: string): string[] => {
  const schema = named(given);
  const { type, maxItems, items, anyOf = [], oneOf = [], allOf = [], properties = {} } = schema;
  return [
    ...(type === 'array' && maxItems === undefined && !items?.enum ? [path] : []),
    ...(items ? endless(items, `${path}.0`) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((each) => endless(each, path)),
    ...Object.entries(properties).flatMap(([name, each]) => endless(each, `${path}.${name}`)),
  ];
};

describe('Every list that the API may be sent', () => {
  it('has an end: each fault of a quarter of a million things would be told, in more than Lambda carries', () => {
    const bodies = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        Object.values(requestBody?.content ?? {}).map(({ schema }) => ({ schema, at: `${method} ${path} ` })),
      ),
    );
    expect(bodies.length).toBeGreaterThan(20);
    expect(bodies.flatMap(({ schema, at }) => endless(schema, at))).toEqual([]);
  });
});
