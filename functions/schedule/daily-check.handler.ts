import { deployed } from '../platform/deployed.ts';
import { scheduled } from '../platform/log/scheduled.ts';
import { dailyCheck } from './daily-check.ts';
import { keepDigests } from './digests.ts';
import { openStepsStore } from './open-steps-store.ts';

const around = deployed();
const openSteps = openStepsStore(around.table);

/** Runs the daily check; run again on the same day it does nothing again. */
export const handler = scheduled('daily-check', () => dailyCheck({ ...around, digests: () => keepDigests({ ...around, openSteps }) }));
