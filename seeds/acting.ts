import type { Council } from '../functions/council/council.schema.ts';
import { holderOf, type InPost } from '../functions/council/directory.rules.ts';
import type { Actor } from '../functions/decision/events.ts';
import { type Instant, londonDate } from '../functions/rules/local-date.ts';
import type { SeedDecision } from './decisions/seed-decision.ts';

/** Whoever held a post at a moment. Throws where nobody did: the directory must reach back as far as the histories. */
export const holder = (council: Council, post: string, at: Instant): InPost => {
  const found = holderOf(council, post, londonDate(at));
  if (!found) throw new Error(`${council.name} has nobody in the post "${post}" on ${londonDate(at)}`);
  return found;
};

/** The officer who drafted a decision. Throws where a history has no draft. */
export const officerOf = ({ source, history }: SeedDecision): Actor => {
  const draft = history.find((act) => act.act === 'draft');
  if (!draft) throw new Error(`${source} was never drafted`);
  return { kind: 'officer', id: draft.by.sub, name: draft.by.name, capacity: 'Officer' };
};

/** The clerk of the day, saying in whose place where `override` is given. */
export const clerk = (council: Council, at: Instant, override?: string): Actor => ({
  kind: 'clerk',
  id: 'clerk',
  name: holder(council, 'clerk', at).name,
  capacity: 'Democratic Services',
  ...(override ? { override } : {}),
});

/** The chair of scrutiny of the day. */
export const scrutiny = (council: Council, at: Instant): Actor => ({
  kind: 'scrutiny',
  id: 'scrutiny-chair',
  name: holder(council, 'scrutiny-chair', at).name,
  capacity: 'Scrutiny',
});

/** Whoever held a post that day, answering for it. */
export const postHolder = (council: Council, post: string, at: Instant): Actor => {
  const { name, title } = holder(council, post, at);
  return { kind: 'post', id: post, name, capacity: title };
};
