import { deployedGround, type Ground } from '../platform/deployed-ground.ts';
import { api, type ApiHandler } from '../platform/http/http.ts';
import { londonDate } from '../rules/local-date.ts';
import { councilResponse } from './council-response.schema.ts';
import { inForce } from './in-force.ts';

/** The settings in force and the directory as it stands today. */
export const readCouncil = ({ loadCouncil, now }: Pick<Ground, 'loadCouncil' | 'now'>): ApiHandler =>
  api({ response: councilResponse }, async () => ({ status: 200, body: inForce(await loadCouncil(), londonDate(now())) }));

export const handler = readCouncil(deployedGround());
