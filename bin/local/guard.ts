import type { ClientRequest } from 'node:http';
import { callsIn } from './aws-calls.ts';
import { beforeSending } from './outgoing.ts';
import { mayCall, type Statement } from './permissions.ts';

/** As AWS refuses what a role does not allow. */
class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';
}

// Every request to AWS is signed for one service, and nothing else that a function sends is signed.
const signedFor = /Credential=[^/]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;

const refusalOf = (statements: readonly Statement[], request: ClientRequest, body: string): AccessDenied | undefined => {
  const [, service] = signedFor.exec(String(request.getHeader('authorization') ?? '')) ?? [];
  if (service === undefined) return undefined;
  const refused = callsIn(service, String(request.getHeader('x-amz-target') ?? ''), body).find((call) => !mayCall(statements, call));
  return (
    refused &&
    new AccessDenied(
      `The role of this function does not allow ${refused.action} on ${refused.resources.join(' and ')} ${JSON.stringify(refused.facts)}`,
    )
  );
};

/** From now on this thread asks nothing of AWS that its role does not allow: on AWS it would be refused, so it is here. */
export function guard(statements: readonly Statement[]): void {
  beforeSending((request, body) =>
    refusalOf(statements, request, body instanceof Uint8Array || typeof body === 'string' ? Buffer.from(body).toString() : ''),
  );
}
