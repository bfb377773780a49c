import { documentClient, type Table } from '../../functions/platform/table/table.ts';
import { localCredentials } from '../local/dynamodb.ts';
import { misused } from './command-line.ts';

/** The region that a command works in unless it is told another: that of the shell, else London’s. */
export const usualRegion = process.env.AWS_REGION ?? 'eu-west-2';

/** The flags by which a command is told its table. */
export const tableFlags = {
  table: { type: 'string' },
  endpoint: { type: 'string' },
  region: { type: 'string', default: usualRegion },
} as const;

/**
 * The table that the flags name: where an endpoint is given the one on this machine, else the one in AWS. Ends the process with 2 where
 * none is named.
 */
export const tableOf = ({ table, endpoint, region }: { table?: string; endpoint?: string; region: string }, usage: string): Table => {
  const tableName = table || misused(usage);
  return { client: documentClient({ region, ...(endpoint === undefined ? {} : { endpoint, credentials: localCredentials }) }), tableName };
};
