import { isOurs, type LinkSecrets, macOf } from '../link/macs.ts';

/** What a link in an email to a subscriber does. */
export type Purpose = 'confirm' | 'stop';

const linkPattern = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

// A link that stops may not confirm, and none of them may sign a decision.
const domainOf = (purpose: Purpose): string => `clear-days/subscription/${purpose}/1\n`;

/** The path of a link in an email to a subscriber: `/subscriptions/stop/{id}.{mac}`. */
export const subscriptionLink = (purpose: Purpose, id: string, { current }: LinkSecrets): string =>
  `/subscriptions/${purpose}/${id}.${macOf(domainOf(purpose), id, current)}`;

/** Whose subscription a link's last part is for; null unless its mac is exactly ours, by the key in use or the one before. */
export const readSubscriptionLink = (purpose: Purpose, text: string, secrets: LinkSecrets): string | null => {
  const [, id, mac] = linkPattern.exec(text) ?? [];
  return id && mac && isOurs(mac, domainOf(purpose), id, secrets) ? id : null;
};
