import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.ts';
import { root } from './place.ts';
import { linksOf, type Sent, type StageName } from './requests.ts';

/** One command of a decision’s life: what it is called, which function takes it, on which day, and the requests it is made of. */
export type Act = { name: string; by: string; at: string; requests: (place: Place, id: string) => Promise<Sent[]> };

const proposal: unknown = JSON.parse(readFileSync(join(root, 'docs/examples/safer.json'), 'utf8'));
const of = (action: string) => `POST /api/proposals/{id}/${action}`;
const one = (sent: (id: string) => Sent) => async (_: Place, id: string) => [sent(id)];
const byLink = (stage: StageName, form: Record<string, string>) => async (place: Place, id: string) =>
  (await linksOf(place, id, stage)).map((link): Sent => ({ route: 'POST /respond/{link}', params: { link }, form }));

/** What is opened before it is answered: the page behind each link. */
const opened = (stage: StageName) => async (place: Place, id: string) =>
  (await linksOf(place, id, stage)).map((link): Sent => ({ route: 'GET /respond/{link}', params: { link } }));

export const draft: Sent = { route: 'POST /api/proposals', body: proposal, as: 'officer' };

/** A decision like Kent 23/00022 from its first correction to call-in unused, with every answer by link. */
export const acts: Act[] = [
  {
    name: 'amend a draft',
    by: 'amend-proposal',
    at: '2023-03-07T09:00:00Z',
    requests: one((id) => ({
      route: 'PUT /api/proposals/{id}',
      params: { id },
      body: proposal,
      as: 'officer',
      headers: { 'if-match': '"1"' },
    })),
  },
  {
    name: 'submit',
    by: 'submit-proposal',
    at: '2023-03-07T09:10:00Z',
    requests: one((id) => ({ route: of('submit'), params: { id }, as: 'officer' })),
  },
  { name: 'open a clearance link', by: 'respond', at: '2023-03-07T10:00:00Z', requests: opened('clearance') },
  {
    name: 'clear by link',
    by: 'respond',
    at: '2023-03-07T10:01:00Z',
    requests: byLink('clearance', { response: 'approve', words: 'Cleared.' }),
  },
  {
    name: 'publish the notice',
    by: 'publish-notice',
    at: '2023-03-07T15:00:00Z',
    requests: one((id) => ({ route: of('notice'), params: { id }, as: 'clerk', body: { route: 'ordinary' } })),
  },
  { name: 'open a consultation link', by: 'respond', at: '2023-03-09T10:00:00Z', requests: opened('consultation') },
  {
    name: 'answer a consultation by link',
    by: 'respond',
    at: '2023-03-09T10:01:00Z',
    requests: byLink('consultation', { response: 'support', words: 'A good scheme.' }),
  },
  {
    name: 'record the committee’s outcome',
    by: 'record-committee-outcome',
    at: '2023-03-14T15:00:00Z',
    requests: one((id) => ({
      route: of('committee-outcome'),
      params: { id },
      as: 'clerk',
      body: { committee: 'Adult Social Care Cabinet Committee', date: '2023-03-14', outcome: 'endorsed', words: 'Endorsed.' },
    })),
  },
  { name: 'open the determination link', by: 'respond', at: '2023-04-05T10:00:00Z', requests: opened('determination') },
  {
    name: 'determine by link',
    by: 'respond',
    at: '2023-04-05T10:01:00Z',
    requests: byLink('determination', { response: 'approve', interest: 'none', words: 'Agreed.' }),
  },
  {
    name: 'call in',
    by: 'call-in',
    at: '2023-04-06T10:00:00Z',
    requests: one((id) => ({
      route: of('call-in'),
      params: { id },
      as: 'scrutiny',
      body: {
        requestedBy: [
          { name: 'A Member', group: 'One' },
          { name: 'B Member', group: 'Two' },
          { name: 'C Member', group: 'One' },
        ],
        grounds: ['Action not proportionate to the desired outcome'],
        words: 'We ask why.',
      },
    })),
  },
];
