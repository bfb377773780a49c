import { describe, expect, it } from 'vitest';
import { type Key, keys } from '../../functions/platform/table/keys.ts';
import { catalogue } from '../../lib/functions.ts';
import { actionsOf, type Statement, statementsOf, synthesiseStacks } from './stacks.ts';

const { process: template } = synthesiseStacks();
const actions = (name: string) => statementsOf(template, name).flatMap(actionsOf);
const may = (action: string) =>
  catalogue
    .filter((spec) => actions(spec.name).includes(action))
    .map((spec) => spec.name)
    .sort();

const patternsOf = ({ Condition }: Statement): string[] =>
  (Condition as { 'ForAllValues:StringLike'?: Record<string, string[]> } | undefined)?.['ForAllValues:StringLike']?.[
    'dynamodb:LeadingKeys'
  ] ?? ['*'];
const mayReach = (actionsWanted: RegExp, { pk }: Key): string[] =>
  catalogue
    .filter(({ name }) =>
      statementsOf(template, name)
        .filter((one) => actionsOf(one).some((action) => action.startsWith('dynamodb:') && actionsWanted.test(action)))
        .filter(({ Resource }) => !JSON.stringify(Resource).includes('/index/'))
        .some((one) => patternsOf(one).some((pattern) => new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`).test(pk))),
    )
    .map(({ name }) => name)
    .sort();

describe('what a function may do', () => {
  it('is written out action by action and table by table', () => {
    for (const spec of catalogue)
      for (const statement of statementsOf(template, spec.name)) {
        expect(actionsOf(statement).join()).not.toContain('*');
        // X-Ray knows no resource: its two actions are granted on everything or not at all.
        if (actionsOf(statement).every((action) => action.startsWith('xray:Put'))) expect(statement.Resource).toBe('*');
        else expect(JSON.stringify(statement.Resource)).not.toContain('*');
      }
  });

  it('never includes deleting or scanning', () => {
    for (const spec of catalogue) expect(actions(spec.name).filter((action) => /Delete|Scan|BatchWrite|PartiQL/.test(action))).toEqual([]);
  });

  it('includes sending email for the one sender and for the subscriptions, each from one address and through one configuration set', () => {
    expect(may('ses:SendRawEmail')).toEqual(['keep-subscriptions', 'send-emails', 'send-subscriptions']);
    const send = statementsOf(template, 'send-emails').find((statement) => actionsOf(statement).includes('ses:SendRawEmail'));
    expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'democratic.services@kent.example' } });
    expect(JSON.stringify(send?.Resource)).toMatch(/configuration-set\/.*identity\//);
  });

  it('includes the key of the links only for whoever writes or reads them', () => {
    expect(may('secretsmanager:GetSecretValue')).toEqual([
      'answer-alert',
      'desk',
      'keep-subscriptions',
      'respond',
      'send-emails',
      'send-subscriptions',
    ]);
  });

  it('includes writing for no public page and no read', () => {
    const writers = may('dynamodb:PutItem');
    for (const reader of ['read-register', 'serve-assets', 'describe-api', 'read-proposals', 'read-council', 'check-proposal'])
      expect(writers).not.toContain(reader);
  });

  it('lets the public register read what is published and the council’s settings, and no proposal', () => {
    const statements = statementsOf(template, 'read-register').filter((statement) => actionsOf(statement).join().includes('dynamodb'));
    const [onTable, onIndex, ...others] = statements;
    expect(onTable?.Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLIC#*', 'SEARCH#*', 'COUNCIL'] } });
    expect([keys.publication('23/00022').pk, keys.line('23/00022').pk, keys.council.pk]).toEqual([
      expect.stringMatching(/^PUBLIC#/),
      expect.stringMatching(/^SEARCH#/),
      'COUNCIL',
    ]);
    expect(keys.current('d1').pk).not.toMatch(/^(PUBLIC#|SEARCH#|COUNCIL$)/);
    expect([actionsOf(onIndex ?? { Action: [], Resource: '' }), JSON.stringify(onIndex?.Resource)]).toEqual([
      ['dynamodb:Query'],
      expect.stringContaining('/index/register'),
    ]);
    expect(others).toEqual([]);
  });

  it('lets neither whoever shows the settings nor whoever checks a proposal that is not saved read a saved one', () => {
    for (const name of ['read-council', 'check-proposal']) {
      const statements = statementsOf(template, name).filter((statement) => actionsOf(statement).join().includes('dynamodb'));
      expect(statements.map(({ Condition }) => Condition)).toEqual([
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLIC#*', 'SEARCH#*', 'COUNCIL'] } },
      ]);
    }
  });

  it('includes of each kind of item writing for whoever has something to write of it, and for nobody else', () => {
    const commands = catalogue.filter(({ entry }) => /^(proposal|notice|consultation|determination|call-in|link)\//.test(entry));
    const decisions = [
      ...commands.map(({ name }) => name).filter((name) => !['check-proposal', 'read-proposals'].includes(name)),
      'draft-from-contract',
      ...['daily-check', 'follow-up', 'record-delivery', 'send-emails'],
    ].sort();
    const contracts = [
      'answer-alert',
      'check-contracts',
      'follow-up',
      'import-contracts',
      'manage-contracts',
      'record-delivery',
      'send-emails',
    ];
    const theirs: [Key, string[]][] = [
      [keys.council, []],
      [keys.lastHold, []],
      [keys.current('d1'), decisions],
      [keys.email('d1', 'e1'), decisions],
      [keys.counter('23'), decisions],
      [keys.publication('23/00022'), decisions],
      [keys.chain('23/00022'), decisions],
      [keys.leaf('2023-03-07', '23/00022'), decisions],
      [keys.head('2023-03-07'), ['daily-check']],
      [keys.contract('c1'), contracts],
      [keys.inHand('23/00022', 'c1'), contracts],
      [keys.publicContract('C1'), contracts],
      [keys.publicContract('23/00022'), contracts],
      [keys.release('decision-d1'), contracts],
      [keys.answer('clerk', 'k'), [...new Set([...decisions, ...contracts])].sort()],
      [keys.shared('w', 'o'), ['follow-up']],
      [keys.dailyCheck, ['check-contracts', 'daily-check']],
      [keys.codeAsked('d1', 's1', 'n'), ['respond']],
      [keys.openSteps('2023-03-07', 'w'), ['daily-check']],
      [keys.digest('2023-03-07', 'w'), ['check-contracts', 'record-delivery', 'send-emails']],
      [keys.address('a'), ['record-delivery', 'send-emails']],
      [keys.line('23/00022'), ['index-publications']],
      [keys.subscriber('s1'), ['keep-subscriptions', 'record-delivery', 'send-subscriptions']],
      [keys.pendingSubscription('s1'), ['keep-subscriptions', 'record-delivery', 'send-subscriptions']],
    ];
    for (const [key, names] of theirs) expect([key.pk, mayReach(/PutItem|UpdateItem/, key)]).toEqual([key.pk, names]);
  });

  it('includes reading who subscribes for nobody but whoever writes to them, or hears that an email came back', () => {
    for (const key of [keys.subscriber('s1'), keys.pendingSubscription('s1')])
      expect(mayReach(/GetItem|Query/, key)).toEqual(['keep-subscriptions', 'record-delivery', 'send-subscriptions']);
  });

  it('lets whoever indexes read what is published and write the index, and touch no decision', () => {
    const onTheTable = statementsOf(template, 'index-publications').filter((statement) =>
      actionsOf(statement).some((action) => action.startsWith('dynamodb:')),
    );
    const [reads, writes, ...others] = onTheTable.filter((statement) => !actionsOf(statement).some((action) => action.includes('Stream')));
    expect(reads?.Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLIC#*', 'SEARCH#*', 'COUNCIL'] } });
    expect([actionsOf(writes ?? { Action: [], Resource: '' }), writes?.Condition]).toEqual([
      ['dynamodb:PutItem'],
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SEARCH#*'] } },
    ]);
    for (const key of [keys.posting('NOTICES', 'w=park', ''), keys.indexed('23/00022'), keys.change(1), keys.changeCounter])
      expect(key.pk).toMatch(/^SEARCH#/);
    expect(others).toEqual([]);
  });

  it('is nothing at all in the table for the assets and the description of the API', () => {
    for (const name of ['serve-assets', 'describe-api'])
      expect(actions(name)).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });
});
