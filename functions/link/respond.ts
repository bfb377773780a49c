import type { Council } from '../council/council.schema.ts';
import { decide } from '../decision/decide.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import type { Refusal } from '../decision/refusal.ts';
import { stepOf } from '../decision/steps.ts';
import type { DecisionStore } from '../platform/decision-store.ts';
import { type Instant, londonDate } from '../rules/local-date.ts';
import { type Fields, fieldsOf, type Problem } from './answer.schema.ts';
import { commandOf, trialCommand } from './answer-command.ts';
import { formPage } from './form-page.ts';
import type { LinkTarget } from './links.ts';
import { linkSpentPage, plainPage } from './link-spent.page.tsx';
import { type LinkRequest, refusedRequest } from './link-request.ts';
import { privatePage, type PageAnswer } from './private-page.ts';
import { receiptPage } from './receipt.page.tsx';
import { reportFor } from './report.tsx';

/** What the pages behind the links need of the world. `readLink` answers null for a mac that is not the council's. */
export type Responding = {
  decisions: Pick<DecisionStore, 'load' | 'execute'>;
  loadCouncil: () => Promise<Council>;
  readLink: (token: string) => Promise<LinkTarget | null>;
  publicUrl: string;
  now: () => Instant;
  log: (message: string, facts: Record<string, string>) => void;
};

type Opened = { link: LinkTarget; decision: Decision; step: Step; council: Council; now: Instant };

const open = async ({ decisions, readLink, now }: Responding, token: string, council: Council): Promise<Opened | null> => {
  const link = await readLink(token);
  const decision = link && (await decisions.load(link.decisionId));
  const step = link && decision && stepOf(decision, link.stepId);
  return link && decision && step ? { link, decision, step, council, now: now() } : null;
};

/** Why no answer can be taken now; null when one can. Asked of the rules themselves, by an answer that is never carried out. */
const refusalOf = ({ link, decision, step, council, now }: Opened): Refusal | null => {
  const outcome = decide(decision, trialCommand({ step, issue: link.issue }), { now, council });
  return outcome.ok || outcome.refusal.kind === 'invalid' ? null : outcome.refusal;
};

const form = ({ decision, step, council, now }: Opened, fields: Fields, problems: Problem[]): string =>
  formPage({
    decision, step, council,
    report: reportFor(step, decision, council, londonDate(now)),
    hash: fingerprint(decision.content),
    filled: { fields, problems },
  });

const shown = (opened: Opened): PageAnswer => {
  const refusal = refusalOf(opened);
  return privatePage(200, refusal ? linkSpentPage(opened.decision, refusal, opened.council) : form(opened, {}, []));
};

const refusedPage = (opened: Opened, refusal: Refusal): PageAnswer => privatePage(409, linkSpentPage(opened.decision, refusal, opened.council));

// Somebody who sends a form that is both incomplete and too late is told first that it is too late.
const problemsPage = (opened: Opened, fields: Fields, problems: Problem[]): PageAnswer => {
  const refusal = refusalOf(opened);
  return refusal ? refusedPage(opened, refusal) : privatePage(422, form(opened, fields, problems));
};

const receipt = (opened: Opened, decision: Decision, fields: Fields): PageAnswer => {
  const step = stepOf(decision, opened.step.id) ?? opened.step;
  const at = 'actedAt' in step ? step.actedAt : opened.now;
  const words = 'words' in step ? step.words : '';
  return privatePage(200, receiptPage({ decision, step, council: opened.council, at, hash: fingerprint(opened.decision.content), response: fields.response ?? '', words }));
};

const answered = async (opened: Opened, body: string, { decisions }: Responding): Promise<PageAnswer> => {
  const { link, step, decision, now, council } = opened;
  const fields = fieldsOf(body);
  const read = commandOf({ step, issue: link.issue }, fields);
  if (!read.ok) return problemsPage(opened, fields, read.problems);
  const executed = await decisions.execute(decision.id, read.command, { given: { now, council } });
  if (executed.ok) return receipt(opened, executed.decision, fields);
  if (executed.refusal.kind === 'invalid') return privatePage(422, form(opened, fields, executed.refusal.errors ?? []));
  // Somebody may have answered between the reading and the writing, so the page tells what is there now.
  return refusedPage({ ...opened, decision: (await decisions.load(decision.id)) ?? decision }, executed.refusal);
};

const noSuchLink = (council: Council): PageAnswer =>
  privatePage(404, plainPage({ council, title: 'This link does not work', words: 'Part of it may be missing. Open the newest email again, or copy the whole address from it.' }));

/**
 * The page behind a link in an email. GET and HEAD change nothing, whatever fetches them; a POST is carried out once, and
 * answers 200 with a receipt, 409 with why not, 422 with every problem beside its field, or 404 for a link that is none.
 */
export const respond = (responding: Responding) => async (request: LinkRequest): Promise<PageAnswer> => {
  const council = await responding.loadCouncil();
  const refused = refusedRequest(request, responding.publicUrl);
  if (refused) return privatePage(refused.statusCode, plainPage({ council, ...refused }));
  const opened = await open(responding, request.token, council);
  if (!opened) return noSuchLink(council);
  const facts = { decisionId: opened.link.decisionId, stepId: opened.link.stepId };
  if (request.method === 'POST') return answered(opened, request.body, responding);
  // Mail scanners fetch links, so a fetch is no proof that anybody read anything.
  responding.log('link fetched (may be automated)', facts);
  const answer = shown(opened);
  return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
};
