import { deployed } from '../platform/deployed.ts';
import { eachStoredEvent } from '../platform/stored-events.ts';
import { watchSplitting } from './splitting-watch.ts';

const around = deployed();

/** Points out proposals that pass the threshold together with one just submitted or changed. */
export const handler = eachStoredEvent('Proposals were not compared', (decisionId, sequence) => watchSplitting(around, decisionId, sequence));
