import { addDays } from '../functions/rules/local-date.ts';
import type { Place } from './place.ts';
import { acts, draft } from './story.ts';
import { Town } from './town.ts';

/** A decision brought to its record, with its emails sent and its words indexed. Answers its id. */
export const lived = async (place: Place): Promise<string> => {
  const town = await Town.in(place);
  place.clockTo('2023-03-07T08:50:00Z');
  const id = JSON.parse((await town.send('draft-proposal', draft)).body ?? '{}').id as string;
  for (const act of acts.filter(({ name }) => name !== 'call in' && !name.startsWith('open '))) {
    place.clockTo(act.at);
    if (act.name === 'determine by link') await town.call('daily-check', {});
    for (const sent of await act.requests(place, id)) await town.send(act.by, sent);
    await town.settle(act.at);
  }
  // The day after, a head covers it and its proof can be given.
  place.clockTo(`${addDays('2023-04-05', 1)}T06:00:00Z`);
  await town.call('daily-check', {});
  return id;
};
