import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { now } from '../platform/clock.ts';
import { readEnv } from '../platform/env.ts';
import { publishedContractOf, publishedNumberOf } from '../platform/table/keys.ts';
import { logFault } from '../platform/log/logger.ts';
import { documentClient, type Table } from '../platform/table/table.ts';
import { indexContract } from './index-contract.ts';
import { indexPublication } from './index-publication.ts';

/** Brings the index to what was just published; a record that could not be indexed is announced again. */
export const indexPublications = (table: Table) => {
  const announced = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const key = { pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' };
    const [number, reference] = [publishedNumberOf(key), publishedContractOf(key)];
    const indexed =
      number !== null
        ? indexPublication(table, number, now)
        : reference !== null
          ? indexContract(table, reference, now)
          : Promise.resolve();
    await indexed.catch((fault: unknown) => {
      logFault('A publication was not indexed', fault, { stored: `${key.pk} ${key.sk}` });
      throw fault;
    });
  };
  return (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, announced, new BatchProcessor(EventType.DynamoDBStreams), { context, throwOnFullBatchFailure: false });
};

export const handler = indexPublications({ client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME });
