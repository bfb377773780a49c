import { privately, publicly, waitedFor, type FunctionSpec } from './spec.ts';

/** The functions behind the links in emails. */
export const linked: readonly FunctionSpec[] = [
  {
    name: 'manage-step',
    entry: 'link/manage-step.handler.ts',
    purpose: 'Sends a step’s email again, or gives the step to cover.',
    impact: 'Clerks cannot chase or cover a signatory.',
    routes: privately(
      'POST /api/proposals/{id}/steps/{stepId}/resend',
      'POST /api/proposals/{id}/steps/{stepId}/delegate',
      'POST /api/proposals/{id}/steps/{stepId}/answer',
      'POST /api/proposals/{id}/steps/{stepId}/lift-suppression',
    ),
    grants: ['read-items', 'append-decisions'],
    ...waitedFor,
  },
  {
    name: 'respond',
    entry: 'link/respond.handler.ts',
    purpose: 'Shows the page behind a link and takes its answer.',
    impact: 'Nobody can clear, answer a consultation or sign by their link.',
    routes: publicly('GET /respond/{link}', 'HEAD /respond/{link}', 'POST /respond/{link}'),
    grants: ['read-items', 'append-decisions', 'call-for-codes', 'read-link-secret'],
    ...waitedFor,
  },
];
