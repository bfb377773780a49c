import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { behaviours } from './constructs/site-caching.ts';
import { SiteLog } from './constructs/site-log.ts';
import type { Settings } from './settings.ts';

export interface SiteStackProps extends StackProps {
  /** What the name of the log begins with. */
  name: string;
  publicUrl: string;
  site: NonNullable<Settings['site']>;
}

/** CloudFront takes certificates, and gives its log with chosen fields, in this region only. */
export const siteRegion = 'us-east-1';

const faults = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/**
 * CloudFront before the API: the public register is read from the edge, everything else goes through. Nothing of it remembers anything but
 * what the origin lets it.
 */
export class SiteStack extends Stack {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { name, publicUrl, site, ...props }: SiteStackProps) {
    super(scope, id, props);
    const origin = new HttpOrigin(site.apiHost, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
    });
    const { otherwise, kept } = behaviours(this, origin);
    this.distribution = new Distribution(this, 'Site', {
      comment: `${name}: the public register and the pages people use.`,
      defaultBehavior: otherwise,
      additionalBehaviors: kept,
      domainNames: [new URL(publicUrl).hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', site.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      // CloudFront would keep a fault for ten seconds, of a link too.
      errorResponses: faults.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ...(site.webAclArn ? { webAclId: site.webAclArn } : {}),
    });
    new SiteLog(this, 'Log', { name, distribution: this.distribution });
    this.giveReasons(site);
    new CfnOutput(this, 'SiteDomain', {
      value: this.distribution.distributionDomainName,
      description: 'Point the name of the public URL here.',
    });
  }

  private giveReasons({ webAclArn }: SiteStackProps['site']): void {
    const acknowledge = (id: string, reason: string) => Validations.of(this.distribution).acknowledge({ id: `AwsSolutions-${id}`, reason });
    acknowledge('CFR1', 'The register is for everybody, wherever they are.');
    acknowledge('CFR3', 'Logged by a delivery of its own, which can leave out the path: a link in it signs a decision.');
    if (!webAclArn) acknowledge('CFR2', 'The API behind it is throttled; a council with a web ACL of its own names it in webAclArn.');
  }
}
