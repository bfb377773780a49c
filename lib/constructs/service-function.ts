import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { bundleDirectory } from '../bundles.ts';
import type { FunctionSpec, Grant } from '../functions/spec.ts';
import type { Settings } from '../settings.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { EmailSending } from './email-sending.ts';
import { tableStatement } from './table-grants.ts';

/** What functions are given, each its part. */
export interface Surroundings {
  settings: Settings;
  table: ITableV2;
  linkSecret: ISecret;
  email: EmailSending;
  sessionSecret: ISecret;
  /** Where the bundles stand. */
  bundles: string;
}

/** One Lambda with a role, a log and permissions of its own; and a dead-letter queue where nobody waits for it. */
export class ServiceFunction extends Construct {
  readonly spec: FunctionSpec;
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;
  readonly deadLetters: DeadLetterQueue | undefined;

  constructor(scope: Construct, spec: FunctionSpec, around: Surroundings) {
    super(scope, spec.name);
    this.spec = spec;
    this.deadLetters = spec.trigger ? new DeadLetterQueue(this, 'DeadLetters') : undefined;
    this.log = new LogGroup(this, 'Log', { retention: RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    this.lambda = this.createFunction(around);
    for (const grant of spec.grants) this.lambda.addToRolePolicy(statement(grant, around));
  }

  private createFunction(around: Surroundings): LambdaFunction {
    // A role of our own: the managed execution policy would let each function write every log in the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(role);
    return new LambdaFunction(this, 'Function', {
      description: this.spec.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleDirectory(around.bundles, this.spec.name)),
      handler: 'index.handler',
      memorySize: this.spec.memoryMegabytes,
      timeout: Duration.seconds(this.spec.timeoutSeconds),
      environment: environment(this.spec, around),
      deadLetterQueue: this.deadLetters,
      logGroup: this.log,
      role,
    });
  }
}

function environment(spec: FunctionSpec, around: Surroundings): Record<string, string> {
  const sends = { CONFIGURATION_SET: around.email.configurationSet.configurationSetName, EMAIL_FROM: around.email.from };
  return {
    TABLE_NAME: around.table.tableName,
    PUBLIC_URL: around.settings.publicUrl,
    COUNCIL_ID: around.settings.councilId,
    POWERTOOLS_SERVICE_NAME: spec.name,
    ...(spec.grants.includes('read-link-secret') ? { LINK_SECRET_ID: around.linkSecret.secretArn } : {}),
    ...(spec.grants.includes('send-email') ? sends : {}),
    ...(spec.grants.includes('sign-people-in') ? signIn(around) : {}),
  };
}

function signIn({ settings, sessionSecret }: Surroundings): Record<string, string> {
  const { issuer, webClientId, webClientScope, webClientSecretArn, audience } = settings;
  return {
    SESSION_SECRET_ID: sessionSecret.secretArn,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: webClientId ?? audience,
    OIDC_SCOPE: webClientScope,
    ...(webClientSecretArn ? { OIDC_CLIENT_SECRET_ID: webClientSecretArn } : {}),
  };
}

function statement(grant: Grant, around: Surroundings): PolicyStatement {
  if (grant === 'send-email') return around.email.sendStatement();
  if (grant === 'read-link-secret')
    return new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [around.linkSecret.secretArn] });
  if (grant === 'sign-people-in')
    return new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [around.sessionSecret.secretArn, ...[around.settings.webClientSecretArn ?? []].flat()] });
  return tableStatement(grant, around.table);
}
