import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** What the cookies of those signed in are sealed with. Lost, everybody signs in again and nothing else is lost. */
export function createSessionSecret(scope: Construct): Secret {
  const secret = new Secret(scope, 'SessionSecret', {
    description: 'Seals the cookies of officers and clerks signed in to the pages. The generation before still opens them.',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'It opens nothing by itself: the token inside a cookie ends within hours. The runbook rotates it by hand.',
  });
  return secret;
}
