import { describe, expect, it } from 'vitest';
import { flattenClaims } from '../../bin/local/issuer.ts';
import { matchRoute, readRoutes } from '../../bin/local/route-table.ts';

describe('the claims a handler sees', () => {
  it('are strings every one, and a list is printed as API Gateway prints it', () => {
    const claims = { sub: 'o1', roles: ['officer', 'clerk'], exp: 1795334798, email_verified: true, empty: [], address: { town: 'Dover' } };
    expect(flattenClaims(claims)).toEqual({
      sub: 'o1',
      roles: '[officer clerk]',
      exp: '1795334798',
      email_verified: 'true',
      empty: '[]',
      address: 'map[town:Dover]',
    });
  });
});

describe('a path', () => {
  const keys = [
    'GET /',
    'GET /api/proposals',
    'POST /api/proposals',
    'POST /api/proposals/{id}/submit',
    'GET /api/proposals/{id}',
    'POST /api/proposals/check',
    'POST /api/proposals/{id}',
  ];
  const routes = readRoutes({
    routes: keys.map((RouteKey, position) => ({ logicalId: `${position}`, RouteKey, AuthorizationType: 'NONE', Target: RouteKey })),
    integrations: keys.map((RouteKey) => ({ logicalId: RouteKey, IntegrationUri: `function of ${RouteKey}`, PayloadFormatVersion: '2.0' })),
  });

  it.each([
    ['GET', '/', 'GET /', {}],
    ['POST', '/api/proposals/check', 'POST /api/proposals/check', {}],
    ['POST', '/api/proposals/p1', 'POST /api/proposals/{id}', { id: 'p1' }],
    ['GET', '/api/proposals/check', 'GET /api/proposals/{id}', { id: 'check' }],
    ['POST', '/api/proposals/a%20b/submit', 'POST /api/proposals/{id}/submit', { id: 'a b' }],
  ])('%s %s finds %s', (method, path, routeKey, pathParameters) => {
    const match = matchRoute(routes, method, path);
    expect(match).toMatchObject({ route: { routeKey, functionId: `function of ${routeKey}` }, pathParameters });
  });

  it.each([
    ['DELETE', '/api/proposals/p1'],
    ['GET', '/api/proposals/p1/steps'],
    ['GET', '/api/proposals/'],
    ['POST', '/'],
  ])('%s %s finds nothing', (method, path) => {
    expect(matchRoute(routes, method, path)).toBeUndefined();
  });

  it.each([
    ['DELETE', '/api/proposals/p1'],
    ['GET', '/notices/'],
  ])('%s %s finds the route for the rest, where there is one', (method, path) => {
    const [rest] = readRoutes({
      routes: [{ logicalId: 'rest', RouteKey: '$default', AuthorizationType: 'NONE', Target: 'rest' }],
      integrations: [{ logicalId: 'rest', IntegrationUri: 'function of the rest', PayloadFormatVersion: '2.0' }],
    });
    expect(rest && matchRoute([...routes, rest], method, path)).toEqual({ route: rest, pathParameters: {} });
  });
});
