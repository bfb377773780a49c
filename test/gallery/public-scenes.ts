import description from '../../docs/openapi.json' with { type: 'json' };
import rules from '../../docs/rules.json' with { type: 'json' };
import { apiPage } from '../../functions/api/api.page.tsx';
import type { Described } from '../../functions/api/described.ts';
import { rulesPage } from '../../functions/api/rules.page.tsx';
import type { Checked } from '../../functions/proof/check-record.ts';
import { verifyPage } from '../../functions/proof/verify.page.tsx';
import type { Publication } from '../../functions/record/publication/publication.schema.ts';
import { publicationOf } from '../../functions/record/publication/publication.ts';
import { publicAnswer } from '../../functions/register/public-routes.ts';
import { decisions } from '../../seeds/decisions/index.ts';
import { kent } from '../../seeds/kent/council.ts';
import { clerk, officer, scrutiny, somebody } from '../decision/story.ts';
import { safer, Told } from '../record/told.ts';
import { Shelf } from '../register/shelf.ts';
import { councilOf, toldUntil } from '../seeds/remembered.ts';
import { type Scene, scene } from './scene.ts';

const today = '2023-05-20T09:00:00Z';

const exempt = (kind: 'part-exempt' | 'fully-exempt') =>
  safer({
    publicAccess: {
      kind,
      ...(kind === 'part-exempt' ? { sections: ['financialImplications', 'contracts'] as const } : {}),
      paragraphs: [3],
      publicInterest: 'It would harm the bidding.',
    } as never,
  });

const urgent = (): Told =>
  new Told()
    .cleared(safer({ cabinetCommittee: undefined }))
    .does({ type: 'publish-notice', route: 'special-urgency', reason: 'The roof has come down', by: clerk });

const urgentlyDecided = (): Told => {
  const story = urgent();
  for (const step of story.open('agreement')) story.does({ type: 'give-agreement', response: 'agree', ...step, by: somebody });
  return story.does({ type: 'run-daily-check' }).decided();
};

const notAllReached = (): Told => {
  const story = new Told().noticed();
  for (const { stepId } of story.open('consultation')) story.does({ type: 'mark-undeliverable', stepId, words: 'Mailbox not found.' });
  return story.decided();
};

const inEveryState = (): Told[] => [
  new Told().noticed(),
  urgent(),
  new Told().awaiting(),
  new Told().decided(),
  new Told().effective(),
  new Told().calledIn(),
  urgentlyDecided(),
  new Told()
    .calledIn()
    .does({ type: 'validate-call-in', valid: true, words: '', by: clerk })
    .does({ type: 'conclude-call-in', outcome: 'comments', words: 'Mind the cost.', by: scrutiny }),
  new Told().noticed().does({ type: 'withdraw-proposal', words: 'Overtaken.', by: officer }),
  new Told().noticed().does({ type: 'defer-proposal', words: 'More work.', until: '2023-06-01', by: clerk }),
  new Told().noticed(exempt('part-exempt')),
  new Told().decided(exempt('part-exempt')),
  new Told().decided(exempt('fully-exempt')),
  notAllReached(),
];

const numbered = (of: Publication, index: number): Publication => ({ ...of, number: `23/${String(index + 1).padStart(5, '0')}` });

/** A publication of every kind and standing, each under a number of its own. */
export const everyPublication = (): Publication[] => inEveryState().map(({ published }, index) => numbered(published, index));

/** The five real decisions as they are published. */
export const realPublications = (): Promise<Publication[]> =>
  Promise.all(
    decisions.map(async (seed) => {
      const of = publicationOf(await toldUntil(seed, '2026-11-21T09:00:00Z'), councilOf(seed));
      if (!of) throw new Error(`Nothing of ${seed.source} is public`);
      return of;
    }),
  );

/** An answer of the public register over these publications. */
export const asking =
  (publications: Publication[]) =>
  async (path: string, accept = 'text/html'): Promise<{ status: number; body: string; contentType: string }> => {
    const [rawPath = '', query = ''] = path.split('?');
    const request = { method: 'GET', rawPath, headers: { accept }, queryStringParameters: Object.fromEntries(new URLSearchParams(query)) };
    return publicAnswer(request, {
      store: new Shelf(publications),
      council: async () => kent,
      origin: 'https://decisions.kent.example',
      now: () => today,
    });
  };

const lists = [
  '/',
  '/notices',
  '/decisions',
  '/notices?key=true&limit=1',
  '/decisions?status=in-force&division=Dover+Town&decisionMaker=leader',
  '/notices?text=nothing+such',
  '/decisions?urgency=special-urgency',
  '/search',
  '/search?q=security',
  '/search?q=nothing+such',
  '/urgency-report',
  '/accessibility',
];

const checks: Checked[] = [
  { found: 'current', number: '23/00001', hash: 'f'.repeat(64), versions: [{ at: today, hash: 'f'.repeat(64) }] },
  { found: 'unreadable' },
] as unknown as Checked[];

/** Every public page but those of contracts, in every state that changes what is on it. */
export const publicScenes = async (): Promise<Scene[]> => {
  const publications = everyPublication();
  const ask = asking(publications);
  const [empty, real] = [asking([]), await realPublications()];
  const askReal = asking(real);
  return [
    ...(await Promise.all(lists.map(async (path) => scene(path, await ask(path))))),
    scene('/urgency-report of no period', await ask('/urgency-report?from=2023-04-01&to=2023-01-01'), 422),
    ...(await Promise.all(
      ['/notices', '/decisions', '/urgency-report', '/search?q=library'].map(async (path) =>
        scene(`${path}, with nothing in it`, await empty(path)),
      ),
    )),
    ...(await Promise.all(
      publications.map(async ({ number, status, publicAccess }) =>
        scene(`a decision: ${status.code}, ${publicAccess?.kind}, ${number}`, await ask(`/decisions/${number}`)),
      ),
    )),
    ...(await Promise.all(
      real.map(async ({ number, council }) => scene(`${council.name} ${number}`, await askReal(`/decisions/${number}`))),
    )),
    scene('the fields of a decision for ModernGov', await ask('/decisions/23/00001.moderngov')),
    scene('a number that is not there', await ask('/decisions/23/99999'), 404),
    { name: 'the API', html: apiPage(description as unknown as Described) },
    { name: 'the rules', html: rulesPage(rules) },
    ...[null, ...checks].map((checked) => ({ name: `checking a record: ${checked?.found ?? 'before'}`, html: verifyPage(kent, checked) })),
  ];
};
