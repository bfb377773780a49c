import { type CfnResource, Duration, NestedStack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { ManagedPolicy, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import type { Alias, CfnAlias } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { faults, faultsLogged } from './metrics.ts';
import type { ServiceFunction } from './service-function.ts';

export interface RolloutProps {
  /** What the names of the functions begin with. */
  name: string;
  api: HttpApi;
  /** A tenth of the calls go to the new version for five minutes before the rest; at once where nobody depends on it. */
  byDegrees: boolean;
  /** Whether a fault sends it back: not while it is the mend of what faults. */
  goesBack: boolean;
}

const policy = 'service-role/AWSCodeDeployRoleForLambdaLimited';
const oneMinute = { period: Duration.minutes(1), statistic: Stats.SUM };
// A fault that was logged is counted a minute or two after it, when silence has been counted as nothing already.
const minutesLookedAt = 3;

/**
 * How a new version takes over from the one before: by degrees, and back by itself as soon as it faults. A stack within the stack, for a
 * stack holds five hundred resources and this has one or two for every function.
 */
export class Rollout extends NestedStack {
  private readonly application: LambdaApplication;
  private readonly role: IRole;
  private readonly faultsShown: Alarm;
  private readonly config;
  private readonly name: string;
  private readonly goesBack: boolean;

  constructor(scope: Construct, id: string, { name, api, byDegrees, goesBack }: RolloutProps) {
    super(scope, id);
    this.name = name;
    this.goesBack = goesBack;
    this.application = new LambdaApplication(this, 'Application', { applicationName: name });
    this.role = this.deployer();
    this.config = byDegrees ? LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES : LambdaDeploymentConfig.ALL_AT_ONCE;
    this.faultsShown = this.whenAny(
      'FaultsShown',
      api.metricServerError(oneMinute),
      'People are shown a fault while a new version takes over.',
    );
  }

  /**
   * Moves a function's alias by degrees. What answers people goes back at the first page that faults, what runs by itself at the first
   * throw or fault that it logs, for a reader of the stream throws nothing.
   */
  of({ spec, live }: ServiceFunction): void {
    const alarm = spec.trigger
      ? this.whenAny(`${spec.name}-throws`, this.faults(spec.name, live.metricErrors(oneMinute)), spec.impact)
      : this.faultsShown;
    new LambdaDeploymentGroup(this, spec.name, {
      application: this.application,
      deploymentGroupName: spec.name,
      alias: live,
      role: this.role,
      deploymentConfig: this.config,
      alarms: [alarm],
      // Switched off and not left out: CodeDeploy keeps the alarms of a group whose template names none any more, and stops for them.
      ignoreAlarmConfiguration: !this.goesBack,
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: this.goesBack },
    });
    this.moves(live, spec.name);
  }

  // By names, for the group stands in a stack of its own, and CDK carries no reference of an update policy from one to another.
  private moves(live: Alias, deploymentGroupName: string): void {
    const alias = live.node.defaultChild as CfnAlias;
    alias.cfnOptions.updatePolicy = { codeDeployLambdaAliasUpdate: { applicationName: this.name, deploymentGroupName } };
    alias.addResourceDependency(this.nestedStackResource as CfnResource);
  }

  private faults(name: string, thrown: IMetric): IMetric {
    const { metricNamespace: namespace, metricName } = faultsLogged(this.name, name);
    return faults(thrown, new Metric({ namespace, metricName, ...oneMinute }), oneMinute.period);
  }

  // It tells nobody: CodeDeploy asks it while a deployment runs, and the alarms of the watch stack tell people at any time.
  private whenAny(id: string, metric: IMetric, impact: string): Alarm {
    return new Alarm(this, id, {
      metric,
      threshold: 1,
      evaluationPeriods: minutesLookedAt,
      datapointsToAlarm: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `A deployment under way is rolled back. Impact: ${impact}`,
    });
  }

  // One role for every deployment group: a role each would be as many again, all with this same policy.
  private deployer(): IRole {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(policy)],
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
      reason: 'AWS’s own policy for moving aliases, and the narrower of its two.',
    });
    return role.withoutPolicyUpdates();
  }
}
