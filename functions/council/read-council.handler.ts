import { deployedReading, type Reading } from '../platform/deployed-reading.ts';
import { api, type ApiHandler } from '../platform/http.ts';
import { londonDate } from '../rules/local-date.ts';
import { councilResponse } from './council-response.schema.ts';
import { inForce } from './in-force.ts';

/** The settings in force and the directory as it stands today. */
export const readCouncil = ({ loadCouncil, now }: Reading): ApiHandler =>
  api({ response: councilResponse }, async () => ({ status: 200, body: inForce(await loadCouncil(), londonDate(now())) }));

export const handler = readCouncil(deployedReading());
