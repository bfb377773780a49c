import { describe, expect, it } from 'vitest';
import { type Description, type Heard, undescribed } from './described.ts';

const of = {
  paths: {
    '/things/{id}': {
      get: {
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } }, 'text/html': {} } },
          304: {},
          412: { content: { 'application/problem+json': { schema: {} } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'state'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', pattern: '^[a-z]+$' },
          state: { anyOf: [{ type: 'null' }, { enum: ['open'] }] },
          on: { type: 'string', format: 'date' },
          parts: { type: 'array', items: { type: 'integer', minimum: 1 } },
        },
      },
    },
  },
} as unknown as Description;

const heard = (body: unknown, over: Partial<Heard> = {}) =>
  undescribed(
    {
      method: 'GET',
      path: '/things/a?x=1',
      status: 200,
      contentType: 'application/json; charset=utf-8',
      text: JSON.stringify(body),
      ...over,
    },
    of,
  );

describe('An answer', () => {
  it('that is described has no fault, nor has one that the API does not give', () => {
    expect(heard({ id: 'a', state: null, on: '2026-02-29', parts: [1] })).toEqual([]);
    expect(heard({ id: 'a', state: 'open' })).toEqual([]);
    expect(heard(null, { status: 304, text: '' })).toEqual([]);
    expect(heard('<p>', { contentType: 'text/html' })).toEqual([]);
    expect(heard({}, { path: '/elsewhere' })).toEqual([]);
  });
  it.each([
    ['of another status', {}, { status: 409 }, 'GET /things/a?x=1: 409 is not described'],
    [
      'of another type',
      {},
      { contentType: 'text/csv' },
      'GET /things/a?x=1: 200 is text/csv, where application/json or text/html is described',
    ],
    [
      'with a header that tells what to do next',
      {},
      { headers: new Headers({ link: '</things?cursor=x>; rel="next"' }) },
      'GET /things/a?x=1: 200 has Link, which is not described',
    ],
    ['without a field', { id: 'a' }, {}, 'GET /things/a?x=1: 200/state is missing'],
    ['with a field more', { id: 'a', state: null, more: 1 }, {}, 'GET /things/a?x=1: 200/more is not described'],
    ['of another form', { id: 'A', state: null }, {}, 'GET /things/a?x=1: 200/id: "A" does not match ^[a-z]+$'],
    ['with a word not listed', { id: 'a', state: 'shut' }, {}, 'GET /things/a?x=1: 200/state is "shut", which is not listed'],
    ['with a date that is none', { id: 'a', state: null, on: '21/11/2026' }, {}, 'GET /things/a?x=1: 200/on: "21/11/2026" is no date'],
    ['with part of a number', { id: 'a', state: null, parts: [1.5] }, {}, 'GET /things/a?x=1: 200/parts/0 is number, not integer'],
    ['with too small a number', { id: 'a', state: null, parts: [0] }, {}, 'GET /things/a?x=1: 200/parts/0: 0 is under 1'],
  ] as const)('%s is told', (_, body, over, fault) => expect(heard(body, over)).toEqual([fault]));
  it('that is a problem is told where nothing says what its type means', () => {
    const problem = (type: string) => heard({ type }, { status: 412, contentType: 'application/problem+json' });
    expect(problem('https://decisions.kent.example/docs/problems#notice-period')).toEqual([]);
    expect(problem('https://decisions.kent.example/docs/problems#no-such-rule')).toEqual([
      'the problem https://decisions.kent.example/docs/problems#no-such-rule is not explained',
    ]);
  });
});
