import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Stores what it is sent as an event, beside an item that is none. */
export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
  const said: { id: string; to: string } = JSON.parse(event.body ?? '{}');
  const at = new Date().toISOString();
  for (const sk of ['CURRENT', 'EVENT#1'])
    await table.send(new PutCommand({ TableName: process.env.TABLE_NAME, Item: { pk: `DECISION#${said.id}`, sk, to: said.to, at } }));
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at, claims: event.requestContext.authorizer.jwt.claims }),
  };
};
