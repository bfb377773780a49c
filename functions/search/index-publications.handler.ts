import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { now } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { publishedNumberOf } from '../platform/keys.ts';
import { logFault } from '../platform/logger.ts';
import { documentClient, type Table } from '../platform/table.ts';
import { indexPublication } from './index-publication.ts';

/** Brings the index to what was just published; a record that could not be indexed is announced again. */
export const indexPublications = (table: Table) => {
  const announced = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const number = publishedNumberOf({ pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' });
    if (number === null) return;
    await indexPublication(table, number, now).catch((fault: unknown) => {
      logFault('A publication was not indexed', fault);
      throw fault;
    });
  };
  return (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, announced, new BatchProcessor(EventType.DynamoDBStreams), { context, throwOnFullBatchFailure: false });
};

export const handler = indexPublications({ client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME });
