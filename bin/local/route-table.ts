import type { Wiring } from './wiring.ts';

export interface LocalRoute {
  routeKey: string;
  method: string;
  segments: string[];
  functionId: string;
  /** The authorizer that guards it; nothing for a public route. */
  authorizerId: string | undefined;
}
export interface Match {
  route: LocalRoute;
  pathParameters: Record<string, string>;
}

const theRest = '$default';

/** The template's routes, most particular first. */
export function readRoutes({ routes, integrations }: Pick<Wiring, 'routes' | 'integrations'>): LocalRoute[] {
  const functions = new Map(integrations.map((integration) => [integration.logicalId, integration.IntegrationUri]));
  const read = routes.map(({ RouteKey, Target, AuthorizationType, AuthorizerId }) => {
    const [method = '', path = ''] = RouteKey.split(' ');
    const authorizerId = AuthorizationType === 'JWT' ? AuthorizerId : undefined;
    return { routeKey: RouteKey, method, segments: path.split('/').slice(1), functionId: functions.get(Target) ?? '', authorizerId };
  });
  return read.sort((one, other) => parameters(one) - parameters(other));
}

const isParameter = (segment: string) => segment.startsWith('{');
const parameters = (route: LocalRoute) => route.segments.filter(isParameter).length;

/**
 * The route API Gateway would choose: a written segment before a parameter, and where no path fits the one for the rest, if there is one.
 */
export function matchRoute(routes: readonly LocalRoute[], method: string, path: string): Match | undefined {
  const segments = path.split('/').slice(1);
  for (const route of routes) {
    const pathParameters = route.method === method ? fitted(route.segments, segments) : undefined;
    if (pathParameters) return { route, pathParameters };
  }
  const rest = routes.find(({ routeKey }) => routeKey === theRest);
  return rest && { route: rest, pathParameters: {} };
}

function fitted(wanted: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  if (wanted.length !== given.length) return undefined;
  const pathParameters: Record<string, string> = {};
  for (const [position, segment] of wanted.entries()) {
    const value = given[position] ?? '';
    if (!isParameter(segment) ? segment !== value : value === '') return undefined;
    if (isParameter(segment)) pathParameters[segment.slice(1, -1)] = decode(value);
  }
  return pathParameters;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
