import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Tells somebody that the check ran, and when by the event and by the clock. */
export const handler = async ({ scheduledTime }: { scheduledTime: string }) => {
  const clock = new Date().toISOString();
  await table.send(
    new PutCommand({
      TableName: process.env.TABLE_NAME,
      Item: { pk: `DECISION#check ${scheduledTime} at ${clock.slice(0, 16)}`, sk: 'EVENT#1', to: 'clerk@kent.example' },
    }),
  );
};
