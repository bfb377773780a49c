import type { Decision } from '../../functions/decision/decision.ts';
import { type DecisionEvent, eventSchema } from '../../functions/decision/events.ts';
import { evolve } from '../../functions/decision/evolve.ts';
import { canonical } from '../../functions/decision/fingerprint.ts';
import { keys } from '../../functions/platform/table/keys.ts';
import { packedSchema, unpack } from '../../functions/platform/table/packed-json.ts';
import { getAll, type Table } from '../../functions/platform/table/table.ts';
import { chainLink, publicationHash } from '../../functions/proof/chain.rules.ts';
import { leafSchema } from '../../functions/proof/proof.schema.ts';
import { proofStore } from '../../functions/proof/proof-store.ts';
import { publicationSchema } from '../../functions/record/publication/publication.schema.ts';
import { registerEntry } from '../../functions/register/register-entry.ts';
import type { Fault } from './fault.ts';

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const missing = (number: string): Fault => ({ where: `Publication ${number}`, what: 'It was published, and it or its chain is missing.' });

/** Everything stored for the public of one decision that is not what was published of it. */
export const publicationFaults = async (table: Table, events: DecisionEvent[], isReadable: boolean): Promise<Fault[]> => {
  const decision = isReadable ? events.reduce<Decision | null>((was, event) => evolve(was, eventSchema.parse(event)), null) : null;
  if (!decision || decision.number === null || decision.notice === null) return [];
  const { number } = decision;
  const found = await proofStore(table).published(number);
  const last = found?.chain.versions.at(-1);
  if (!found || !last) return [missing(number)];
  const { publication, chain } = found;
  const hash = publicationHash(publication);
  const [item, leaf] = await getAll(table, [keys.publication(number), keys.leaf(last.on, number)]);
  const document = publicationSchema.parse(unpack(packedSchema.parse(item?.document)));
  const { register, registerOrder, summary } = registerEntry(document);
  const checks: [string, boolean][] = [
    ['It is not what was published.', hash === last.publicationHash && publication.historyHead === decision.head],
    ['Its chain is not the history of its decision.', same(chain.links, events.map(chainLink))],
    [
      'A wording of it is not at its place in the history.',
      chain.versions.every(
        ({ sequence, historyHead, at }) => events[sequence - 1]?.hash === historyHead && events[sequence - 1]?.at === at,
      ),
    ],
    [
      'What the daily head covers is not what was published.',
      leaf !== null && same(leafSchema.parse(leaf), { on: last.on, number, publicationHash: hash, historyHead: decision.head }),
    ],
    [
      'It is listed otherwise than it reads.',
      same(
        [item?.register, item?.registerOrder, item?.summary, item?.decisionId],
        [register, registerOrder, asStored(summary), decision.id],
      ),
    ],
  ];
  return checks.filter(([, holds]) => !holds).map(([what]) => ({ where: `Publication ${number}`, what }));
};
