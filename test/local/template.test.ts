import { describe, expect, it } from 'vitest';
import { logicalIdOf, resolveTemplates } from '../../bin/local/template.ts';

const placeholder = (name: string) => `$\{${name}}`;
const record = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::GlobalTable' },
    Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Function' } } },
  },
  Outputs: {
    Name: { Value: { Ref: 'Table' }, Export: { Name: 'record:Name' } },
    Stream: { Value: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, Export: { Name: 'record:Stream' } },
  },
};
const resolved = (value: unknown) => {
  const process = { Resources: { One: { Type: 'Some::Type', Properties: { value } } } };
  return resolveTemplates([record, process]).find((resource) => resource.logicalId === 'One')?.properties.value;
};

describe('a synthesised template', () => {
  it.each([
    ['a reference', { Ref: 'Table' }, 'Table'],
    [
      'the account and region of this machine',
      { 'Fn::Sub': `${placeholder('AWS::AccountId')} ${placeholder('AWS::Region')}` },
      '000000000000 eu-west-2',
    ],
    ['an import from the other stack', { 'Fn::ImportValue': 'record:Name' }, 'Table'],
    ['a join of parts', { 'Fn::Join': ['/', ['integrations', { Ref: 'Table' }]] }, 'integrations/Table'],
    ['a choice from a split', { 'Fn::Select': [1, { 'Fn::Split': ['|', 'a|b|c'] }] }, 'b'],
    [
      'a substitution with names of its own',
      { 'Fn::Sub': [`${placeholder('Name')}-${placeholder('Table.StreamArn')}`, { Name: 'x' }] },
      'x-Table.StreamArn',
    ],
    ['a list inside an object', { a: [{ b: { Ref: 'Table' } }] }, { a: [{ b: 'Table' }] }],
  ])('is resolved through %s', (_what, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each([
    ['its name', { Ref: 'Table' }],
    ['its ARN', { 'Fn::GetAtt': ['Table', 'Arn'] }],
    ['its stream, by import', { 'Fn::ImportValue': 'record:Stream' }],
  ])('names the same resource by %s', (_what, value) => {
    expect(logicalIdOf(String(resolved(value)))).toBe('Table');
  });

  it('takes the name of an alias out of its ARN, as a stream mapping does', () => {
    const named = { 'Fn::Join': ['', [{ 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Live' }] }] }, ':live']] };
    expect([named, { Ref: 'Live' }].map((value) => logicalIdOf(String(resolved(value))))).toEqual(['Live', 'Live']);
  });

  it('is not taken when it needs what this machine cannot resolve', () => {
    expect(() => resolved({ 'Fn::FindInMap': ['a', 'b', 'c'] })).toThrow('Fn::FindInMap');
    expect(() => resolved({ 'Fn::ImportValue': 'record:Nothing' })).toThrow('record:Nothing');
  });
});
