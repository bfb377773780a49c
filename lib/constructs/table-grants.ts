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
      return only([...recordPartitions, keys.council.pk], allow(readActions, [table.tableArn]));
    case 'append-decisions':
      return only(decisionPartitions, allow(appendActions, [table.tableArn]));
    case 'append-contracts':
      return only(contractPartitions, allow(['dynamodb:PutItem'], [table.tableArn]));
    case 'call-for-emails':
      return only(calledForPartitions, allow(['dynamodb:PutItem'], [table.tableArn]));
    case 'mark-emails':
      return only(markedPartitions, allow(['dynamodb:UpdateItem'], [table.tableArn]));
    case 'note-progress':
      return only(notedPartitions, allow(['dynamodb:PutItem'], [table.tableArn]));
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

const all = (...kinds: string[]): string[] => kinds.map((kind) => `${kind}#*`);

/**
 * What is written of decisions and of contracts. The council's settings and directory are none of it: whoever could change those from the
 * page behind a link could have the next link mailed to themselves. Nor is a decision anything that whoever keeps a contract may write.
 */
const decisionPartitions = [...all('DECISION', 'PUBLIC', 'ANSWER'), keys.counter('').pk];
const contractPartitions = all('CONTRACT', 'PUBLIC#CONTRACT', 'PUBLIC#RELEASE', 'ANSWER', 'IN-HAND');

/** What is stored so that it is mailed; and where it stands what became of an email that is about no decision, and of an address. */
const calledForPartitions = all('CODES', 'DIGEST', 'OPEN-STEPS');
const markedPartitions = all('DIGEST', 'ADDRESS');

/** What runs by itself notes for its next run: the days it has done, and what proposals have in common. */
const notedPartitions = [...all('SHARED'), keys.dailyCheck.pk];

/** All of these: nobody who reads the record has to know who subscribes. */
const recordPartitions = [
  ...new Set([...decisionPartitions, ...contractPartitions, ...calledForPartitions, ...markedPartitions, ...notedPartitions]),
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
