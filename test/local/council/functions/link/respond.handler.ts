import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Says back what it was sent, and how it was encoded. */
export const handler = async (event: APIGatewayProxyEventV2) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/html' },
  body: `${event.isBase64Encoded} ${Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString()}`,
});
