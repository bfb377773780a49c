import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { decisionIdOf, sequenceOf } from './keys.ts';
import { logFault } from './logger.ts';

/** Does something for every decision event newly stored. One that fails alone is announced again; the others are done with. */
export const eachStoredEvent = (failure: string, work: (decisionId: string, sequence: number) => Promise<void>) => {
  const announced = async ({ eventName, dynamodb }: DynamoDBRecord): Promise<void> => {
    const decisionId = decisionIdOf(dynamodb?.Keys?.pk?.S ?? '');
    const sequence = sequenceOf(dynamodb?.Keys?.sk?.S ?? '');
    if (eventName !== 'INSERT' || decisionId === null || sequence === null) return;
    await work(decisionId, sequence).catch((fault: unknown) => {
      logFault(failure, fault);
      throw fault;
    });
  };
  return (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, announced, new BatchProcessor(EventType.DynamoDBStreams), { context, throwOnFullBatchFailure: false });
};
