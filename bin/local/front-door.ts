import { createServer, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { UsageError } from './arguments.ts';
import type { Children } from './children.ts';
import { answerControl, type ControlParts } from './controls.ts';
import type { Gateway } from './gateway.ts';
import { listen } from './listen.ts';
import { startPage } from './pages.ts';

export interface Door {
  base: string;
  /** Puts what answers behind the door; until then it answers 503. */
  answerWith: (listener: RequestListener) => void;
}

/** Takes the port before anything else starts, so that a taken one is told at once. */
export async function openDoor(port: number, children: Children): Promise<Door> {
  let listener: RequestListener = notYet;
  const server = createServer({ maxHeaderSize: longestHead }, (request, response) => listener(request, response));
  server.on('clientError', refuseUnread);
  const base = await listen(server, port).catch((problem: NodeJS.ErrnoException) => {
    throw portProblem(port, problem);
  });
  children.add(() => {
    server.close();
    server.closeAllConnections();
  });
  return { base, answerWith: (next) => (listener = next) };
}

/** The API at every path but `/_local`, which exists on this machine only. */
export function frontDoor(gateway: Gateway, parts: ControlParts): RequestListener {
  const answer: RequestListener = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    if (pathname === '/_local' || pathname.startsWith('/_local/')) return answerControl(parts, request, response);
    if (pathname === '/' && !gateway.serves('GET', '/'))
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(startPage());
    return gateway.handle(request, response);
  };
  return (request, response) => {
    Promise.resolve(answer(request, response)).catch((problem: unknown) => {
      process.stderr.write(`${request.method} ${request.url}: ${String(problem)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

// What API Gateway takes in a request line and its headers together.
const longestHead = 10_240;

/** A request that nobody could read is told so, as the gateway would tell it. */
function refuseUnread(problem: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const [status, message] = problem.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request'];
  const body = JSON.stringify({ message });
  socket.end(
    `HTTP/1.1 ${status} ${message}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const notYet: RequestListener = (_request, response) => {
  response
    .writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' })
    .end(JSON.stringify({ message: 'Service Unavailable' }));
};

function portProblem(port: number, problem: NodeJS.ErrnoException): Error {
  if (problem.code === 'EADDRINUSE')
    return new UsageError(`Port ${port} is taken. Choose another, such as PORT=${port + 1}, or PORT=0 for any free one.`);
  if (problem.code === 'EACCES') return new UsageError(`Port ${port} needs more rights than this user has. Choose one above 1023.`);
  return problem;
}
