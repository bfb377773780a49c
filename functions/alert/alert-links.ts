import { isOurs, type LinkSecrets, macOf } from '../link/macs.ts';
import type { LocalDate } from '../rules/local-date.ts';

/** Whose answer about which contract a link takes, and the day of the email that it stands in. */
export type AlertLink = { contractId: string; day: LocalDate; person: string };

const domain = 'clear-days/contract-alert/1\n';
const idPattern = /^([A-Za-z0-9-]{1,150})_(\d{4}-\d{2}-\d{2})_([0-9a-f]{16})$/;
const linkPattern = /^([A-Za-z0-9_-]{1,220})\.([A-Za-z0-9_-]{43})$/;

/**
 * The path on which one person answers the alerts of one contract, `/contract-alerts/{id}.{mac}`. Throws for ids that no link can carry.
 */
export const alertLink = ({ contractId, day, person }: AlertLink, { current }: LinkSecrets): string => {
  const id = `${contractId}_${day}_${person}`;
  if (!idPattern.test(id)) throw new Error(`No link can carry "${id}"`);
  return `/contract-alerts/${id}.${macOf(domain, id, current)}`;
};

/** What a link’s last part answers; null unless its mac is exactly the one we would write, by the key in use or the one before. */
export const readAlertLink = (text: string, secrets: LinkSecrets): AlertLink | null => {
  const [, id = '', mac = ''] = linkPattern.exec(text) ?? [];
  const [, contractId, day, person] = idPattern.exec(id) ?? [];
  if (!contractId || !day || !person) return null;
  return isOurs(mac, domain, id, secrets) ? { contractId, day, person } : null;
};
