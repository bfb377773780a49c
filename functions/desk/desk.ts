import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { showAction, takeAction } from './action/act.ts';
import { SignedOut } from './api-call.ts';
import { deskApi } from './desk-api.ts';
import { showContract, showContractForm, showContracts, takeContractForm } from './contract/contracts.ts';
import { type DeskRequest, requestOf, unread } from './desk-request.ts';
import { showEdit, showNew, takeEdit } from './proposal/edit.ts';
import { showFile } from './proposal/file.page.tsx';
import { showImport, takeImport } from './import/import.ts';
import { type DeskAnswer, goTo, htmlAnswer, outsidePage } from './frame.tsx';
import { showDesk, showList, showUndelivered } from './lists.ts';
import { refusedPage } from './refused.page.tsx';
import { type Session, sessionIn } from './sign-in/session.ts';
import { safeReturn, signedIn, signedOut, signedOutPage, type SigningIn, signIn, signOut } from './sign-in/sign-in.tsx';
import { Refused, type Visit } from './visit.ts';

type Page = (visit: Visit) => Promise<DeskAnswer>;

const pages: Record<string, Page> = {
  'GET /desk': showDesk,
  'GET /desk/proposals': showList,
  'GET /desk/undelivered': showUndelivered,
  'GET /desk/import': showImport,
  'POST /desk/import': takeImport,
  'GET /desk/proposals/new': showNew,
  'POST /desk/proposals/new': takeEdit,
  'GET /desk/contracts': showContracts,
  'GET /desk/contracts/new': showContractForm,
  'POST /desk/contracts/new': takeContractForm,
  'GET /desk/contracts/{id}': showContract,
  'GET /desk/contracts/{id}/{action}': showContractForm,
  'POST /desk/contracts/{id}/{action}': takeContractForm,
  'GET /desk/proposals/{id}': showFile,
  'GET /desk/proposals/{id}/edit': showEdit,
  'POST /desk/proposals/{id}/edit': takeEdit,
  'GET /desk/proposals/{id}/{action}': showAction,
  'POST /desk/proposals/{id}/{action}': takeAction,
  'GET /desk/proposals/{id}/steps/{stepId}/{action}': showAction,
  'POST /desk/proposals/{id}/steps/{stepId}/{action}': takeAction,
};

const isTheirs = (given: string | null, { csrf }: Session): boolean => {
  const [sent, kept] = [Buffer.from(given ?? ''), Buffer.from(csrf)];
  return sent.length === kept.length && timingSafeEqual(sent, kept);
};

/** What the desk needs of the world besides the sign-in. */
export type Desk = SigningIn & { send?: typeof fetch };

const visitOf = (request: DeskRequest, session: Session, { publicUrl, send, now }: Desk): Visit => ({
  request,
  session,
  now: now(),
  freshKey: randomUUID,
  api: deskApi(publicUrl, session.accessToken, send),
  staleForm: request.method === 'POST' && !isTheirs(request.form.get('csrf'), session),
});

const here = ({ method, path, query }: DeskRequest): string =>
  safeReturn(method === 'GET' ? `${path}${query.size > 0 ? `?${query}` : ''}` : null);

const shutOut = (request: DeskRequest, publicUrl: string): DeskAnswer =>
  signedOutPage(publicUrl, request.method === 'POST' ? { path: request.path, form: request.form } : null, here(request));

const shown = async (page: Page, request: DeskRequest, session: Session, desk: Desk): Promise<DeskAnswer> => {
  try {
    return await page(visitOf(request, session, desk));
  } catch (fault) {
    if (fault instanceof SignedOut) return shutOut(request, desk.publicUrl);
    if (fault instanceof Refused) return htmlAnswer(fault.refusal.status, refusedPage(fault.refusal, session));
    throw fault;
  }
};

const unguarded = (request: DeskRequest, desk: Desk): Promise<DeskAnswer> | DeskAnswer | null => {
  switch (request.route) {
    case 'GET /desk/sign-in':
      return signIn(request.query.get('to'), desk);
    case 'GET /desk/signed-in':
      return signedIn(request, desk);
    case 'GET /desk/signed-out':
      return signedOut(desk);
    default:
      return null;
  }
};

/**
 * Answers a request for the desk. Nobody who is not signed in sees or does anything; a form from another site is not read,
 * and one from an earlier session is shown again and not carried out.
 */
export const answerDesk =
  (desk: Desk) =>
  async (event: APIGatewayProxyEventV2): Promise<DeskAnswer> => {
    const { publicUrl } = desk;
    const refused = unread(event, publicUrl);
    if (refused) return htmlAnswer(refused.status, outsidePage(refused.title, refused.words));
    const request = requestOf(event);
    const open = unguarded(request, desk);
    if (open) return open;
    const session = sessionIn(request.cookies, await desk.loadSecrets(), publicUrl);
    if (!session)
      return request.method === 'GET' ? goTo(`/desk/sign-in?to=${encodeURIComponent(here(request))}`) : shutOut(request, publicUrl);
    if (request.route === 'POST /desk/sign-out') return isTheirs(request.form.get('csrf'), session) ? signOut(publicUrl) : goTo('/desk');
    const page = pages[request.route];
    if (!page) throw new Error(`No page for ${request.route}`);
    return shown(page, request, session, desk);
  };
