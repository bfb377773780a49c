import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** One request to the table as it left the process. */
export type Overheard = { operation: string; body: string };

type Started = { request: ClientRequest };
type End = (chunk?: unknown, ...rest: unknown[]) => ClientRequest;

const heard: Overheard[] = [];
let listening = false;

const note = (request: ClientRequest): void => {
  const end = request.end.bind(request) as End;
  request.end = ((chunk?: unknown, ...rest: unknown[]) => {
    const operation = String(request.getHeader('x-amz-target') ?? '').split('.').at(-1) ?? '';
    // Only a reference is kept here: reading it is left until nobody is measuring.
    if (operation !== '' && chunk !== undefined) heard.push({ operation, get body() { return Buffer.from(chunk as Uint8Array).toString(); } });
    return end(chunk, ...rest);
  }) as ClientRequest['end'];
};

/** Everything this process sends to the table while something is done, whichever copy of the SDK sends it. */
export const overhear = async <T>(act: () => Promise<T>): Promise<{ result: T; requests: Overheard[] }> => {
  if (!listening) subscribe('http.client.request.created', (message) => note((message as Started).request));
  listening = true;
  heard.length = 0;
  const result = await act();
  return { result, requests: [...heard] };
};
