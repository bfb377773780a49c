import { inBackground, type FunctionSpec } from './spec.ts';

/** The functions nobody waits for; each has its own dead-letter queue. */
export const asynchronous: readonly FunctionSpec[] = [
  {
    name: 'daily-check',
    entry: 'schedule/daily-check.handler.ts',
    purpose: 'Finds what is due today: notices matured, periods closed, people to remind.',
    impact: 'Matured notices, closed call-ins and reminders wait until the check is run again.',
    routes: [],
    grants: ['read-items', 'append-events', 'query-due', 'query-lists', 'read-link-secret', 'send-email'],
    trigger: { kind: 'daily', at: '06:00', zone: 'Europe/London' },
    ...inBackground,
    timeoutSeconds: 300,
  },
  {
    name: 'send-emails',
    entry: 'email/send-emails.handler.ts',
    purpose: 'Sends the emails that stored events call for, each once.',
    impact: 'People are not told of steps that wait for them.',
    routes: [],
    grants: ['read-items', 'append-events', 'read-link-secret', 'send-email'],
    trigger: { kind: 'stored-events' },
    ...inBackground,
  },
  {
    name: 'follow-up',
    entry: 'follow-up/follow-up.handler.ts',
    purpose: 'Points out proposals that pass the threshold together, and brings what is decided into the register of contracts.',
    impact: 'Contracts of new decisions are missing from the register, and nobody is told of proposals that may be parts of one decision.',
    routes: [],
    grants: ['read-items', 'append-events'],
    trigger: { kind: 'stored-events' },
    ...inBackground,
  },
  {
    name: 'record-delivery',
    entry: 'email/record-delivery.handler.ts',
    purpose: 'Records whether an email was delivered, bounced or complained of.',
    impact: 'Bounced emails go unnoticed, so a step may wait for somebody who was never told.',
    routes: [],
    grants: ['read-items', 'append-events'],
    trigger: { kind: 'email-events' },
    ...inBackground,
  },
];
