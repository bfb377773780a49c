import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

const ses = new SESClient({});
const secrets = new SecretsManagerClient({});

/** Emails whoever an event names; an event for `nobody` always fails. */
export const handler = async ({ Records }: DynamoDBStreamEvent) => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of Records)
    if (!(await send(record))) batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
  return { batchItemFailures };
};

async function send(record: DynamoDBRecord): Promise<boolean> {
  const image = record.dynamodb?.NewImage;
  const to = image?.to?.S ?? '';
  if (to === 'nobody') return false;
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.LINK_SECRET_ID }));
  const message = [
    `From: ${process.env.EMAIL_FROM}`,
    `To: ${to}`,
    `Subject: ${image?.sk?.S} of ${image?.pk?.S}`,
    'X-Clear-Days-Kind: clearance-asked',
    'X-SES-MESSAGE-TAGS: proposal=p1, step=s1',
    `X-SES-CONFIGURATION-SET: ${process.env.CONFIGURATION_SET}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Answer at ${process.env.PUBLIC_URL}/respond/one.${SecretString?.length}.`,
  ];
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(message.join('\r\n')) } }));
  return true;
}
