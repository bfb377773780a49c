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
    case 'call-for-codes':
    case 'call-for-digests':
    case 'call-for-open-steps':
    case 'note-progress':
    case 'note-kindred':
    case 'publish-heads':
    case 'write-search':
      return only(putPartitions[grant], allow(['dynamodb:PutItem'], [table.tableArn]));
    case 'mark-emails':
      return only(all('DIGEST', 'ADDRESS'), allow(['dynamodb:UpdateItem'], [table.tableArn]));
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
    case 'keep-subscriptions':
      return only(subscriptionPartitions, allow([...readActions, ...appendActions], [table.tableArn]));
  }
}

const all = (...kinds: string[]): string[] => kinds.map((kind) => `${kind}#*`);

/**
 * What a decision's commands write: of what is published, only what stands under a number, and what the next daily head is to cover. The
 * council's settings and directory are no part of it: whoever could change those from the page behind a link could have the next link mailed
 * to themselves.
 */
const decisionPartitions = [...all('DECISION', 'ANSWER'), keys.publication('??/?????').pk, keys.leaf('', '').pk, keys.counter('').pk];

/** What is put for one purpose each. A decision is nothing that whoever keeps a contract may write. */
const putPartitions = {
  'append-contracts': all('CONTRACT', 'PUBLIC#CONTRACT', 'PUBLIC#RELEASE', 'ANSWER', 'IN-HAND'),
  'call-for-codes': all('CODES'),
  'call-for-digests': all('DIGEST'),
  'call-for-open-steps': all('OPEN-STEPS'),
  'note-progress': [keys.dailyCheck.pk],
  'note-kindred': all('SHARED'),
  'publish-heads': [keys.head('').pk],
  'write-search': all('SEARCH'),
};

/** All of the record: nobody who reads it has to know who subscribes. */
const recordPartitions = [
  ...all('DECISION', 'PUBLIC', 'ANSWER', 'CONTRACT', 'IN-HAND', 'CODES', 'DIGEST', 'OPEN-STEPS', 'ADDRESS', 'SHARED'),
  ...[keys.counter('').pk, keys.dailyCheck.pk],
];

const subscriptionPartitions = ['SUBSCRIPTION#*', keys.subscriber('').pk];

/** What is published, what it can be found by, and the council's settings: every page prints its name and its colour. */
const publicPartitions = [...all('PUBLIC', 'SEARCH'), keys.council.pk];

/** A fault in a public page cannot show a proposal, nor one in the index touch a decision: AWS refuses the call itself. */
function only(partitions: string[], statement: PolicyStatement): PolicyStatement {
  statement.addCondition('ForAllValues:StringLike', { 'dynamodb:LeadingKeys': partitions });
  return statement;
}
