import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SNSEvent } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Keeps what SES said; fails on a complaint. */
export const handler = async ({ Records }: SNSEvent) => {
  const said: { eventType: string } = JSON.parse(Records[0]?.Sns.Message ?? '{}');
  if (said.eventType === 'Complaint') throw new Error('This fixture cannot take complaints.');
  await table.send(new PutCommand({ TableName: process.env.TABLE_NAME, Item: { pk: 'PUBLIC#23/00001', sk: said.eventType, said } }));
};
