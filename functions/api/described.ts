/** What the API page reads of the OpenAPI description. */
export type Described = {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, DescribedSchema> };
};

export type DescribedOperation = {
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; required: boolean; description?: string }[];
  requestBody?: { content: Record<string, { schema?: DescribedSchema }> };
  responses: Record<string, { description: string }>;
};

export type DescribedSchema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, DescribedSchema>;
  required?: string[];
  enum?: unknown[];
  items?: DescribedSchema;
  anyOf?: DescribedSchema[];
  oneOf?: DescribedSchema[];
  const?: unknown;
};
