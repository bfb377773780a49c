import type { IncomingMessage } from 'node:http';

/** The longest body that API Gateway hands on. */
export const tenMegabytes = 10 * 1024 * 1024;

/** The whole body, or nothing when it is longer than `limit` bytes; read to its end either way, so that the answer arrives. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length <= limit ? Buffer.concat(chunks) : undefined;
}
