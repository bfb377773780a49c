import type * as z from 'zod/mini';
import { json, problem, type PublicAnswer } from '../register/public-answer.ts';
import type { headResponse, Proof } from './proof.schema.ts';
import type { ProofStore } from './proof-store.ts';

const howToCheck = [
  'publicationHash is the SHA-256, in hexadecimal, of `publication` as JSON in UTF-8: keys of every object in order of their code units, no spaces, and every member that is null left out.',
  'history is the chain of events: the first stands on 64 zeros, each later one’s `before` is the `hash` of the one before it, and the last `hash` is `publication.historyHead`.',
  'An event’s hash is taken over all of it, with an id that is never published, so that no private word can be guessed from it. The council’s auditor can work each one out again from the history.',
  'publication.contentHash is what the decision maker signed. It was in their email, on their page and on their receipt. It is null where what was signed holds something that is not published: exempt business, or the address of somebody consulted.',
  'coveredBy is the daily head over this wording. GET /heads/{date} lists what it covers. Each head stands on the one before, so one head noted down today proves everything published until then.',
];

const headCheck =
  '`head` is the SHA-256, in hexadecimal, of {"after", "before", "date", "records"} as JSON in UTF-8, keys in order and without spaces; `before` is the head before, or 64 zeros; `records` are in order of their day and number.';

/** Everything that a stranger needs to check a decision offline; null where nothing is published under the number. */
const proofOf = async (store: ProofStore, number: string): Promise<Proof | null> => {
  const found = await store.published(number);
  const last = found?.chain.versions.at(-1);
  if (!found || !last) return null;
  const { publication, chain } = found;
  const head = await store.headFrom(last.on);
  return {
    schema: 1,
    number,
    howToCheck,
    publication,
    publicationHash: last.publicationHash,
    versions: chain.versions,
    history: chain.links,
    coveredBy: head,
  };
};

const tagOf = ({ publicationHash, coveredBy }: Proof): string => `"${publicationHash}.${coveredBy?.date ?? 'uncovered'}"`;

// Once a day's head covers a wording its proof stays as it is until the next wording, and the chain alone tells whether there is one.
// Whatever compresses on the way marks a tag as weak; it is the same tag to whoever asks with it.
const heldTag = async (store: ProofStore, number: string, ifNoneMatch = ''): Promise<string | null> => {
  const [tag, held] = /"([0-9a-f]{64})\.\d{4}-\d{2}-\d{2}"/.exec(ifNoneMatch) ?? [];
  return tag && (await store.chain(number))?.versions.at(-1)?.publicationHash === held ? tag : null;
};

/** GET /decisions/{YY}/{NNNNN}/proof; 304 to whoever holds it, which `ifNoneMatch` says, once a day's head covers it. */
export const proofAnswer = async (store: ProofStore, number: string, origin: string, ifNoneMatch?: string): Promise<PublicAnswer> => {
  const etag = await heldTag(store, number, ifNoneMatch);
  if (etag) return { status: 304, contentType: 'application/json', body: '', headers: { etag } };
  const proof = /^\d\d\/\d{5}$/.test(number) ? await proofOf(store, number) : null;
  return proof
    ? {
        ...json(proof),
        headers: { etag: tagOf(proof), 'content-disposition': `inline; filename="${number.replace('/', '-')}.proof.json"` },
      }
    : problem(origin, 404, 'not-found', 'Not found', 'Nothing is published under this number.');
};

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

/** GET /heads/{date}, with `latest` for the newest there is. */
export const headAnswer = async (store: ProofStore, date: string, origin: string): Promise<PublicAnswer> => {
  const head = date === 'latest' ? await store.lastHead() : isDay(date) ? await store.head(date) : null;
  if (!head)
    return problem(
      origin,
      404,
      'not-found',
      'Not found',
      'No head was published for this day. A day’s head is published on the morning after.',
    );
  const body: z.infer<typeof headResponse> = { ...head, howToCheck: headCheck, records: await store.leaves(head.after, head.date) };
  // The head of a day is for good; the newest is another one tomorrow.
  return { ...json(body), keptSeconds: date === 'latest' ? 60 : 86_400 };
};
