import { createHash } from 'node:crypto';

/** A network that a request came through: what it is counted under in an hour, and how many of that hour's turns it may take. */
export type AskedFrom = { countedAs: (hour: string) => string; most: number };

/** How many turns of an hour one network may take. */
export const mostByNetwork = 12;

/** How many may come by one proxy's network: CloudFront's, or that of whoever came past it and says what they like of themselves. */
export const mostByProxy = 30;

// One customer has a whole network of the newer kind of addresses, and can easily have another address of the older.
const networkOf = (address: string): string => {
  if (address.includes('.'))
    return address
      .slice(address.lastIndexOf(':') + 1)
      .split('.')
      .slice(0, 3)
      .join('.');
  const [before = ''] = address.split('::');
  return [...before.split(':'), '0', '0', '0']
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16) || 0)
    .join(':');
};

// Who asked is nobody's business once they are counted: of 4,096 names a network has one, and another in the next hour.
const nameFor =
  (kind: 'network' | 'proxy', address: string) =>
  (hour: string): string => {
    const digest = createHash('sha256')
      .update(`${hour}\n${networkOf(address)}`)
      .digest('hex');
    return `${kind}-${digest.slice(0, 3)}`;
  };

/**
 * Through which networks a request came. API Gateway says who came to it (`sourceIp`), and writes that last in `X-Forwarded-For`;
 * CloudFront writes before that who came to CloudFront. Whatever stands before those two, anybody may have written.
 */
export const askedFrom = ({ headers, sourceIp }: { headers: Record<string, string | undefined>; sourceIp: string }): AskedFrom[] => {
  const hops = (headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  // What stands last is taken for API Gateway's only where it is who came.
  if (networkOf(hops.at(-1) ?? '') === networkOf(sourceIp)) hops.pop();
  const before = hops.at(-1);
  const asker = { countedAs: nameFor('network', before || sourceIp), most: mostByNetwork };
  return before ? [asker, { countedAs: nameFor('proxy', sourceIp), most: mostByProxy }] : [asker];
};
