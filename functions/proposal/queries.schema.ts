import * as z from 'zod';
import { statuses } from '../decision/decision.ts';

const cursor = z.string().min(1).max(2000).optional();
const limit = z.coerce.number('Use a whole number').int('Use a whole number').min(1, 'Ask for 1 to 100').max(100, 'Ask for 1 to 100').default(25);

/** Any list: where to go on from, and how many. */
export const pageQuery = z.object({ cursor, limit });

/** GET /api/proposals: all of them, of one status, or one's own. */
export const listQuery = z.object({ cursor, limit, status: z.enum(statuses, 'This is not a status').optional(), mine: z.enum(['true', 'false'], 'Use true or false').optional() });
