import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { eventFilter } from '../../bin/local/event-filter.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { catalogue } from '../../lib/functions.ts';
import { settings, synthesiseStacks } from './stacks.ts';
import { goesOff } from './cloudwatch.ts';

const { app, process: template, rollout, watch } = synthesiseStacks();
const of = (type: string) => Object.values(template.findResources(type)).map((resource) => resource.Properties);

describe('the routes', () => {
  const all = of('AWS::ApiGatewayV2::Route');
  const routes = all.filter(({ RouteKey }) => RouteKey !== '$default');

  it('ask for the council’s sign-in everywhere below /api', () => {
    const guarded = routes.filter((route) => route.RouteKey.split(' ')[1].startsWith('/api'));
    expect(guarded.length).toBeGreaterThan(20);
    for (const route of guarded) expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: { Ref: expect.any(String) } });
  });

  it('ask for none on the public register, the pages and the links', () => {
    const open = routes.filter((route) => !route.RouteKey.split(' ')[1].startsWith('/api'));
    expect(open.length).toBeGreaterThan(10);
    for (const route of open) expect(route.AuthorizationType).toBe('NONE');
  });

  it('are each in the catalogue once', () => {
    const listed = catalogue.flatMap((spec) => spec.routes.map((route) => `${route.method} ${route.path}`));
    expect(routes.map((route) => route.RouteKey).sort()).toEqual([...listed].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('leave an address that is none to the public register, which sees no proposal', () => {
    const [rest] = all.filter(({ RouteKey }) => RouteKey === '$default');
    expect(rest).toMatchObject({ AuthorizationType: 'NONE', Target: routes.find(({ RouteKey }) => RouteKey === 'GET /notices')?.Target });
    expect(catalogue.filter(({ answersTheRest }) => answersTheRest).map(({ name }) => name)).toEqual(['read-register']);
  });

  it('trust the council’s own issuer and audience only', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: settings.issuer, Audience: [settings.audience] },
    });
  });

  it('are throttled, and logged without the path, which holds the link that signs', () => {
    const [stage] = of('AWS::ApiGatewayV2::Stage');
    expect(stage?.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 });
    expect(stage?.AccessLogSettings.Format).toContain('$context.routeKey');
    expect(stage?.AccessLogSettings.Format).not.toContain('$context.path');
  });

  it('answer other origins only where the council names them', () => {
    expect(of('AWS::ApiGatewayV2::Api')[0]?.CorsConfiguration).toBeUndefined();
    const open = synthesiseStacks({ webOrigins: ['https://intranet.kent.example'] }).process;
    open.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: { AllowOrigins: ['https://intranet.kent.example'] } });
  });
});

describe('the functions', () => {
  const functions = of('AWS::Lambda::Function');

  it('are those of the catalogue, each with a purpose, on Node 24 and ARM', () => {
    expect(functions.map((one) => one.Environment.Variables.POWERTOOLS_SERVICE_NAME).sort()).toEqual(
      catalogue.map((spec) => spec.name).sort(),
    );
    for (const one of functions)
      expect(one).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Description: expect.stringMatching(/\.$/) });
  });

  it('are told where the table, the pages and the council are', () => {
    for (const one of functions)
      expect(Object.keys(one.Environment.Variables)).toEqual(expect.arrayContaining(['TABLE_NAME', 'PUBLIC_URL', 'COUNCIL_ID']));
  });

  it.each([
    ['LINK_SECRET_ID', ['answer-alert', 'keep-subscriptions', 'respond', 'send-emails', 'send-subscriptions']],
    ['CONFIGURATION_SET', ['keep-subscriptions', 'send-emails', 'send-subscriptions']],
    ['EMAIL_FROM', ['keep-subscriptions', 'send-emails', 'send-subscriptions']],
  ])('are told %s only where they need it', (variable, expected) => {
    const told = functions
      .filter((one) => variable in one.Environment.Variables)
      .map((one) => one.Environment.Variables.POWERTOOLS_SERVICE_NAME);
    expect(told.sort()).toEqual(expected);
  });

  it('keep every log for a time, and none for ever', () => {
    const groups = of('AWS::Logs::LogGroup');
    expect(groups).toHaveLength(catalogue.length + 1);
    for (const group of groups) expect(group.RetentionInDays).toBeGreaterThanOrEqual(90);
  });
});

const triggered = catalogue
  .filter(({ trigger }) => trigger)
  .map(({ name }) => name)
  .sort();

describe('what nobody waits for', () => {
  it('is parked in a queue of its own when it keeps failing', () => {
    const parked = of('AWS::Lambda::Function').filter((one) => one.DeadLetterConfig);
    const names = parked.map((one) => one.Environment.Variables.POWERTOOLS_SERVICE_NAME).sort();
    expect(names).toEqual(triggered);
    expect(new Set(parked.map((one) => one.DeadLetterConfig.TargetArn['Fn::GetAtt'][0])).size).toBe(triggered.length);
    template.resourceCountIs('AWS::SQS::Queue', triggered.length);
  });

  it('keeps what is parked for fourteen days', () => {
    for (const queue of of('AWS::SQS::Queue')) expect(queue.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
  });

  it('announces new events only, halves a failing batch, and retries just what failed', () => {
    const mappings = of('AWS::Lambda::EventSourceMapping');
    const mapping = mappings.find((each) => each.FilterCriteria.Filters[0].Pattern.includes(keys.prefixes.event));
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
    });
    expect(mapping?.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(mapping?.DestinationConfig.OnFailure.Destination).toBeDefined();
    expect(JSON.parse(mapping?.FilterCriteria.Filters[0].Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { NewImage: { sk: { S: [{ prefix: keys.prefixes.event }] } } },
    });
  });

  it('is told of what is stored by three mappings and no fourth, since AWS holds readers of one stream back', () => {
    const names = of('AWS::Lambda::EventSourceMapping').map(
      ({ FunctionName }) => /SendEmails|FollowUp|IndexPublications/i.exec(JSON.stringify(FunctionName).replaceAll('-', ''))?.[0],
    );
    expect(names.sort()).toEqual(
      ['followup', 'indexpublications', 'sendemails'].map((name) => expect.stringMatching(new RegExp(name, 'i'))),
    );
  });

  it('hands the sender whatever is kept to be mailed when it is first stored, and nothing that is stored beside it', () => {
    const patterns = of('AWS::Lambda::EventSourceMapping').map((mapping) => mapping.FilterCriteria.Filters[0].Pattern as string);
    const passes = eventFilter(patterns.find((pattern) => pattern.includes(keys.prefixes.event)) ?? '{}');
    const stored = ({ sk }: { sk: string }, eventName = 'INSERT') => passes({ eventName, dynamodb: { NewImage: { sk: { S: sk } } } });
    const mailed = [
      keys.event('d1', 7),
      keys.digest('2023-03-08', 'who-001'),
      keys.openSteps('2023-03-08', 'who'),
      keys.codeAsked('d1', 'determination-1', 'a0'),
    ];
    expect(mailed.map((key) => [stored(key), stored(key, 'REMOVE')])).toEqual(mailed.map(() => [true, false]));
    expect(
      [
        keys.current('d1'),
        keys.code('d1', 'determination-1'),
        keys.turns('d1', 'code', 'determination-1'),
        keys.email('d1', 'x'),
        keys.alerts('2023-03-08', 'c1', 1),
      ].filter((key) => stored(key)),
    ).toEqual([]);
  });

  it('indexes what is published of a decision or a contract for the first time or again, and nothing else that is stored', () => {
    const patterns = of('AWS::Lambda::EventSourceMapping').map((mapping) => JSON.parse(mapping.FilterCriteria.Filters[0].Pattern));
    expect(patterns).toContainEqual({
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: { NewImage: { sk: { S: [keys.publication('23/00022').sk, keys.publicContract('A/1').sk] } } },
    });
  });

  it('hears of every delivery, bounce and complaint', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { MatchingEventTypes: Match.arrayWith(['delivery', 'bounce', 'complaint']) },
    });
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'lambda', RedrivePolicy: Match.anyValue() });
  });

  it('is checked at six in the morning in London, summer and winter', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: 'daily-check',
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: { DeadLetterConfig: Match.anyValue() },
    });
  });
});

describe('every alarm', () => {
  const alarms = Object.values(watch.findResources('AWS::CloudWatch::Alarm')).map((alarm) => alarm.Properties);

  it('hears of a fault that was caught and logged as well as of one that was thrown', () => {
    const filters = Object.values(watch.findResources('AWS::Logs::MetricFilter')).map((filter) => filter.Properties);
    expect(filters).toHaveLength(catalogue.length);
    for (const filter of filters) expect(filter.FilterPattern).toBe('{ $.level = "ERROR" }');
  });

  it('stands for a function, a queue, the API or the mail, and none is without', () => {
    const onFunctions = alarms.filter((alarm) =>
      alarm.Metrics?.some(
        (metric: { MetricStat?: { Metric: { MetricName: string } } }) => metric.MetricStat?.Metric.MetricName === 'Errors',
      ),
    );
    expect(onFunctions).toHaveLength(catalogue.length);
    expect(alarms.filter((alarm) => alarm.Namespace === 'AWS/SQS')).toHaveLength(triggered.length);
    expect(alarms.map((alarm) => alarm.MetricName)).toEqual(expect.arrayContaining(['5xx', 'Reputation.BounceRate']));
  });
});

describe('a new version', () => {
  const groups = Object.values(rollout.findResources('AWS::CodeDeploy::DeploymentGroup')).map(({ Properties }) => Properties);

  it('takes a tenth of the calls for five minutes before it takes them all, in every function', () => {
    expect(groups).toHaveLength(catalogue.length);
    for (const group of groups) expect(group.DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes');
  });

  it('is moved by a group that stands, and says how, before any alias moves', () => {
    const [application] = Object.values(rollout.findResources('AWS::CodeDeploy::Application'));
    const [within] = Object.keys(template.findResources('AWS::CloudFormation::Stack'));
    const moved = Object.values(template.findResources('AWS::Lambda::Alias')).map(({ DependsOn, UpdatePolicy }) => {
      expect([DependsOn].flat()).toContain(within);
      expect(UpdatePolicy.CodeDeployLambdaAliasUpdate.ApplicationName).toBe(application?.Properties.ApplicationName);
      return UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName;
    });
    expect(moved.sort()).toEqual(groups.map(({ DeploymentGroupName }) => DeploymentGroupName).sort());
    expect(new Set(moved).size).toBe(catalogue.length);
  });

  it('takes all at once where nobody depends on it', () => {
    const own = synthesiseStacks({ stage: 'dev' }).rollout;
    own.allResourcesProperties('AWS::CodeDeploy::DeploymentGroup', { DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' });
  });

  it('gives way by itself to the one before when people are shown a fault, or when what runs by itself throws', () => {
    const watched = rollout.findResources('AWS::CloudWatch::Alarm');
    for (const group of groups) {
      expect(group.AutoRollbackConfiguration).toEqual({
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
      });
      const [alarm] = group.AlarmConfiguration.Alarms;
      const { MetricName, Metrics, Threshold, Period } = watched[alarm.Name.Ref]?.Properties ?? {};
      const what =
        MetricName ??
        Metrics.flatMap((each: { MetricStat?: { Metric: { MetricName: string } } }) => each.MetricStat?.Metric.MetricName ?? []);
      expect([/^(5xx|Errors,[a-z-]+-faults-logged)$/.test(String(what)), Threshold, Period ?? Metrics[1].MetricStat.Period]).toEqual([
        true,
        1,
        60,
      ]);
    }
    expect(Object.keys(watched)).toHaveLength(1 + triggered.length);
  });

  it('gives way too when a reader of the stream, which throws nothing, logs a fault where the watch stack counts it', () => {
    const [counted] = Object.values(
      synthesiseStacks().watch.findResources('AWS::Logs::MetricFilter', {
        Properties: { LogGroupName: '/aws/lambda/clear-days-test-send-emails' },
      }),
    ).map(({ Properties }) => Properties.MetricTransformations[0]);
    const [alarm] = Object.entries(rollout.findResources('AWS::CloudWatch::Alarm')).filter(([id]) => id.includes('sendemailsthrows'));
    const fault = { namespace: counted.MetricNamespace, name: counted.MetricName, dimensions: {}, value: 1, minutesAgo: 0 };
    const late = { ...fault, minutesAgo: 2 };
    expect([[fault], [late], []].map((data) => goesOff(alarm?.[1].Properties, data))).toEqual([true, true, false]);
  });

  it('is sent back by nothing, and takes over at once, when whoever mends a fault says so', () => {
    const own = synthesiseStacks({}, { atOnce: true }).rollout;
    for (const { Properties } of Object.values(own.findResources('AWS::CodeDeploy::DeploymentGroup'))) {
      // Left out of the template, the alarms would stay with a group that stands already, and stop it.
      expect([Properties.DeploymentConfigName, Properties.AlarmConfiguration.Enabled]).toEqual([
        'CodeDeployDefault.LambdaAllAtOnce',
        false,
      ]);
      expect(Properties.AutoRollbackConfiguration.Events).not.toContain('DEPLOYMENT_STOP_ON_ALARM');
    }
  });

  it('is called only through the alias that moves, so that what is under way goes on as it began', () => {
    const aliases = Object.keys(template.findResources('AWS::Lambda::Alias'));
    const called = [
      ...of('AWS::ApiGatewayV2::Integration').map((each) => each.IntegrationUri),
      ...of('AWS::Lambda::EventSourceMapping').map((each) => each.FunctionName),
      ...of('AWS::Scheduler::Schedule').map((each) => each.Target.Arn),
      ...of('AWS::SNS::Subscription').map((each) => each.Endpoint),
    ];
    expect(called.length).toBeGreaterThan(30);
    for (const each of called) expect(aliases).toContain(JSON.stringify(each).match(/\w+Live[0-9A-F]{8}/)?.[0]);
    expect(of('AWS::Lambda::Alias').map((alias) => alias.Name)).toEqual(aliases.map(() => 'live'));
  });

  it('leaves the one before in place, so that going back is moving an alias, and nothing of one that was sent back', () => {
    // Lambda publishes no version that is as the last one was: kept, it would be in the way of the same mend deployed again, at once.
    template.allResources('AWS::Lambda::Version', { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });
});

it('traces every function without any of our code', () => {
  for (const each of of('AWS::Lambda::Function')) expect(each.TracingConfig).toEqual({ Mode: 'Active' });
});

it('holds fewer resources than the five hundred that a stack may, with room for sixty more', () => {
  for (const stack of [template, rollout, watch]) expect(Object.keys(stack.toJSON().Resources).length).toBeLessThanOrEqual(440);
});

it('holds nothing that cdk-nag finds against AWS’s own rules and nobody has given a reason for', () => {
  const found = new AwsSolutionsChecks(app).validateScope(app).violations.map((violation) => violation.ruleName);
  expect(found).toEqual([]);
});
