import { subscribeForm } from '../subscription/subscription.schema.ts';
import { type Operation, publicly } from './operation.ts';

/** How anybody has emails of decisions begun and stopped. */
export const subscriptionOperations: Operation[] = [
  publicly('/subscriptions', 'subscribe-form', 'The form to be told of decisions by email', {
    answers: { 200: { words: 'The page', types: ['text/html'] } },
  }),
  {
    id: 'subscribe',
    method: 'post',
    path: '/subscriptions',
    roles: 'anybody',
    summary: 'Asks for emails; the address is sent a link, and nothing more until it is used',
    form: subscribeForm,
    answers: {
      200: { words: 'Check your email', types: ['text/html'] },
      403: { words: 'Sent from another site, or not by the form', types: ['text/html'] },
      422: { words: 'The form again, each problem beside its field', types: ['text/html'] },
      429: { words: 'Too many have asked in this hour', types: ['text/html'], headers: ['Retry-After'] },
    },
    problems: [],
  },
  publicly('/subscriptions/confirm/{link}', 'open-confirmation', 'A page that asks whether to begin; nothing changes', {
    answers: { 200: { words: 'The page', types: ['text/html'] } },
  }),
  {
    id: 'confirm-subscription',
    method: 'post',
    path: '/subscriptions/confirm/{link}',
    roles: 'anybody',
    summary: 'Begins the emails',
    answers: {
      200: { words: 'They have begun', types: ['text/html'] },
      403: { words: 'Sent from another site, or not by the form', types: ['text/html'] },
      404: { words: 'The link is none, or no longer works', types: ['text/html'] },
    },
    problems: [],
  },
  publicly('/subscriptions/stop/{link}', 'open-stop', 'A page that asks whether to stop; nothing changes', {
    answers: { 200: { words: 'The page', types: ['text/html'] } },
  }),
  {
    id: 'stop-subscription',
    method: 'post',
    path: '/subscriptions/stop/{link}',
    roles: 'anybody',
    summary: 'Stops the emails and forgets the address, in one click (RFC 8058)',
    answers: {
      200: { words: 'They have stopped', types: ['text/html'] },
      404: { words: 'The link is none', types: ['text/html'] },
    },
    problems: [],
  },
];
