import type { CouncilResponse } from '../../council/council-response.schema.ts';
import type { CommandType } from '../../decision/commands.ts';
import type { Role } from '../../platform/http/caller.ts';
import type { Proposal } from '../desk-api.ts';
import type { Field } from '../form/field.ts';

/** Something that may be done to a proposal by one form: a page of the desk, a command of the API. */
export type Action = {
  name: string;
  title: string;
  button: string;
  /** What it does, in a sentence or two. */
  does: string;
  done: string;
  command: CommandType;
  /** Only the officer whose proposal it is may do it as an officer. */
  roles: readonly Role[];
  when?: (proposal: Proposal, council: CouncilResponse) => boolean;
  /** `step` is the person asked, where the action is about one. */
  fields: (council: CouncilResponse, proposal: Proposal, step: Proposal['steps'][number] | null) => Field[];
  /** What the form begins with. */
  from?: (proposal: Proposal) => object;
  /** What is sent, where not all that the form holds. */
  sends?: (value: Record<string, unknown>, proposal: Proposal) => Record<string, unknown>;
  /** Done only while the proposal is as it was when the form was opened. */
  asShown?: true;
  grave?: boolean;
};

/** An action that asks for nothing but its button. */
export const none = (): Field[] => [];
