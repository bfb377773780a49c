import type { StreamRecord } from '../bin/local/stream-reader.ts';
import { functions, type Place } from './place.ts';
import { httpEvent, type Sent } from './requests.ts';
import { acts, draft } from './story.ts';

const everybody = 'officer clerk scrutiny contracts';

/** One event that each function can get, for a decision that is there; what it is answered is not asked. */
export const eventsFor = async (place: Place, id: string, records: StreamRecord[]): Promise<Map<string, unknown>> => {
  const number = (await place.store.load(id))?.number ?? '23/00001';
  const params = {
    id,
    year: number.slice(0, 2),
    number: number.slice(3),
    file: 'styles.css',
    link: 'none',
    reference: 'none',
    date: '2023-04-05',
    stepId: 'clearance-1',
    action: 'submit',
  };
  const ofAct = new Map<string, Sent>();
  for (const act of acts) for (const sent of await act.requests(place, id)) ofAct.set(act.by, sent);
  const events = new Map<string, unknown>();
  for (const { name, routes, trigger } of functions) {
    const [route] = routes.filter(({ path }) => name !== 'read-register' || path === '/decisions/{year}/{number}');
    const named = route ? [...route.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => [key, params[key as keyof typeof params]]) : [];
    const plain: Sent = {
      route: `${route?.method} ${route?.path}`,
      params: Object.fromEntries(named),
      as: everybody,
      ...(route?.method === 'GET' ? {} : { body: {} }),
    };
    if (route) events.set(name, httpEvent(name === 'draft-proposal' ? draft : (ofAct.get(name) ?? plain)));
    else if (trigger?.kind === 'stored-events' || trigger?.kind === 'stored-publications') events.set(name, { Records: records });
    else if (trigger?.kind === 'email-events') events.set(name, { Records: [{ Sns: { Message: '{}' } }] });
    else events.set(name, { schedule: name, scheduledTime: '2023-04-07T06:00:00Z' });
  }
  return events;
};
