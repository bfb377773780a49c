import type { ClientRequest } from 'node:http';
import { beforeSending } from '../bin/local/outgoing.ts';

/** One request to the table as it left the process. */
export type Overheard = { operation: string; body: string };

const heard: Overheard[] = [];
let listening = false;

const note = (request: ClientRequest, body: unknown): undefined => {
  const operation =
    String(request.getHeader('x-amz-target') ?? '')
      .split('.')
      .at(-1) ?? '';
  // Only a reference is kept here: reading it is left until nobody is measuring.
  if (operation !== '' && body !== undefined)
    heard.push({
      operation,
      get body() {
        return Buffer.from(body as Uint8Array).toString();
      },
    });
};

/** Everything this process sends to the table while something is done, whichever copy of the SDK sends it. */
export const overhear = async <T>(act: () => Promise<T>): Promise<{ result: T; requests: Overheard[] }> => {
  if (!listening) beforeSending(note);
  listening = true;
  heard.length = 0;
  const result = await act();
  return { result, requests: [...heard] };
};
