import type { CouncilResponse } from '../../council/council-response.schema.ts';
import { knownAs } from '../../decision/holder.ts';
import { isHeard } from '../../decision/transitions.ts';
import type { Role } from '../../platform/http/caller.ts';
import type { Action } from './action.ts';
import type { Proposal } from '../desk-api.ts';
import { meetingActions } from './meeting-actions.ts';
import { noticeActions } from './notice-actions.ts';
import { scrutinyActions } from './scrutiny-actions.ts';
import type { Session } from '../sign-in/session.ts';
import { stepActions } from './step-actions.ts';
import { stoppingActions } from './stopping-actions.ts';

type Who = Session['who'];

/** Everything that can be done to a proposal on its own page, in the order of the process. */
export const actions: readonly Action[] = [...noticeActions, ...meetingActions, ...scrutinyActions, ...stoppingActions];

const isTheirs = (proposal: Proposal, who: Who, roles: readonly Role[]): boolean =>
  roles.some((role) => who.roles.includes(role) && (role !== 'officer' || knownAs(who.sub, who.email).includes(proposal.submittedBy.sub)));

/** Whether somebody may do this now, as far as the desk can tell; the API has the last word. */
export const isOpenTo = (action: Action, proposal: Proposal, who: Who, council: CouncilResponse): boolean =>
  isHeard(proposal.status, action.command) && isTheirs(proposal, who, action.roles) && (action.when?.(proposal, council) ?? true);

/** Whether somebody may change what the proposal says. */
export const mayEdit = (proposal: Proposal, who: Who): boolean =>
  isHeard(proposal.status, 'amend-proposal') && isTheirs(proposal, who, ['officer']);

const saved: Record<string, string> = {
  saved: 'Saved.',
  drafted: 'The draft is saved.',
  imported: 'Brought in. What it lacks is among its findings.',
};

/** What was just done, to say so on the page that follows; null for words that are none of ours. */
export const doneWords = (name: string | null): string | null =>
  [...actions, ...stepActions].find((action) => action.name === name)?.done ?? saved[name ?? ''] ?? null;
