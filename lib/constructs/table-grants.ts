import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { keys } from '../../functions/platform/table/keys.ts';
import type { Grant } from '../functions/spec.ts';

type TableGrant = Exclude<Grant, 'read-link-secret' | 'sign-people-in' | 'send-email'>;

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

/** A transaction is authorised action by action, so there is no TransactWriteItems to grant. Nothing may delete or scan. */
const appendActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** The statement a grant comes to: named actions on the table or on one named index. */
export function tableStatement(grant: TableGrant, table: ITableV2): PolicyStatement {
  const index = (...names: string[]) => names.map((name) => `${table.tableArn}/index/${name}`);
  const allow = (actions: string[], resources: string[]) => new PolicyStatement({ effect: Effect.ALLOW, actions, resources });
  switch (grant) {
    case 'read-items':
      return allow(readActions, [table.tableArn]);
    case 'append-events':
      return only(recordPartitions, allow(appendActions, [table.tableArn]));
    case 'query-lists':
      return allow(['dynamodb:Query'], index('byStatus', 'byOfficer'));
    case 'query-due':
      return allow(['dynamodb:Query'], index('due'));
    case 'query-contracts':
      return allow(['dynamodb:Query'], index('contracts', 'contractsOf'));
    case 'query-register':
      return allow(['dynamodb:Query'], index('register'));
    case 'read-public-items':
      return only(publicPartitions, allow(readActions, [table.tableArn]));
    case 'write-search':
      return only(searchPartitions, allow(['dynamodb:PutItem'], [table.tableArn]));
    case 'keep-subscriptions':
      return only(subscriptionPartitions, allow([...readActions, ...appendActions], [table.tableArn]));
  }
}

/**
 * What a command and what follows of it write. The council's settings and directory are none of it: whoever could change those from the
 * page behind a link could have the next link mailed to themselves.
 */
const recordPartitions = [
  ...['DECISION', 'CONTRACT', 'PUBLIC', 'ANSWER', 'CODES', 'DIGEST', 'OPEN-STEPS', 'IN-HAND', 'SHARED', 'ADDRESS'].map(
    (kind) => `${kind}#*`,
  ),
  keys.counter('').pk,
  keys.dailyCheck.pk,
];

const searchPartitions = ['SEARCH#*'];
const subscriptionPartitions = ['SUBSCRIPTION#*', keys.subscriber('').pk];

/** What is published, what it can be found by, and the council's settings: every page prints its name and its colour. */
const publicPartitions = ['PUBLIC#*', ...searchPartitions, keys.council.pk];

/** A fault in a public page cannot show a proposal, nor one in the index touch a decision: AWS refuses the call itself. */
function only(partitions: string[], statement: PolicyStatement): PolicyStatement {
  statement.addCondition('ForAllValues:StringLike', { 'dynamodb:LeadingKeys': partitions });
  return statement;
}
