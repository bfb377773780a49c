import { describe, expect, it } from 'vitest';
import { keys } from '../../functions/platform/table/keys.ts';
import { catalogue } from '../../lib/functions.ts';
import { actionsOf, statementsOf, synthesiseStacks } from './stacks.ts';

const { process: template } = synthesiseStacks();
const actions = (name: string) => statementsOf(template, name).flatMap(actionsOf);
const may = (action: string) =>
  catalogue
    .filter((spec) => actions(spec.name).includes(action))
    .map((spec) => spec.name)
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

  it('lets no function change the council’s settings and directory, nor one that writes the record touch subscribers, the index or the holds', () => {
    for (const spec of catalogue) {
      const writes = statementsOf(template, spec.name).filter((statement) =>
        actionsOf(statement).some((action) => /PutItem|UpdateItem/.test(action)),
      );
      for (const { Condition } of writes) {
        const patterns = Object.values(Object.values(Condition ?? {})[0] ?? { '': ['*'] }).flat() as string[];
        const mayWrite = (pk: string) => patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(pk));
        expect([spec.name, mayWrite(keys.council.pk), mayWrite(keys.lastHold.pk)]).toEqual([spec.name, false, false]);
        if (!spec.grants.includes('append-events') || !mayWrite(keys.current('x').pk)) continue;
        const other = [keys.subscriber('x').pk, keys.pendingSubscription('x').pk, keys.line('23/00022').pk];
        expect([spec.name, ...other.map(mayWrite)]).toEqual([spec.name, false, false, false]);
        const record = [keys.current('x'), keys.counter('23'), keys.publication('23/00022'), keys.contract('x'), keys.answer('x', 'y')];
        expect([spec.name, ...record.map(({ pk }) => mayWrite(pk))]).toEqual([spec.name, true, true, true, true, true]);
      }
    }
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
