import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Shows what SES last said, with the path it was asked at; faults on the page of decisions. */
export const handler = async (event: APIGatewayProxyEventV2) => {
  if (event.rawPath === '/decisions') throw new Error('This fixture has no decisions.');
  const { Items } = await table.send(
    new QueryCommand({
      TableName: process.env.TABLE_NAME,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'PUBLIC#23/00001' },
    }),
  );
  return { items: Items, path: event.pathParameters, query: event.queryStringParameters };
};
