import type { Council } from '../council/council.schema.ts';
import { stepOf } from '../decision/steps.ts';
import type { Actor } from '../decision/events.ts';
import { systemActor } from '../decision/system-actor.ts';
import type { Responding } from './responding.ts';
import { claimedTarget, type LinkTarget } from './links.ts';
import { plainPage } from './link-spent.page.tsx';
import { privatePage, type PageAnswer } from './private-page.ts';

const often = { secondsApart: 15 * 60, aDay: 3 };
// Each is an event of the decision, and what is kept of those in public has to fit into one item for as long as it lives.
const ofAllSteps = { secondsApart: 0, aDay: 20 };

// Said whatever came of it: whoever asks learns nothing about any decision, and whoever has the mailbox has the link.
const onItsWay = (council: Council): PageAnswer =>
  privatePage(
    200,
    plainPage({
      council,
      title: 'Look in your mailbox',
      words:
        'If your answer is still wanted, a fresh link is on its way to the mailbox of whoever is asked for it, and to no other. This can be asked for three times a day. If none has come in an hour, ask for one at the address below.',
    }),
  );

// What a link only claims is not to stand in the history.
const askedBy = async ({ readLink }: Responding, token: string): Promise<Actor> => {
  const link = await readLink(token);
  return link ? { ...systemActor, link: `${link.stepId}#${link.issue}` } : systemActor;
};

const reissue = async (responding: Responding, token: string, { decisionId, stepId }: LinkTarget): Promise<void> => {
  const { decisions, loadCouncil, turns, now } = responding;
  const decision = await decisions.load(decisionId);
  if (!turns || !decision || stepOf(decision, stepId)?.state !== 'open') return;
  if (!(await turns({ decisionId, stepId, what: 'link' }, now(), often))) return;
  if (!(await turns({ decisionId, stepId: 'every', what: 'link' }, now(), ofAllSteps))) return;
  const by = await askedBy(responding, token);
  const given = { now: now(), council: await loadCouncil() };
  await decisions.execute(decisionId, { type: 'reissue-link', by, stepId, keepsLink: true }, { given });
};

/**
 * Mails a fresh link to the step's own mailbox for whoever holds an old one, also one whose key has been rotated away: its mac can
 * no longer be checked, and all that it can bring about is an email to the person asked: the newest link of theirs goes on counting, so
 * that nobody can end it from outside. Null for what was never a link of ours.
 */
export const freshLink = async (responding: Responding, token: string, council: Council): Promise<PageAnswer | null> => {
  const target = claimedTarget(token);
  if (!target) return null;
  await reissue(responding, token, target);
  return onItsWay(council);
};
