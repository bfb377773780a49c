import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route } from '../functions/spec.ts';
import type { Settings } from '../settings.ts';
import type { ServiceFunction } from './service-function.ts';

/** A council's whole staff at once stays well below this; a flood does not. */
const throttle = { rateLimit: 100, burstLimit: 200 };

/** The HTTP API: what is private behind the council's own sign-in, what is public open to all, all of it logged. */
export class CouncilApi extends Construct {
  readonly api: HttpApi;
  private readonly authorizer: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.authorizer = new HttpJwtAuthorizer('CouncilSignIn', settings.issuer, { jwtAudience: [settings.audience] });
    this.api = new HttpApi(this, 'Http', {
      description: 'Executive decisions: proposals, notices, records, links.',
      createDefaultStage: false,
      ...(settings.webOrigins.length > 0 ? { corsPreflight: cors(settings.webOrigins) } : {}),
    });
    const destination = new LogGroup(this, 'AccessLog', { retention: RetentionDays.SIX_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(destination), format: accessLogFormat },
    });
  }

  /** Routes every path of a function to it, each with the access its catalogue entry names, and to one of them what has no route. */
  serve(served: ServiceFunction): void {
    const integration = new HttpLambdaIntegration(served.spec.name, served.live, { scopePermissionToRoute: false });
    for (const route of served.spec.routes) this.addRoute(route, integration);
    if (served.spec.answersTheRest)
      open(
        new HttpRoute(this, 'Rest', {
          httpApi: this.api,
          routeKey: HttpRouteKey.DEFAULT,
          integration,
          authorizer: new HttpNoneAuthorizer(),
        }),
      );
  }

  private addRoute(route: Route, integration: HttpLambdaIntegration): void {
    const authorizer = route.access === 'jwt' ? this.authorizer : new HttpNoneAuthorizer();
    const added = this.api.addRoutes({ path: route.path, methods: [HttpMethod[route.method]], integration, authorizer });
    if (route.access === 'public') added.forEach(open);
  }
}

const open = (route: HttpRoute): void =>
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Open by design: the public register and pages, a link that carries its own signature, or an address that is none.',
  });

/** The link in a path signs a decision, so the log keeps the route and never the path. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    ip: '$context.identity.sourceIp',
    subject: '$context.authorizer.claims.sub',
    error: '$context.authorizer.error',
  }),
);

function cors(allowOrigins: string[]) {
  return {
    allowOrigins,
    allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'],
    exposeHeaders: ['etag', 'location'],
  };
}
