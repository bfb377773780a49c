/** Who may call a route: anybody, or a bearer of the council's token. */
export type Access = 'public' | 'jwt';
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT';
export interface Route {
  method: Method;
  path: string;
  access: Access;
}

/** What a function may do in the table, each to the least action. */
export type Grant =
  | 'read-items'
  | 'append-decisions'
  | 'append-contracts'
  | 'call-for-codes'
  | 'call-for-digests'
  | 'call-for-open-steps'
  | 'mark-emails'
  | 'note-progress'
  | 'note-kindred'
  | 'publish-heads'
  | 'query-lists'
  | 'query-due'
  | 'query-contracts'
  | 'read-public-items'
  | 'query-register'
  | 'write-search'
  | 'keep-subscriptions'
  | 'read-link-secret'
  | 'sign-people-in'
  | 'send-email';

/** A time of day where a zone keeps it, such as 06:00 in Europe/London. */
export type DailyTrigger = { kind: 'daily'; at: string; zone: string };

/** What starts a function that nobody waits for. */
export type Trigger = { kind: 'stored-events' } | { kind: 'stored-publications' } | { kind: 'email-events' } | DailyTrigger;

export interface FunctionSpec {
  name: string;
  /** Path of the entry file below `functions/`. */
  entry: string;
  /** What it seldom needs it imports when it does, from files of their own beside its entry. */
  splits?: true;
  purpose: string;
  /** What the council loses while this function fails: the first sentence of its alarm. */
  impact: string;
  routes: readonly Route[];
  /** Answers whatever no route of any function does: an address mistyped, or a link cut in two. One function of all does. */
  answersTheRest?: true;
  grants: readonly Grant[];
  trigger?: Trigger;
  memoryMegabytes: number;
  timeoutSeconds: number;
}

/** A private route for each `METHOD /path`. */
export function privately(...lines: string[]): Route[] {
  return lines.map((line) => route(line, 'jwt'));
}

/** A public route for each `METHOD /path`. */
export function publicly(...lines: string[]): Route[] {
  return lines.map((line) => route(line, 'public'));
}

function route(line: string, access: Access): Route {
  const [method, path] = line.split(' ');
  return { method: method as Method, path: path ?? '/', access };
}

/** A function people wait for: memory buys CPU, and half a gigabyte halves the cold start of a quarter. */
export const waitedFor = { memoryMegabytes: 512, timeoutSeconds: 10 };

/** A function that works through a batch with nobody waiting. */
export const inBackground = { memoryMegabytes: 512, timeoutSeconds: 60 };
