import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkSecrets } from '../link/links.ts';

/** What a link in an email to a subscriber does. */
export type Purpose = 'confirm' | 'stop';

const linkPattern = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

// A link that stops may not confirm, and none of them may sign a decision.
const macOf = (purpose: Purpose, id: string, secret: string): string =>
  createHmac('sha256', secret).update(`clear-days/subscription/${purpose}/1\n`).update(id).digest('base64url');

/** The path of a link in an email to a subscriber: `/subscriptions/stop/{id}.{mac}`. */
export const subscriptionLink = (purpose: Purpose, id: string, { current }: LinkSecrets): string =>
  `/subscriptions/${purpose}/${id}.${macOf(purpose, id, current)}`;

/** Whose subscription a link's last part is for; null unless its mac is exactly ours, by the key in use or the one before. */
export const readSubscriptionLink = (purpose: Purpose, text: string, { current, previous }: LinkSecrets): string | null => {
  const [, id, mac] = linkPattern.exec(text) ?? [];
  if (!id || !mac) return null;
  const isBy = (secret: string) => timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(purpose, id, secret)));
  return [current, previous ?? current].map(isBy).includes(true) ? id : null;
};
