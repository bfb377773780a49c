import type { Council } from '../council/council.schema.ts';
import type { Command } from '../decision/commands.ts';
import { decide } from '../decision/decide.ts';
import type { Decision, Step } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import type { Refusal } from '../decision/refusal.ts';
import { stepOf } from '../decision/steps.ts';
import { needsCode } from '../determination/code.rules.ts';
import { onceEach } from '../platform/once-each.ts';
import { type Instant, londonDate } from '../rules/local-date.ts';
import type { Fields } from './answer.schema.ts';
import { commandOf, trialCommand } from './answer-command.ts';
import { codeProblem, type CodeState } from './code-field.tsx';
import { isFingerprinted } from './entitled.ts';
import { formPage } from './form-page.ts';
import { freshLink } from './fresh-link.ts';
import { claimedTarget, type LinkTarget } from './links.ts';
import { linkSpentPage, plainPage } from './link-spent.page.tsx';
import { type LinkRequest, refusedRequest } from './link-request.ts';
import { privatePage, type PageAnswer } from './private-page.ts';
import { receiptPage } from './receipt.page.tsx';
import { reportFor } from './report.tsx';
import type { Responding } from './responding.ts';
import { fieldsOf } from './posted-fields.ts';
import type { Fault } from '../rules/fault.ts';

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

const codeOf = ({ decision, step, council }: Opened): CodeState => (needsCode(decision, step, council) ? 'needed' : 'not-needed');

const hashFor = (decision: Decision, step: Step): string => (isFingerprinted(decision, step) ? fingerprint(decision.content) : '');

const form = (opened: Opened, fields: Fields, problems: Fault[], code = codeOf(opened)): string => {
  const { decision, step, council, now } = opened;
  return formPage({
    decision,
    step,
    council,
    on: londonDate(now),
    report: reportFor(step, decision, council, londonDate(now)),
    hash: hashFor(decision, step),
    filled: { fields, problems },
    code,
  });
};

const shown = (opened: Opened): PageAnswer => {
  const refusal = refusalOf(opened);
  return privatePage(200, refusal ? linkSpentPage(opened, refusal, opened.council) : form(opened, {}, []));
};

const refusedPage = (opened: Opened, refusal: Refusal): PageAnswer => privatePage(409, linkSpentPage(opened, refusal, opened.council));

// Somebody who sends a form that is both incomplete and too late is told first that it is too late.
const problemsPage = (opened: Opened, fields: Fields, problems: Fault[]): PageAnswer => {
  const refusal = refusalOf(opened);
  return refusal ? refusedPage(opened, refusal) : privatePage(422, form(opened, fields, problems));
};

const receipt = (opened: Opened, decision: Decision, fields: Fields): PageAnswer => {
  const step = stepOf(decision, opened.step.id) ?? opened.step;
  const at = 'actedAt' in step ? step.actedAt : opened.now;
  const words = 'words' in step ? step.words : '';
  return privatePage(
    200,
    receiptPage({
      decision,
      step,
      council: opened.council,
      at,
      hash: hashFor(opened.decision, step),
      response: fields.response ?? '',
      words,
    }),
  );
};

const codeTyped = ({ code = '' }: Fields): string => code.replace(/\s/g, '');

const unlikeACode = (opened: Opened, fields: Fields): Fault[] =>
  codeOf(opened) === 'not-needed' || /^\d{6}$/.test(codeTyped(fields))
    ? []
    : [{ path: 'code', message: 'Type the six digits of your code' }];

// Looked at only once all else is as it should be, since looking costs a try.
const codeProblems = async (opened: Opened, fields: Fields, { codes }: Responding): Promise<Fault[]> => {
  if (codeOf(opened) === 'not-needed') return [];
  const tried = await codes?.tries(opened, codeTyped(fields));
  return tried?.right ? [] : [codeProblem(tried?.why === 'wrong' ? tried.left : null)];
};

const codeSent = async (opened: Opened, fields: Fields, { codes }: Responding): Promise<PageAnswer> => {
  const refusal = refusalOf(opened);
  if (refusal) return refusedPage(opened, refusal);
  if (!codes || codeOf(opened) === 'not-needed') return shown(opened);
  return privatePage(200, form(opened, fields, [], (await codes.send(opened)) ? 'sent' : 'too-soon'));
};

// The history shows that a code was asked for and given, and never which.
const withCode = (opened: Opened, command: Command): Command =>
  codeOf(opened) === 'not-needed' ? command : { ...command, by: { ...command.by, link: `${command.by.link}, with a code` } };

const answered = async (opened: Opened, fields: Fields, responding: Responding): Promise<PageAnswer> => {
  const { link, step, decision, now, council } = opened;
  const { decisions } = responding;
  const read = commandOf({ step, issue: link.issue }, fields);
  const noCode = unlikeACode(opened, fields);
  if (!read.ok || noCode.length > 0) return problemsPage(opened, fields, [...(read.ok ? [] : read.problems), ...noCode]);
  const refused = codeOf(opened) === 'needed' ? refusalOf(opened) : null;
  if (refused) return refusedPage(opened, refused);
  const wrong = await codeProblems(opened, fields, responding);
  if (wrong.length > 0) return privatePage(422, form(opened, fields, wrong));
  const receiptFor = onceEach((after: Decision) => receipt(opened, after, fields));
  const executed = await decisions.execute(decision.id, withCode(opened, read.command), {
    given: { now, council },
    read: decision,
    meanwhile: receiptFor,
  });
  if (executed.ok) return receiptFor(executed.decision);
  if (executed.refusal.kind === 'invalid') return privatePage(422, form(opened, fields, executed.refusal.errors ?? []));
  // Somebody may have answered between the reading and the writing, so the page tells what is there now.
  return refusedPage({ ...opened, decision: (await decisions.load(decision.id)) ?? decision }, executed.refusal);
};

const noSuchLink = (council: Council, token: string): PageAnswer =>
  privatePage(
    404,
    plainPage({
      council,
      offersLink: claimedTarget(token) !== null,
      title: 'This link does not work',
      words: 'Part of it may be missing. Open the newest email again, or copy the whole address from it.',
    }),
  );

/**
 * The page behind a link in an email. GET and HEAD change nothing, whatever fetches them; a POST is carried out once, and
 * answers 200 with a receipt, 409 with why not, 422 with every problem beside its field, or 404 for a link that is none.
 */
export const respond =
  (responding: Responding) =>
  async (request: LinkRequest): Promise<PageAnswer> => {
    const council = await responding.loadCouncil();
    const refused = refusedRequest(request, responding.publicUrl);
    if (refused) return privatePage(refused.statusCode, plainPage({ council, ...refused }));
    const fields = request.method === 'POST' ? fieldsOf(request.body) : {};
    if (fields.send === 'link') return (await freshLink(responding, request.token, council)) ?? noSuchLink(council, request.token);
    const opened = await open(responding, request.token, council);
    if (!opened) return noSuchLink(council, request.token);
    const facts = { decisionId: opened.link.decisionId, stepId: opened.link.stepId };
    if (request.method === 'POST')
      return fields.send === 'code' ? codeSent(opened, fields, responding) : answered(opened, fields, responding);
    // Mail scanners fetch links, so a fetch is no proof that anybody read anything.
    responding.log('link fetched (may be automated)', facts);
    const answer = shown(opened);
    return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
  };
