import type { Decision } from '../decision/decision.ts';
import { stepOf } from '../decision/steps.ts';
import { keys } from '../platform/table/keys.ts';
import type { Item } from '../platform/table/stored-item.ts';
import { queryAll, type Table } from '../platform/table/table.ts';

// Only who had it can complain of it. An absence is reported as a passing bounce too, of an email that was delivered.
const arrived = ({ sentAt, deliveredAt, delayedAt, transientAt, bouncedAt, complainedAt, failedAt }: Item): boolean => {
  if (complainedAt) return true;
  if (bouncedAt || failedAt) return false;
  return Boolean(deliveredAt || (sentAt && !transientAt && !delayedAt));
};

/**
 * Those of these steps whose present link no email took anywhere: none was accepted by SES, or what was accepted is reported as refused or
 * held up. What was accepted and is not reported of counts as arrived.
 */
export const unreached = async (table: Table, decision: Decision, stepIds: readonly string[]): Promise<string[]> => {
  const { pk } = keys.email(decision.id, '');
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :email)',
    ExpressionAttributeValues: { ':pk': pk, ':email': keys.prefixes.email },
    ConsistentRead: true,
  });
  const emails = items.filter(arrived);
  return stepIds.filter((id) => !emails.some(({ stepId, issue }) => stepId === id && issue === stepOf(decision, id)?.issue));
};
