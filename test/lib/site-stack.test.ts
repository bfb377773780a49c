import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../lib/functions.ts';
import { readSettings } from '../../lib/settings.ts';
import { SiteStack, siteRegion } from '../../lib/site-stack.ts';
import { settings, synthesiseStacks } from './stacks.ts';

const site = {
  certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/0a-1b',
  apiHost: 'abc123.execute-api.eu-west-2.amazonaws.com',
};
const app = new App();
const stack = new SiteStack(app, 'site', { env: { region: siteRegion }, name: 'clear-days-test', publicUrl: settings.publicUrl, site });
const template = Template.fromStack(stack);

const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution')).map(
  ({ Properties }) => Properties.DistributionConfig,
);
// The fields of a standard log, as CloudFront's guide lists them; a delivery with another is refused.
const standardLogFields =
  'date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end'.split(
    ' ',
  );

type Behaviour = {
  PathPattern?: string;
  CachePolicyId: unknown;
  OriginRequestPolicyId?: string;
  AllowedMethods: string[];
  ViewerProtocolPolicy: string;
  ResponseHeadersPolicyId: unknown;
};
const kept: Behaviour[] = distribution?.CacheBehaviors ?? [];
const otherwise: Behaviour = distribution?.DefaultCacheBehavior;

// As CloudFront matches: the whole path, a star for any characters, and the first pattern that fits.
const behaviourOf = (path: string): Behaviour =>
  kept.find(({ PathPattern = '' }) => new RegExp(`^${PathPattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path)) ?? otherwise;

// AWS's own policies: CachingDisabled, and AllViewerExceptHostHeader.
const keepsNothing = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('what is kept at the edge', () => {
  const routes = catalogue.flatMap(({ routes }) => routes);
  const personal = /^\/(api|desk|respond|contract-alerts|subscriptions|verify|health)(\/|$)/;

  it('is every open page of the register, and nothing that asks who somebody is, takes an answer or carries a link', () => {
    for (const { path, method, access } of routes) {
      const isKept = behaviourOf(path.replaceAll(/\{\w+\}/g, 'x')).CachePolicyId !== keepsNothing;
      expect(isKept, `${method} ${path}`).toBe(access === 'public' && !personal.test(path));
    }
  });

  it('takes no form and no command: those go to the API, with tokens and cookies', () => {
    for (const behaviour of kept) expect(behaviour).toMatchObject({ AllowedMethods: ['GET', 'HEAD'] });
    expect(otherwise).toMatchObject({ CachePolicyId: keepsNothing, OriginRequestPolicyId: allButHost });
    expect(otherwise.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']));
    for (const { method, path } of routes.filter(({ method }) => method !== 'GET' && method !== 'HEAD'))
      expect(behaviourOf(path.replaceAll(/\{\w+\}/g, 'x')).AllowedMethods, path).toContain(method);
  });

  it('is kept as long as the page says and not at all where it says nothing; each filter and each form of a page apart, and for nobody in particular', () => {
    const [policy] = Object.values(template.findResources('AWS::CloudFront::CachePolicy')).map(
      ({ Properties }) => Properties.CachePolicyConfig,
    );
    expect(policy).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept'] },
        CookiesConfig: { CookieBehavior: 'none' },
        EnableAcceptEncodingGzip: true,
        EnableAcceptEncodingBrotli: true,
      },
    });
  });

  it('is never a fault', () => {
    for (const { ErrorCachingMinTTL } of distribution?.CustomErrorResponses ?? []) expect(ErrorCachingMinTTL).toBe(0);
    expect(distribution?.CustomErrorResponses).toHaveLength(10);
  });
});

describe('the way there', () => {
  it('is TLS 1.2 or later on both sides, under the council’s own name', () => {
    expect(distribution?.ViewerCertificate).toMatchObject({
      AcmCertificateArn: site.certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
    expect(distribution?.Aliases).toEqual([new URL(settings.publicUrl).hostname]);
    expect(distribution?.Origins[0]).toMatchObject({
      DomainName: site.apiHost,
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
    });
    for (const behaviour of [...kept, otherwise]) expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it('adds what a page does not say for itself, and takes nothing away that it says', () => {
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: false },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: false },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: false },
        },
      },
    });
    for (const behaviour of [...kept, otherwise])
      expect(behaviour.ResponseHeadersPolicyId).toEqual({ Ref: expect.stringContaining('SecurityHeaders') });
  });

  it('is logged without the path, which holds the link that signs', () => {
    const [delivery] = Object.values(template.findResources('AWS::Logs::Delivery')).map(({ Properties }) => Properties);
    expect(delivery?.RecordFields).toContain('sc-status');
    expect(delivery?.RecordFields.filter((field: string) => !standardLogFields.includes(field))).toEqual([]);
    expect(delivery?.RecordFields.filter((field: string) => /uri|query|referer|cookie|host/.test(field))).toEqual([]);
    expect(distribution?.Logging).toBeUndefined();
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 180 });
  });
});

it('holds nothing that cdk-nag finds against AWS’s own rules and nobody has given a reason for', () => {
  expect(new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

describe('an environment', () => {
  it('has it once it says what stands before the API, and none before', () => {
    expect(synthesiseStacks({ site }).app.node.tryFindChild('clear-days-test-site')).toBeDefined();
    expect(synthesiseStacks().app.node.tryFindChild('clear-days-test-site')).toBeUndefined();
  });

  it.each([
    [
      'a certificate of another region',
      { ...site, certificateArn: site.certificateArn.replace('us-east-1', 'eu-west-2') },
      'Give the ARN of a certificate in us-east-1',
    ],
    ['an address for a host', { ...site, apiHost: `https://${site.apiHost}` }, 'Give the host of ApiEndpoint'],
  ])('is refused with %s', (_, wrong, words) => expect(() => readSettings({ ...settings, site: wrong })).toThrow(words));
});
