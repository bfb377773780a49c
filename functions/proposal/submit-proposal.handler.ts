import { commandHandler } from '../platform/http/command-handler.ts';

/** Gives a proposal its number and opens clearance. */
export const handler = commandHandler({ roles: ['officer'], command: ({ by }) => ({ type: 'submit-proposal', by }) });
