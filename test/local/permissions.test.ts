import { describe, expect, it } from 'vitest';
import { callsIn } from '../../bin/local/aws-calls.ts';
import { mayCall, type Statement } from '../../bin/local/permissions.ts';

const arn = 'arn:aws:local:eu-west-2:000000000000:';
const allow = (Action: string[], Resource: string[], Condition?: Statement['Condition']): Statement => ({
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const may = (statements: Statement[], service: string, target: string, body: string) =>
  callsIn(service, target, body).every((call) => mayCall(statements, call));
const table = (statements: Statement[], operation: string, body: object) =>
  may(statements, 'dynamodb', `DynamoDB_20120810.${operation}`, JSON.stringify(body));
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'CURRENT' } });

const reads = allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], [`${arn}Decisions`]);
const writes = allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], [`${arn}Decisions`]);
const publicOnly = allow(['dynamodb:Query', 'dynamodb:BatchGetItem'], [`${arn}Decisions`], {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLIC#*', 'COUNCIL'] },
});

describe('what a role allows on this machine, as on AWS', () => {
  it('is what a statement names and nothing else', () => {
    expect(table([reads], 'GetItem', { TableName: 'Decisions', Key: key('DECISION#1') })).toBe(true);
    expect(table([reads], 'PutItem', { TableName: 'Decisions', Item: key('DECISION#1') })).toBe(false);
    expect(table([reads], 'GetItem', { TableName: 'Others', Key: key('DECISION#1') })).toBe(false);
    expect(table([], 'GetItem', { TableName: 'Decisions', Key: key('DECISION#1') })).toBe(false);
  });

  it('is asked of an index by the name of the index', () => {
    const query = {
      TableName: 'Decisions',
      IndexName: 'due',
      KeyConditionExpression: 'dueOn = :on',
      ExpressionAttributeValues: { ':on': { S: '2023-04-05' } },
    };
    expect(table([reads], 'Query', query)).toBe(false);
    expect(table([allow(['dynamodb:Query'], [`${arn}Decisions/index/due`])], 'Query', query)).toBe(true);
    expect(table([allow(['dynamodb:Query'], [`${arn}Decisions/index/*`])], 'Query', query)).toBe(true);
  });

  it('is asked of a transaction action by action', () => {
    const transaction = (kind: string) => ({
      TransactItems: [
        { Put: { TableName: 'Decisions', Item: key('DECISION#1') } },
        { [kind]: { TableName: 'Decisions', Key: key('NUMBERS') } },
      ],
    });
    expect(table([writes], 'TransactWriteItems', transaction('Update'))).toBe(true);
    expect(table([writes], 'TransactWriteItems', transaction('ConditionCheck'))).toBe(false);
    expect(table([writes], 'TransactWriteItems', transaction('Delete'))).toBe(false);
  });

  it('reaches only the partitions that a condition names, each of several', () => {
    const query = (pk: string) => ({
      TableName: 'Decisions',
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': { S: pk }, ':prefix': { S: 'x' } },
    });
    expect(table([publicOnly], 'Query', query('PUBLIC#23/00022'))).toBe(true);
    expect(table([publicOnly], 'Query', query('DECISION#1'))).toBe(false);
    const batch = (...pks: string[]) => ({ RequestItems: { Decisions: { Keys: pks.map(key) } } });
    expect(table([publicOnly], 'BatchGetItem', batch('PUBLIC#1', 'COUNCIL'))).toBe(true);
    expect(table([publicOnly], 'BatchGetItem', batch('PUBLIC#1', 'DECISION#1'))).toBe(false);
  });

  it('takes a question mark in a pattern for any one letter', () => {
    const numbered = allow(['dynamodb:PutItem'], [`${arn}Decisions`], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLIC#??/?????'] },
    });
    const put = (pk: string) => table([numbered], 'PutItem', { TableName: 'Decisions', Item: key(pk) });
    expect(['PUBLIC#23/00022', 'PUBLIC#HEADS', 'PUBLIC#23/000221', 'PUBLIC#CONTRACT#23/00022'].map(put)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('sends email from the one address and through the one set, wherever the message says them', () => {
    const ses = 'arn:aws:ses:eu-west-2:000000000000:';
    const sends = allow(['ses:SendRawEmail'], [`${ses}identity/kent.example`, `${ses}configuration-set/Set`], {
      StringEquals: { 'ses:FromAddress': ['clerk@kent.example'] },
    });
    const email = (fields: Record<string, string>) =>
      may([sends], 'ses', '', new URLSearchParams({ Action: 'SendRawEmail', ...fields }).toString());
    const raw = (from: string) => Buffer.from(`From: A council <${from}>\r\nX-SES-CONFIGURATION-SET: Set\r\n\r\nWords`).toString('base64');
    expect(email({ Source: 'clerk@kent.example', ConfigurationSetName: 'Set' })).toBe(true);
    expect(email({ 'RawMessage.Data': raw('clerk@kent.example') })).toBe(true);
    expect(email({ 'RawMessage.Data': raw('other@kent.example') })).toBe(false);
    expect(email({ Source: 'clerk@kent.example', ConfigurationSetName: 'Other' })).toBe(false);
    expect(email({ Source: 'clerk@other.example', ConfigurationSetName: 'Set' })).toBe(false);
  });

  it('gives out the secrets that it names', () => {
    const gives = allow(['secretsmanager:GetSecretValue'], ['LinkSecret']);
    expect(may([gives], 'secretsmanager', 'secretsmanager.GetSecretValue', '{"SecretId":"LinkSecret"}')).toBe(true);
    expect(may([gives], 'secretsmanager', 'secretsmanager.GetSecretValue', '{"SecretId":"SessionSecret"}')).toBe(false);
  });

  it('is unknown for a service that no function calls, and says so', () => {
    expect(() => callsIn('lambda', 'Invoke', '{}')).toThrow('No function of ours is known to call lambda.');
  });
});
