import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Code, Function as LambdaFunction, Runtime, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
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
  /** What the names of the functions begin with. */
  name: string;
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
  /** Fixed, so that whatever watches the function needs nothing of the stack that it stands in. */
  readonly name: string;
  readonly lambda: LambdaFunction;
  /** What everything calls: it is moved to a new version by degrees, and back. */
  readonly live: Alias;
  readonly log: LogGroup;
  readonly deadLetters: DeadLetterQueue | undefined;

  constructor(scope: Construct, spec: FunctionSpec, around: Surroundings) {
    super(scope, spec.name);
    this.spec = spec;
    this.name = `${around.name}-${spec.name}`;
    this.deadLetters = spec.trigger ? new DeadLetterQueue(this, 'DeadLetters', parkedIn(this.name)) : undefined;
    this.log = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${this.name}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.lambda = this.createFunction(around);
    this.live = new Alias(this, 'Live', { aliasName: 'live', version: this.lambda.currentVersion });
  }

  private createFunction(around: Surroundings): LambdaFunction {
    const lambda = new LambdaFunction(this, 'Function', {
      functionName: this.name,
      description: this.spec.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleDirectory(around.bundles, this.spec.name)),
      handler: 'index.handler',
      memorySize: this.spec.memoryMegabytes,
      timeout: Duration.seconds(this.spec.timeoutSeconds),
      environment: environment(this.spec, around),
      deadLetterQueue: this.deadLetters,
      currentVersionOptions: {
        // One that was sent back goes: Lambda publishes none that is as the last one was, so the same code could not be deployed again.
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        description: 'Kept, so that the alias can be put back to it at once.',
      },
      logGroup: this.log,
      role: this.createRole(around),
    });
    // Lambda records and sends the trace beside the function: no code of ours takes part in it.
    (lambda.node.defaultChild as CfnFunction).tracingConfig = { mode: 'Active' };
    return lambda;
  }

  // A role of our own: the managed execution policy would let each function write every log in the account. Its statements stand in the
  // role itself, for a policy beside each would be a resource each, and a stack holds five hundred.
  private createRole(around: Surroundings): Role {
    const statements = [toItsLog(this.log), traced(), ...this.spec.grants.map((grant) => statement(grant, around))];
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { own: new PolicyDocument({ statements }) },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes traces from anybody in the account: its two actions know no resource.',
    });
    return role;
  }
}

const toItsLog = (log: LogGroup): PolicyStatement =>
  new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [log.logGroupArn] });
const traced = (): PolicyStatement =>
  new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] });

/** The name of the queue in which a function's failed work is parked. */
export const parkedIn = (functionName: string): string => `${functionName}-parked`;

function environment(spec: FunctionSpec, around: Surroundings): Record<string, string> {
  const sends = { CONFIGURATION_SET: around.email.configurationSet.configurationSetName, EMAIL_FROM: around.email.from };
  return {
    TABLE_NAME: around.table.tableName,
    PUBLIC_URL: around.settings.publicUrl,
    COUNCIL_ID: around.settings.councilId,
    DEPLOYMENT: around.name,
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
    return new PolicyStatement({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [around.sessionSecret.secretArn, ...[around.settings.webClientSecretArn ?? []].flat()],
    });
  return tableStatement(grant, around.table);
}
