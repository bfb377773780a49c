import { accountId, arnPrefix } from './arn.ts';
import { readHeaders } from './message.ts';
import type { AwsCall } from './permissions.ts';

// As the SDK writes them; it is read by hand because a library for it would be loaded again in every worker.
interface Keyed {
  pk: { S: string };
}
interface Asked {
  TableName?: string;
  IndexName?: string;
  Key?: Keyed;
  Item?: Keyed;
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Record<string, { S?: string }>;
  RequestItems?: Record<string, { Keys: Keyed[] }>;
  TransactItems?: Record<string, Asked>[];
}

// What the whole of a table or one of its indexes is called in the roles of this machine's template.
const tableArn = ({ TableName = '', IndexName }: Asked): string =>
  `${arnPrefix}${TableName}${IndexName === undefined ? '' : `/index/${IndexName}`}`;

const queried = ({ IndexName, KeyConditionExpression, ExpressionAttributeValues = {} }: Asked): string[] => {
  if (IndexName !== undefined || KeyConditionExpression === undefined) return [];
  const [, value = ''] = /^\s*#?pk\s*=\s*(:\w+)/.exec(KeyConditionExpression) ?? [];
  // An expression of a kind not known here reaches a partition that no condition allows.
  return [ExpressionAttributeValues[value]?.S ?? ''];
};

const one = (action: string, request: Asked): AwsCall => ({
  action: `dynamodb:${action}`,
  resources: [tableArn(request)],
  facts: { 'dynamodb:LeadingKeys': [...[request.Key, request.Item].flatMap((at) => at?.pk.S ?? []), ...queried(request)] },
});

// A transaction is authorised action by action: there is nothing called TransactWriteItems that anybody could be granted.
const withinTransaction: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const onTable = (operation: string, asked: Asked): AwsCall[] => {
  if (operation === 'BatchGetItem')
    return Object.entries(asked.RequestItems ?? {}).map(([TableName, { Keys }]) => ({
      action: 'dynamodb:BatchGetItem',
      resources: [`${arnPrefix}${TableName}`],
      facts: { 'dynamodb:LeadingKeys': Keys.map(({ pk }) => pk.S) },
    }));
  if (operation.startsWith('Transact'))
    return (asked.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, request]) => one(withinTransaction[kind] ?? kind, request)),
    );
  return [one(operation, asked)];
};

const address = (source: string): string => (/<([^>]+)>/.exec(source)?.[1] ?? source).trim();

// Either may stand in the request or in the message; SES reads both.
const email = (form: URLSearchParams): AwsCall[] => {
  const headers = readHeaders(Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString());
  const from = address(form.get('Source') ?? headers.from ?? '');
  const set = form.get('ConfigurationSetName') ?? headers['x-ses-configuration-set'];
  const ses = `arn:aws:ses:eu-west-2:${accountId}:`;
  return [
    {
      action: `ses:${form.get('Action')}`,
      resources: [`${ses}identity/${from.split('@')[1]}`, `${ses}configuration-set/${set}`],
      facts: { 'ses:FromAddress': [from] },
    },
  ];
};

/** What a request to AWS asks leave for, by the service that it was signed for. Throws for a service that no function of ours calls. */
export function callsIn(service: string, target: string, body: string): AwsCall[] {
  const operation = target.split('.').at(-1) ?? '';
  switch (service) {
    case 'dynamodb':
      return onTable(operation, JSON.parse(body));
    case 'ses':
      return email(new URLSearchParams(body));
    case 'secretsmanager':
      return [{ action: `secretsmanager:${operation}`, resources: [(JSON.parse(body) as { SecretId: string }).SecretId], facts: {} }];
    default:
      throw new Error(`No function of ours is known to call ${service}.`);
  }
}
