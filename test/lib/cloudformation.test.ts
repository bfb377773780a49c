import { describe, expect, it } from 'vitest';
import { type CloudFormation, cloudFormationFaults } from './cloudformation.ts';
import { environments, synthesiseStacks } from './stacks.ts';

const site = {
  certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/0a-1b',
  apiHost: 'abc123.execute-api.eu-west-2.amazonaws.com',
};
const { app: _, ...stacks } = synthesiseStacks({ ...environments.live, site });
const templates = Object.entries(stacks).map(([name, template]): [string, CloudFormation] => [name, template.toJSON() as CloudFormation]);

describe('what is handed to CloudFormation', () => {
  it.each(templates)('has in the %s stack no property, type or attribute that CloudFormation does not know', async (_, template) =>
    expect(await cloudFormationFaults(template)).toEqual([]),
  );

  // AWS takes 500 resources and a megabyte.
  it.each(templates)('leaves the %s stack room to grow', (_, template) => {
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(480);
    expect(JSON.stringify(template).length).toBeLessThan(900_000);
  });

  it('would be refused with a property misspelt, missing or of another type, and with a reference to nothing', async () => {
    const queue = (Properties: Record<string, unknown>) => ({ Type: 'AWS::SQS::Queue', Properties });
    const faults = (Resources: CloudFormation['Resources']) => cloudFormationFaults({ Resources });
    expect(await faults({ Q: queue({ QueueNam: 'q' }) })).toEqual(['AWS::SQS::Queue has no QueueNam']);
    expect(await faults({ Q: queue({ DelaySeconds: 'soon' }) })).toEqual(['AWS::SQS::Queue.DelaySeconds is no integer: "soon"']);
    expect(await faults({ T: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'lambda' } } })).toEqual([
      'AWS::SNS::Subscription lacks TopicArn',
    ]);
    expect(await faults({ Q: queue({ QueueName: { Ref: 'Name' } }) })).toEqual(['Name is referred to and not there']);
    expect(await faults({ Q: queue({}), P: queue({ QueueName: { 'Fn::GetAtt': ['Q', 'Nam'] } }) })).toEqual([
      'AWS::SQS::Queue has no attribute Nam',
    ]);
    expect(await faults({ X: { Type: 'AWS::SQS::Que' } })).toEqual(['There is no AWS::SQS::Que']);
  });
});
