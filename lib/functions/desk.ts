import { publicly, waitedFor, type FunctionSpec } from './spec.ts';

const pages = (...paths: string[]) => publicly(...paths.map((path) => `GET ${path}`));
const forms = (...paths: string[]) => publicly(...paths.flatMap((path) => [`GET ${path}`, `POST ${path}`]));

/**
 * The pages for officers and clerks. They sign people in themselves, and call the API as the person signed in: nothing of the record is
 * theirs.
 */
export const desk: readonly FunctionSpec[] = [
  {
    name: 'desk',
    entry: 'desk/desk.handler.ts',
    purpose: 'Serves the pages on which officers and clerks do their work, over the API.',
    impact: 'Officers and clerks can work by the API only.',
    routes: [
      ...pages(
        '/desk',
        '/desk/sign-in',
        '/desk/signed-in',
        '/desk/signed-out',
        '/desk/proposals',
        '/desk/proposals/{id}',
        '/desk/contracts',
        '/desk/contracts/{id}',
        '/desk/undelivered',
      ),
      ...publicly('POST /desk/sign-out'),
      ...forms(
        '/desk/import',
        '/desk/proposals/new',
        '/desk/proposals/{id}/edit',
        '/desk/proposals/{id}/{action}',
        '/desk/proposals/{id}/steps/{stepId}/{action}',
        '/desk/contracts/new',
        '/desk/contracts/{id}/{action}',
      ),
    ],
    grants: ['sign-people-in'],
    ...waitedFor,
    // A page waits for several calls of the API, each perhaps of a function that has just started.
    timeoutSeconds: 25,
  },
];
