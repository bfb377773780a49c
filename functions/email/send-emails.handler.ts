import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { linkKeys } from '../link/link-secrets.ts';
import { pause } from '../platform/clock.ts';
import { deployed } from '../platform/deployed.ts';
import { readEnv } from '../platform/env.ts';
import { decisionIdOf, sequenceOf } from '../platform/keys.ts';
import { logFault } from '../platform/logger.ts';
import { sesClient, sesSender } from './email-sender.ts';
import { emailStore } from './email-store.ts';
import { type Sending, sendLetters } from './send-letters.ts';

/** Sends the emails of every event newly stored; a record whose emails were not all sent is announced again. */
export const sendEmails = (sending: Sending) => {
  const announced = async ({ eventName, dynamodb }: DynamoDBRecord): Promise<void> => {
    const decisionId = decisionIdOf(dynamodb?.Keys?.pk?.S ?? '');
    const sequence = sequenceOf(dynamodb?.Keys?.sk?.S ?? '');
    if (eventName !== 'INSERT' || decisionId === null || sequence === null) return;
    await sendLetters(sending, decisionId, sequence).catch((fault: unknown) => {
      logFault('Emails were not sent', fault);
      throw fault;
    });
  };
  return (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, announced, new BatchProcessor(EventType.DynamoDBStreams), { context, throwOnFullBatchFailure: false });
};

const { PUBLIC_URL, LINK_SECRET_ID, CONFIGURATION_SET, EMAIL_FROM } = readEnv('PUBLIC_URL', 'LINK_SECRET_ID', 'CONFIGURATION_SET', 'EMAIL_FROM');
const around = deployed();
const { loadLinkSecrets } = linkKeys(LINK_SECRET_ID);
const send = sesSender(sesClient(), CONFIGURATION_SET);

export const handler = sendEmails({ ...around, emails: emailStore(around.table), send, loadLinkSecrets, pause, publicUrl: PUBLIC_URL, from: EMAIL_FROM });
