import { deployed } from '../platform/deployed.ts';
import { dailyCheck } from './daily-check.ts';

const around = deployed();

/** Runs the daily check; run again on the same day it does nothing again. */
export const handler = () => dailyCheck(around);
