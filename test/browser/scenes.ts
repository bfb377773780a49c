import { kent1900073 } from '../../seeds/decisions/kent-19-00073.ts';
import { kent2000017 } from '../../seeds/decisions/kent-20-00017.ts';
import type { System } from '../system/system.ts';
import { linksOf, noticed, safer, submitted, type Walked } from '../system/walk.ts';

/** Fields a reader fills in before sending a form, or a form sent by what is not a browser. */
export type Scene = { name: string; path: string; status: number; posted?: Record<string, string> };

const maker = 'cabinet-member-adult-social-care@kent.example';
const pathOf = ({ number }: Walked): string => `/decisions/${number}`;
const first = (links: Map<string, string>): string => links.values().next().value ?? '/respond/none';
const only = async (system: System, { number }: Walked, kind: string): Promise<string> => first(await linksOf(system, number, kind));

/** The pages of a council that has published nothing yet. */
export const emptyScenes: Scene[] = [
  { name: 'the front page', path: '/', status: 200 },
  { name: 'an empty list of notices', path: '/notices', status: 200 },
  { name: 'an empty list of decisions', path: '/decisions', status: 200 },
  { name: 'the accessibility statement', path: '/accessibility', status: 200 },
  { name: 'the API', path: '/docs', status: 200 },
  { name: 'a page that is not there', path: '/decisions/23/99999', status: 404 },
  { name: 'a link that does not work', path: '/respond/none', status: 404 },
];

const answered = async (system: System, link: string, fields: Record<string, string>): Promise<void> => {
  const { status, text } = await system.answer(link, fields);
  if (status !== 200) throw new Error(`${status} ${text}`);
};

/** Every page that asks before the notice has run, and every page that says why nothing is asked. Run on 7 March 2023. */
export const askingScenes = async (system: System): Promise<Scene[]> => {
  const clearing = await submitted(system, kent1900073.proposal);
  const clearance = await linksOf(system, clearing.number, 'clearance-asked', 3);
  const [asks = '', done = '', stale = ''] = clearance.values();
  await answered(system, done, { response: 'approve' });
  const step = (await clearing.get()).steps.findLast(({ state }) => state === 'open');
  await system.as('clerk')('POST', `/api/proposals/${clearing.id}/steps/${step?.id}/resend`, {});
  const superseded = [...clearance].find(([to]) => step && to.startsWith(`${step.post}@`))?.[1] ?? stale;
  const gone = await submitted(system);
  const voided = await only(system, gone, 'clearance-asked');
  await system.as('officer')('POST', `/api/proposals/${gone.id}/withdraw`, { reason: 'The grant was not given' });
  const consulted = await noticed(
    system,
    safer({ ...kent2000017.proposal, consultees: safer().consultees, leadDirector: safer().leadDirector }),
  );
  const urgent = await noticed(system, safer({ cabinetCommittee: undefined }), {
    route: 'special-urgency',
    reason: 'The roof has come down',
  });
  return [
    { name: 'a clearance page', path: asks === superseded ? stale : asks, status: 200 },
    { name: 'a clearance page sent unfilled', path: asks === superseded ? stale : asks, status: 422, posted: {} },
    { name: 'a link already answered', path: done, status: 200 },
    { name: 'a second answer', path: done, status: 409, posted: { response: 'approve' } },
    { name: 'a superseded link', path: superseded, status: 409, posted: { response: 'approve' } },
    { name: 'a void link', path: voided, status: 409, posted: { response: 'approve' } },
    { name: 'a consultation page', path: await only(system, consulted, 'consultation-asked'), status: 200 },
    { name: 'an agreement page', path: await only(system, urgent, 'agreement-asked'), status: 200 },
    { name: 'a notice', path: pathOf(consulted), status: 200 },
    { name: 'a notice of special urgency', path: pathOf(urgent), status: 200 },
    { name: 'a full list of notices', path: '/notices', status: 200 },
    { name: 'a list with its search open', path: '/notices?text=sanctuary', status: 200 },
  ];
};

/** Two decisions that may be taken today, each by the link answered here. */
export const decidable = async (system: System): Promise<string[]> => {
  const cheap = {
    ...safer().financialImplications,
    expenditure: [{ description: 'All of it', kind: 'one-off' as const, amountPence: 90_000_000 }],
  };
  const small = safer({ financialImplications: cheap, divisionsAffected: [], consultees: [], cabinetCommittee: undefined });
  const walked = [await noticed(system, small), await noticed(system, small), await noticed(system, small)];
  return Promise.all(walked.map(async ({ number }) => (await linksOf(system, number, 'determination-asked')).get(maker) ?? ''));
};

/** The pages of a decision being taken by this link, and after. */
export const decidingScenes = async (system: System, link: string): Promise<Scene[]> => {
  const number = /Decision (\d\d\/\d{5})/.exec((await system.call('GET', link)).text)?.[1] ?? '';
  return [
    { name: 'a determination page', path: link, status: 200 },
    {
      name: 'a determination page with every fault',
      path: link,
      status: 422,
      posted: { response: 'return', interest: 'declared', words: '' },
    },
    {
      name: 'a receipt',
      path: link,
      status: 200,
      posted: { response: 'approve', interest: 'declared', interestKind: 'other', interestDetail: 'My aunt lives there' },
    },
    { name: 'a record of decision', path: `/decisions/${number}`, status: 200 },
    { name: 'a full list of decisions', path: '/decisions', status: 200 },
  ];
};
