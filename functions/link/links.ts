import { isOurs, type LinkSecrets, macOf } from './macs.ts';

/** Which step of which decision a link answers, and which issue of that step's link it is. */
export type LinkTarget = { decisionId: string; stepId: string; issue: number };

const domain = 'clear-days/respond/1\n';
const part = '[A-Za-z0-9-]{1,100}';
const idPattern = new RegExp(`^(${part})_(${part})_([1-9][0-9]{0,5})$`);
const linkPattern = /^([A-Za-z0-9_-]{1,220})\.([A-Za-z0-9_-]{43})$/;

/** The path of a step's link, `/respond/{id}.{mac}`. Throws for a target whose ids no link can carry. */
export const linkFor = ({ decisionId, stepId, issue }: LinkTarget, { current }: LinkSecrets): string => {
  const id = `${decisionId}_${stepId}_${issue}`;
  if (!idPattern.test(id)) throw new Error(`No link can carry "${id}"`);
  return `/respond/${id}.${macOf(domain, id, current)}`;
};

/**
 * What a link claims to answer, whoever wrote it: its mac is not looked at, so that this proves nothing. Null for what no link looks like.
 */
export const claimedTarget = (text: string): LinkTarget | null => {
  const [, id = ''] = linkPattern.exec(text) ?? [];
  const [, decisionId, stepId, issue] = idPattern.exec(id) ?? [];
  return decisionId && stepId && issue ? { decisionId, stepId, issue: Number(issue) } : null;
};

/**
 * What a link's last part, `{id}.{mac}`, answers; null unless its mac is exactly the one we would write, by the key in
 * use or the one before. Takes as long for a wrong mac as for a right one.
 */
export const readLink = (text: string, secrets: LinkSecrets): LinkTarget | null => {
  const [, id = '', mac = ''] = linkPattern.exec(text) ?? [];
  const target = claimedTarget(text);
  return target && isOurs(mac, domain, id, secrets) ? target : null;
};
