/** What stands for a decision in the tags of an email to a subscriber, which is about none. */
export const subscriptionTag = 'subscription';

/** The name by which reports of an email to a subscriber find it again: it begins with their id. */
export const subscriptionKey = (id: string, what: string): string => `${id}-${what}`;

/** The subscriber whose email has this name; null for a name that none of theirs has. */
export const subscriberOf = (key: string): string | null => /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/.exec(key)?.[1] ?? null;
