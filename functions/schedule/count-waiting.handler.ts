import { readEnv } from '../platform/env.ts';
import { scheduled } from '../platform/log/scheduled.ts';
import { documentClient } from '../platform/table/table.ts';
import { countWaiting } from './count-waiting.ts';

const table = { client: documentClient(), tableName: readEnv('TABLE_NAME').TABLE_NAME };

/** Counts the decisions that wait; counted again, the same number is told again. */
export const handler = scheduled('count-waiting', () => countWaiting(table));
