import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { correlated } from '../log/correlation.ts';
import { codeAskedOf, contractIdOf, decisionIdOf, digestNamed, type Key, openStepsNamed, sequenceOf } from '../table/keys.ts';
import { logFault } from '../log/logger.ts';

/**
 * What is done for each thing newly stored: an event of a decision or of a contract, what one person is told about contracts or about
 * open steps on a day, or a code to be mailed.
 */
export type StoredWork = {
  decision?: (decisionId: string, sequence: number) => Promise<void>;
  contract?: (contractId: string, sequence: number) => Promise<void>;
  digest?: (day: string, name: string) => Promise<void>;
  openSteps?: (day: string, who: string) => Promise<void>;
  code?: (asked: { decisionId: string; stepId: string; nonce: string }) => Promise<void>;
};

const workFor = (work: StoredWork, key: Key): Promise<void> | undefined => {
  const [decisionId, contractId, digest, openSteps, code] = [
    decisionIdOf(key.pk),
    contractIdOf(key.pk),
    digestNamed(key),
    openStepsNamed(key),
    codeAskedOf(key),
  ];
  if (digest) return work.digest?.(digest.day, digest.name);
  if (openSteps) return work.openSteps?.(openSteps.day, openSteps.who);
  if (code) return work.code?.(code);
  const sequence = sequenceOf(key.sk);
  if (sequence === null) return undefined;
  if (decisionId !== null) return work.decision?.(decisionId, sequence);
  return contractId === null ? undefined : work.contract?.(contractId, sequence);
};

// By this line of the log what was parked is put back. What a code is derived from is no business of the log’s.
const nameOf = (key: Key): string => (codeAskedOf(key) ? key.pk : `${key.pk} ${key.sk}`);

/** Does something for everything newly stored that there is work for. What fails alone is announced again; the rest is done with. */
export const eachStored = (failure: string, work: StoredWork) => {
  const worked = async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const key = { pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' };
    await workFor(work, key)?.catch((fault: unknown) => {
      logFault(failure, fault, { stored: nameOf(key) });
      throw fault;
    });
  };
  // What follows of an event goes on under the id of the request that it came of.
  const announced = async (record: DynamoDBRecord): Promise<void> => {
    if (record.eventName !== 'INSERT') return;
    await correlated(record.dynamodb?.NewImage?.correlationId?.S ?? record.eventID ?? 'unknown', () => worked(record));
  };
  return (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, announced, new BatchProcessor(EventType.DynamoDBStreams), { context, throwOnFullBatchFailure: false });
};
