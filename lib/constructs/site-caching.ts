import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IOrigin,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** What anybody may read and the origin says for how long it may be kept. What is not named here is kept nowhere. */
const keptPaths = [
  '/',
  '/notices*',
  '/decisions*',
  '/contracts*',
  '/search*',
  '/changes',
  '/urgency-report',
  '/accessibility',
  '/sitemap.xml',
  '/robots.txt',
  '/docs*',
  '/openapi.json',
  '/heads/*',
  '/assets/*',
] as const;

/** As long as the origin says and no longer: nothing where it says nothing. A page, its data and its filters are kept apart. */
const asTheOriginSays = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'AsTheOriginSays', {
    comment: 'Honours Cache-Control; keeps nothing that says nothing.',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    // Every one of them and not a list: a filter that were missing from it would show one reader what another had asked for.
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept'),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });

/** Said for whatever does not say it for itself; each page brings a Content-Security-Policy of its own. */
const securityHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'SecurityHeaders', {
    securityHeadersBehavior: {
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: false },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
    },
  });

/**
 * How each path is answered: the public register from the edge while the origin lets it, all else by the origin every time, with all that
 * was sent.
 */
export const behaviours = (scope: Construct, origin: IOrigin): { otherwise: BehaviorOptions; kept: Record<string, BehaviorOptions> } => {
  const common = {
    origin,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    responseHeadersPolicy: securityHeaders(scope),
    compress: true,
  };
  const cachePolicy = asTheOriginSays(scope);
  const kept = { ...common, allowedMethods: AllowedMethods.ALLOW_GET_HEAD, cachePolicy };
  // Of all viewer's headers but Host, so that tokens, cookies and If-Match arrive and API Gateway knows itself.
  const otherwise = {
    ...common,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  };
  return { otherwise, kept: Object.fromEntries(keptPaths.map((path) => [path, kept])) };
};
