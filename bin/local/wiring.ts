import * as z from 'zod/mini';
import type { Statement } from './permissions.ts';
import { logicalIdOf, type Resource } from './template.ts';

const reference = z.pipe(z.string(), z.transform(logicalIdOf));

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.object({ ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']), NonKeyAttributes: z.optional(z.array(z.string())) });
const tableSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z._default(z.array(z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: projection })), []),
  StreamSpecification: z.optional(z.object({ StreamViewType: z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']) })),
});
const functionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.literal('index.handler'),
  Role: reference,
  MemorySize: z.number(),
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
  DeadLetterConfig: z.optional(z.object({ TargetArn: reference })),
});
const routeSchema = z.object({
  RouteKey: z.string(),
  AuthorizationType: z._default(z.enum(['JWT', 'NONE']), 'NONE'),
  AuthorizerId: z.optional(reference),
  Target: z.pipe(
    z.string(),
    z.transform((target) => logicalIdOf(target.replace('integrations/', ''))),
  ),
});
const integrationSchema = z.object({ IntegrationUri: reference, PayloadFormatVersion: z.literal('2.0') });
const authorizerSchema = z.object({ JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }) });
const corsSchema = z.object({
  AllowOrigins: z.array(z.string()),
  AllowMethods: z.array(z.string()),
  AllowHeaders: z.array(z.string()),
  ExposeHeaders: z._default(z.array(z.string()), []),
});
const apiSchema = z.object({ CorsConfiguration: z.optional(corsSchema) });
const mappingSchema = z.object({
  FunctionName: reference,
  EventSourceArn: reference,
  BatchSize: z.number(),
  BisectBatchOnFunctionError: z._default(z.boolean(), false),
  MaximumRetryAttempts: z.number(),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: reference }) }),
});
// The one alias of a function leads to it: this machine has one version of everything.
const aliasSchema = z.object({ FunctionName: reference });
const scheduleSchema = z.object({
  Name: z.string(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
  Target: z.object({ Arn: reference, Input: z._default(z.string(), '{}'), DeadLetterConfig: z.object({ Arn: reference }) }),
});
const subscriptionSchema = z.object({ Protocol: z.literal('lambda'), TopicArn: reference, Endpoint: reference });
const words = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => [value].flat()),
);
// Strict, so that a refusal or a condition that this machine does not know of is never passed over.
const statementSchema = z.strictObject({
  Effect: z.literal('Allow'),
  Action: words,
  Resource: words,
  Condition: z.optional(
    z.strictObject({
      StringEquals: z.optional(z.record(z.string(), words)),
      'ForAllValues:StringLike': z.optional(z.record(z.string(), words)),
    }),
  ),
});
const documentSchema = z.object({ Statement: z.array(statementSchema) });
const roleSchema = z.object({ Policies: z._default(z.array(z.object({ PolicyDocument: documentSchema })), []) });
const policySchema = z.object({ PolicyDocument: documentSchema, Roles: z.array(reference) });
const secretSchema = z.object({ GenerateSecretString: z.object({ PasswordLength: z.number() }) });

export type Cors = z.infer<typeof corsSchema>;
export type TableDescription = z.infer<typeof tableSchema>;
export type Mapping = z.infer<typeof mappingSchema>;
export type ScheduleDescription = z.infer<typeof scheduleSchema>;

/** The parts of the templates that a machine without AWS must stand in for, each checked for the shape it knows. */
export function readWiring(resources: readonly Resource[]) {
  const of = <Shape>(type: string, schema: z.ZodMiniType<Shape>) =>
    resources.filter((resource) => resource.type === type).map(({ logicalId, properties }) => ({ logicalId, ...schema.parse(properties) }));
  const aliases = new Map(of('AWS::Lambda::Alias', aliasSchema).map(({ logicalId, FunctionName }) => [logicalId, FunctionName]));
  const roles = of('AWS::IAM::Role', roleSchema);
  const policies = of('AWS::IAM::Policy', policySchema);
  const called = (logicalId: string) => aliases.get(logicalId) ?? logicalId;
  return {
    tables: of('AWS::DynamoDB::GlobalTable', tableSchema),
    functions: of('AWS::Lambda::Function', functionSchema),
    routes: of('AWS::ApiGatewayV2::Route', routeSchema),
    integrations: of('AWS::ApiGatewayV2::Integration', integrationSchema).map((each) => ({
      ...each,
      IntegrationUri: called(each.IntegrationUri),
    })),
    authorizers: of('AWS::ApiGatewayV2::Authorizer', authorizerSchema),
    apis: of('AWS::ApiGatewayV2::Api', apiSchema),
    mappings: of('AWS::Lambda::EventSourceMapping', mappingSchema).map((each) => ({ ...each, FunctionName: called(each.FunctionName) })),
    schedules: of('AWS::Scheduler::Schedule', scheduleSchema).map((each) => ({
      ...each,
      Target: { ...each.Target, Arn: called(each.Target.Arn) },
    })),
    subscriptions: of('AWS::SNS::Subscription', subscriptionSchema).map((each) => ({ ...each, Endpoint: called(each.Endpoint) })),
    secrets: of('AWS::SecretsManager::Secret', secretSchema),
    /** Every statement of a role: those within it, and those of the policies attached to it. */
    statementsOf: (role: string): Statement[] =>
      [
        ...roles.filter(({ logicalId }) => logicalId === role).flatMap(({ Policies }) => Policies),
        ...policies.filter(({ Roles }) => Roles.includes(role)),
      ].flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
  };
}

export type Wiring = ReturnType<typeof readWiring>;
