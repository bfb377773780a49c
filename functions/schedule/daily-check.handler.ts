import { deployedSending } from '../email/deployed-sending.ts';
import { linkKeys } from '../link/link-secrets.ts';
import { deployed } from '../platform/deployed.ts';
import { readEnv } from '../platform/env.ts';
import { scheduled } from '../platform/scheduled.ts';
import { dailyCheck } from './daily-check.ts';
import { sendDigests } from './digests.ts';

const around = deployed();
const sending = deployedSending(linkKeys(readEnv('LINK_SECRET_ID').LINK_SECRET_ID));

/** Runs the daily check; run again on the same day it does nothing again. */
export const handler = scheduled('daily-check', () => dailyCheck({ ...around, digests: () => sendDigests(sending) }));
