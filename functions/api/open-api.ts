import { components, type Json, jsonSchema } from './components.ts';
import { alertLinkOperations } from './link-operations.ts';
import { csvHeadings, inWords } from './field-words.ts';
import type { Operation } from './operation.ts';
import { privateContractOperations } from './private-contract-operations.ts';
import { privateOperations } from './private-operations.ts';
import { problemResponse } from './problem.schema.ts';
import { publicContractOperations } from './public-contract-operations.ts';
import { publicOperations } from './public-operations.ts';
import { headerComponents, toldWith } from './response-headers.ts';

const titles: Record<number, string> = {
  400: 'What was sent is wrong: every fault is named',
  401: 'No token, or one that is not good',
  403: 'Not this role, or not your proposal',
  404: 'Not found',
  409: 'Refused by a rule: its name, source and facts',
  412: 'Somebody changed it since you read it',
  413: 'Over 256 KiB',
  415: 'Not JSON',
  428: 'If-Match is needed',
  429: 'Too many requests',
  503: 'Too much is asked at once: send the same again',
};

// API Gateway itself turns away who has no token and who asks too often, and says that nothing answers, in words of its own.
const byTheGateway = {
  'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] } },
};

// Who reads a public address in a browser is told with a page that there is nothing at it.
const problem = (status: number, operation: Operation): Json => ({
  description: titles[status],
  ...toldWith(operation, status),
  content: {
    'application/problem+json': { schema: jsonSchema(problemResponse, 'output') },
    ...(status === 404 && operation.roles === 'anybody' ? { 'text/html': {} } : {}),
    ...(status === 401 || status === 429 || status === 503 ? byTheGateway : {}),
  },
});

const answer = (operation: Operation, status: number): Json => {
  const { words = '', schema, types = ['application/json'] } = operation.answers[status] ?? {};
  const told = { description: words, ...toldWith(operation, status) };
  return status === 304
    ? told
    : {
        ...told,
        content: Object.fromEntries(
          types.map((type) => [type, schema && type.includes('json') ? { schema: jsonSchema(schema, 'output') } : {}]),
        ),
      };
};

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

const queryParameters = ({ id, query }: Operation) => {
  if (!query) return [];
  const { properties = {}, required = [] } = inWords(id, jsonSchema(query, 'input')) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema,
  }));
};

const header = (name: string, description: string, required = false) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const idempotency = [
  'Your own word for this request, 1 to 255 visible ASCII characters: for seven days the same body, compared as JSON, answers the same thing again.',
  'Another body is refused. What was refused keeps no key.',
].join(' ');

const headers = ({ method, roles, problems }: Operation) => [
  ...(method !== 'get' && roles !== 'anybody' ? [header('Idempotency-Key', idempotency)] : []),
  ...(method === 'put' ? [header('If-Match', 'The ETag you read, in its quotation marks, one only; or * for any version', true)] : []),
  ...(method === 'post' && problems.includes(412)
    ? [header('If-Match', 'The ETag you read, one only; what has changed since is then refused')]
    : []),
];

const body = ({ id, request, form, csv }: Operation): Json => {
  if (form)
    return { requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: jsonSchema(form, 'input') } } } };
  if (!request) return {};
  const file = csv ? { 'text/csv': { schema: { type: 'string', description: csvHeadings } } } : {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: inWords(id, jsonSchema(request, 'input')) }, ...file } },
  };
};

const described = (operation: Operation): Json => {
  const { id, summary, roles, path, answers, problems } = operation;
  const who = roles === 'anybody' ? 'Public: no token.' : `For: ${roles.join(', ')}.`;
  const told = Object.keys(answers).map((status) => [status, answer(operation, Number(status))]);
  return {
    operationId: id,
    summary,
    description: who,
    ...(roles === 'anybody' ? { security: [] } : { 'x-roles': roles }),
    parameters: [...pathParameters(path), ...queryParameters(operation), ...headers(operation)],
    ...body(operation),
    responses: { ...Object.fromEntries(told), ...Object.fromEntries(problems.map((status) => [status, problem(status, operation)])) },
  };
};

/** Every operation that the API has. */
export const operations: Operation[] = [
  ...privateOperations,
  ...privateContractOperations,
  ...publicOperations,
  ...publicContractOperations,
  ...alertLinkOperations,
];

/** The whole API as OpenAPI 3.1, made from the very schemas that the functions parse with. */
export const openApi = (): Json => {
  const paths: Record<string, Json> = {};
  for (const operation of operations) paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clear Days',
      version: '1.0.0',
      description: [
        'Executive procurement decisions of an English council. Dates are Europe/London, instants UTC, money integer pence.',
        'Text is plain, trimmed, never blank, and shown as text everywhere; dates that are sent lie from 1990 to 2199; a field that there is not is refused.',
        'A 400 names every fault by its path in what was sent, parts apart by dots and counted from 0, as in contracts.0.end; what is missing has the path it should have, and a path of nothing is the whole.',
        'Lists go on at next until it is null. Under /api what a query may not ask is refused; a public address passes over a parameter that it does not know.',
        'Every address can answer 429 where too many ask at once, in the gateway’s words, and 500 where the fault is ours: a problem with the correlation id to quote.',
        'Under /api each answer but the gateway’s own has it as X-Correlation-Id; one that you send (8 to 64 letters, digits, - and _) is kept.',
      ].join(' '),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ council: [] }],
    paths,
    components: {
      securitySchemes: {
        council: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'From the council’s identity provider, with a roles claim',
        },
      },
      headers: headerComponents(),
      schemas: components(),
    },
  };
};
