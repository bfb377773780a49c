import { alertPage, alertReceipt, alertSpent } from '../../functions/alert/alert.page.tsx';
import { contractPage } from '../../functions/transparency/contract.page.tsx';
import { contractsPage } from '../../functions/transparency/contracts.page.tsx';
import { publicContractOf, publicLineOf } from '../../functions/transparency/public-contract.ts';
import { refuse } from '../../functions/decision/refusal.ts';
import { respond } from '../../functions/link/respond.ts';
import { linkSpentPage, plainPage } from '../../functions/link/link-spent.page.tsx';
import type { Stage } from '../../functions/decision/decision.ts';
import {
  begunPage,
  checkEmailPage,
  confirmPage,
  expiredPage,
  stoppedPage,
  stopPage,
  subscribePage,
} from '../../functions/subscription/subscription.page.tsx';
import { kent } from '../../seeds/kent/council.ts';
import { ContractStory } from '../contract/contract-story.ts';
import { given } from '../alert/daily-checks.ts';
import { clerk, officer } from '../decision/story.ts';
import { type Telling, telling } from '../email/telling.ts';
import { Pages } from '../link/asking.ts';
import { type Scene, scene } from './scene.ts';

const urgent = () =>
  telling()
    .cleared({ consultees: [] })
    .does({ type: 'publish-notice', route: 'special-urgency', reason: 'The roof has failed', by: clerk });

const asked: Record<Stage, { pages: () => Pages; fields: Record<string, string> }> = {
  clearance: { pages: () => new Pages(telling().submitted()), fields: { response: 'approve' } },
  consultation: { pages: () => new Pages(telling().noticed()), fields: { response: 'support' } },
  agreement: { pages: () => new Pages(urgent()), fields: { response: 'agree' } },
  determination: { pages: () => new Pages(telling().awaiting()), fields: { response: 'approve', interest: 'none' } },
};

const sent = (name: string, { statusCode, body }: { statusCode: number; body: string }, expected = 200): Scene =>
  scene(name, { status: statusCode, body }, expected);

const stageScenes = async (stage: Stage): Promise<Scene[]> => {
  const { pages: made, fields } = asked[stage];
  const pages = made();
  const link = pages.link(stage);
  return [
    sent(`${stage} asked`, await pages.get(link)),
    sent(`${stage} sent unfilled`, await pages.post(link, {}), 422),
    sent(`${stage} receipt`, await pages.post(link, fields)),
    sent(`${stage} answered already`, await pages.get(link)),
  ];
};

const signedWithACode = async (): Promise<Scene[]> => {
  const { pages: made, fields } = asked.determination;
  const pages = made();
  const link = pages.link('determination');
  pages.story.council = { ...kent, codeOverPence: 0 };
  const asking = (given: boolean) => ({
    ...pages.responding,
    codes: { send: async () => given, tries: async () => ({ right: false as const, why: 'wrong' as const, left: 2 }) },
  });
  const post = (more: Record<string, string>, given = true) =>
    respond(asking(given))({
      method: 'POST',
      token: link,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, ...more }).toString(),
    });
  return [
    sent('a code needed', await pages.get(link)),
    sent('a code on its way', await post({ send: 'code' })),
    sent('a code too soon', await post({ send: 'code' }, false)),
    sent('a code typed wrong', await post({ code: '000000' }), 422),
  ];
};

const partExempt = { kind: 'part-exempt' as const, paragraphs: [3], publicInterest: 'The prices would help other bidders.' };

const askedOfChairs: Record<string, () => Telling> = {
  'a private meeting': () =>
    telling()
      .noticed({ decisionMaker: 'cabinet', publicAccess: partExempt })
      .does({ type: 'ask-private-meeting-consent', words: 'The grant lapses on Friday.', by: clerk }),
  'a waiver of call-in': () => telling().awaiting().does({ type: 'ask-call-in-waiver', words: 'The dam is giving way.', by: clerk }),
};

const chairScenes = async ([asked, made]: [string, () => Telling]): Promise<Scene[]> => {
  const pages = new Pages(made());
  const link = pages.link('agreement');
  return [
    sent(`${asked} asked`, await pages.get(link)),
    sent(`${asked} refused without a word`, await pages.post(link, { response: 'refuse' }), 422),
    sent(`${asked} receipt`, await pages.post(link, { response: 'refuse', words: 'It can wait.' })),
  ];
};

const withdrawn = async (): Promise<Scene> => {
  const pages = new Pages(telling().submitted());
  const link = pages.link('clearance');
  pages.story.does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer });
  return sent('a link with nothing left to answer', await pages.get(link));
};

/** Every page behind a link in an email about a decision, in every state. */
export const linkScenes = async (): Promise<Scene[]> => {
  const stages: Stage[] = ['clearance', 'consultation', 'agreement', 'determination'];
  const story = telling().submitted();
  return [
    ...(await Promise.all(stages.map(stageScenes))).flat(),
    ...(await Promise.all(Object.entries(askedOfChairs).map(chairScenes))).flat(),
    ...(await signedWithACode()),
    await withdrawn(),
    {
      name: 'a link that can be asked for afresh',
      html: linkSpentPage(
        {
          decision:
            story.decision ??
            (() => {
              throw new Error('No story');
            })(),
          step: { external: false },
        },
        refuse('link-superseded', 'own', 'A newer email has replaced this one.').refusal,
        kent,
      ),
    },
    {
      name: 'a link that does not work',
      html: plainPage({ council: kent, title: 'This link does not work', words: 'Part of it may be missing.', offersLink: true }),
    },
  ];
};

/** The pages of a subscription, from the form to the last word. */
export const subscriptionScenes = (): Scene[] => [
  { name: 'subscribing', html: subscribePage(kent, {}) },
  {
    name: 'subscribing, with faults',
    html: subscribePage(kent, { email: 'nobody', text: 'library' }, [{ path: 'email', message: 'Write an email address' }]),
  },
  { name: 'subscribed, to confirm', html: checkEmailPage(kent) },
  { name: 'confirming', html: confirmPage(kent, { division: 'Dover Town' }) },
  { name: 'confirmed', html: begunPage(kent, { text: 'library' }) },
  { name: 'stopping', html: stopPage(kent) },
  { name: 'stopped', html: stoppedPage(kent) },
  { name: 'a subscription link too old', html: expiredPage(kent) },
];

/** The public pages of contracts, and the page behind a link in their digest. */
export const contractScenes = (): Scene[] => {
  const contract = new ContractStory().registers().registered;
  const line = publicLineOf(contract);
  const list = { ended: false, limit: 25, quarter: '2023-Q4', council: kent, next: 'abc' };
  const alert = {
    contract,
    council: kent,
    today: '2025-09-01',
    to: { name: 'An Owner', email: 'owner@kent.example' },
    item: {
      contractId: contract.id,
      alerts: [{ id: 'end-3m', code: 'end-3m', date: '2025-08-31', words: 'The contract ends on Sunday 30 November 2025.' }],
      drafts: ['re-procure', 'extend'],
    },
  } as unknown as Parameters<typeof alertPage>[0];
  return [
    {
      name: 'contracts',
      html: contractsPage({
        ...list,
        items: [
          line,
          {
            ...line,
            reference: 'SC23002',
            path: '/contracts/SC23002',
            supplier: null,
            valuePence: null,
            withheld: 'The supplier is withheld.',
          },
        ],
      }),
    },
    { name: 'contracts, none', html: contractsPage({ ...list, items: [], ended: true, next: null }) },
    { name: 'contracts of one division', html: contractsPage({ ...list, items: [line], division: 'Dover Town', next: null }) },
    { name: 'a contract', html: contractPage(publicContractOf(contract, given('2024-01-02')), kent, '2024-01-02') },
    { name: 'an alert', html: alertPage(alert, { fields: {}, problems: [] }) },
    {
      name: 'an alert sent unfilled',
      html: alertPage(alert, { fields: {}, problems: [{ path: 'response', message: 'Choose one answer' }] }),
    },
    { name: 'an alert answered', html: alertReceipt(alert, 'acknowledge', '2025-09-01T09:00:00Z') },
    {
      name: 'an alert with nothing left to answer',
      html: alertSpent(alert, refuse('contract-over', 'own', 'The contract ended.').refusal),
    },
  ];
};
