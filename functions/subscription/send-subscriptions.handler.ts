import { toldOf } from '../search/index-store.ts';
import { scheduled } from '../platform/log/scheduled.ts';
import { dynamoPostings } from '../search/postings.ts';
import { deployedSubscribing } from './deployed-subscribing.ts';
import { sendDigests } from './subscription-digest.ts';

const deps = deployedSubscribing();
const postings = dynamoPostings(deps.table);

/** Sends the day's emails to those who subscribe; run again, it sends none twice. */
export const handler = scheduled('send-subscriptions', () =>
  sendDigests({
    ...deps,
    changesAfter: (after, limit) => postings.changes({ after, limit }),
    told: (number) => toldOf(deps.table, number),
  }),
);
