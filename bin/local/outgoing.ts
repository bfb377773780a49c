import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

type End = (...given: unknown[]) => ClientRequest;

/**
 * From now on every request of this thread is looked at once it is whole and before it is sent, whichever client sends it; one that a fault
 * is found with is not sent, and fails with that.
 */
export function beforeSending(look: (request: ClientRequest, body: unknown) => Error | undefined): void {
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest };
    const end = request.end.bind(request) as End;
    request.end = ((...given: unknown[]) => {
      const fault = look(request, given[0]);
      return fault ? request.destroy(fault) : end(...given);
    }) as ClientRequest['end'];
  });
}
