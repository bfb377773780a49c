import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { stylesModule } from '../../bin/styles.ts';
import { deskEnv } from '../../functions/desk/desk-env.ts';
import { css } from '../../functions/desk/styles.css.ts';
import { actionsOf, settings, statementsOf, synthesiseStacks } from '../lib/stacks.ts';
import { readFileSync } from 'node:fs';

const { process: template } = synthesiseStacks();
const deskEnvironment = (of: typeof template) =>
  Object.values(of.findResources('AWS::Lambda::Function')).find(
    ({ Properties }) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'desk',
  )?.Properties.Environment.Variables;

describe('The desk as deployed', () => {
  it('may read no table, send no email and sign no link: it knows and does everything by the API', () => {
    const actions = statementsOf(template, 'desk').flatMap(actionsOf);
    expect(actions.filter((action) => !/^(logs|xray):/.test(action)).sort()).toEqual(['secretsmanager:GetSecretValue']);
    expect(deskEnvironment(template)).not.toHaveProperty('LINK_SECRET_ID');
  });

  it('has a secret of its own for its cookies, made where it is kept and in no template', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64 },
      SecretString: Match.absent(),
    });
    expect(JSON.stringify(deskEnvironment(template).SESSION_SECRET_ID)).toContain('SessionSecret');
  });

  it('is known to the issuer by the audience, or by a name and a secret of its own', () => {
    expect(deskEnvironment(template)).toMatchObject({
      OIDC_ISSUER: settings.issuer,
      OIDC_CLIENT_ID: 'clear-days',
      OIDC_SCOPE: 'openid profile email',
    });
    const webClientSecretArn = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:desk-AbCdEf';
    const { process: own } = synthesiseStacks({
      webClientId: 'desk-1',
      webClientScope: 'api://clear-days/.default openid',
      webClientSecretArn,
    });
    expect(deskEnvironment(own)).toMatchObject({
      OIDC_CLIENT_ID: 'desk-1',
      OIDC_SCOPE: 'api://clear-days/.default openid',
      OIDC_CLIENT_SECRET_ID: webClientSecretArn,
    });
    expect(JSON.stringify(statementsOf(own, 'desk'))).toContain(webClientSecretArn);
  });

  it('names every setting that it was deployed without', () => {
    expect(() => deskEnv({ PUBLIC_URL: 'https://a.example', OIDC_ISSUER: 'no url' })).toThrow(
      'Set these environment variables: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_SCOPE, SESSION_SECRET_ID',
    );
  });
});

describe('The stylesheet of the desk', () => {
  it('is the one that styles.scss makes today', () => {
    expect(readFileSync(new URL('../../functions/desk/styles.css.ts', import.meta.url), 'utf8')).toBe(stylesModule('desk'));
  });

  it('leaves the colours to the pages’ own, which know dark mode', () => {
    expect(css).not.toMatch(/:root\{|@font-face|url\(/);
  });
});
