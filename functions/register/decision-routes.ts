import type { Publication } from '../record/publication/publication.schema.ts';
import { recordPage } from '../record/page/record.page.tsx';
import { publicationOn } from '../record/tense.ts';
import { inWords, type LocalDate, londonDate } from '../rules/local-date.ts';
import { preferred } from './accept.ts';
import { atomFeed, type Entry } from './atom.ts';
import { deadlinesFile } from './deadlines.ts';
import { modernGovCsv } from './moderngov.ts';
import { fieldsHeaders, modernGovPage } from './moderngov.page.tsx';
import { elsewhere, html, json, type PublicAnswer, type PublicRequest } from './public-answer.ts';
import type { PublicDeps } from './public-deps.ts';
import { pathOf } from './register-entry.ts';

const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');

// Known by what it was stored as: what is told as past once its day is over is the same stage.
const stagesOf = (stored: Publication, today: LocalDate): Entry[] =>
  publicationOn(stored, today).timeline.flatMap(({ label, date, source }, index) =>
    date === null || date > today
      ? []
      : [
          {
            id: `${pathOf(stored.number)}#${slug(stored.timeline[index]?.label ?? label)}`,
            title: `${stored.number}: ${label}`,
            updated: `${date}T00:00:00Z`,
            path: pathOf(stored.number),
            category: { term: 'stage', label },
            summary: `${label}: ${inWords(date)}. ${source}.`,
          },
        ],
  );

const standing = ({ number, subject, status, updatedAt }: Publication): Entry => ({
  id: pathOf(number),
  title: `${number} ${subject}: ${status.words}`,
  updated: updatedAt,
  path: pathOf(number),
  category: { term: status.code, label: status.words },
  summary: status.explanation,
});

const feedOf = async (stored: Publication, { council, origin, now }: PublicDeps): Promise<PublicAnswer> => {
  const today = londonDate(now());
  const of = publicationOn(stored, today);
  const path = pathOf(of.number);
  const body = atomFeed({
    council: await council(),
    origin,
    id: `${path}.atom`,
    title: `${of.number} ${of.subject}`,
    self: `${path}.atom`,
    page: path,
    next: null,
    entries: [standing(of), ...stagesOf(stored, today).reverse()],
  });
  return { status: 200, contentType: 'application/atom+xml; charset=utf-8', body };
};

const named = (of: Publication, ending: string): Record<string, string> => ({
  'content-disposition': `attachment; filename="${of.number.replace('/', '-')}.${ending}"`,
});

// What is stored was true on the day on which it was stored; every form says how it stands today.
const asItIs = (stored: Publication, { now }: PublicDeps): Publication => publicationOn(stored, londonDate(now()));

const page = async (request: PublicRequest, stored: Publication, deps: PublicDeps): Promise<PublicAnswer> =>
  preferred(request.headers.accept, ['text/html', 'application/json']) === 'application/json'
    ? json(asItIs(stored, deps))
    : html(recordPage(stored, await deps.council(), londonDate(deps.now())));

const forms: Record<string, (request: PublicRequest, of: Publication, deps: PublicDeps) => Promise<PublicAnswer>> = {
  '': page,
  '.json': async (_, of, deps) => json(asItIs(of, deps)),
  '.atom': (_, of, deps) => feedOf(of, deps),
  '.ics': async (_, of, deps) => ({
    status: 200,
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    body: deadlinesFile(asItIs(of, deps), await deps.council()),
    headers: named(of, 'ics'),
  }),
  '.moderngov': async (_, of, deps) => ({
    ...html(modernGovPage(asItIs(of, deps), await deps.council(), deps.origin)),
    headers: fieldsHeaders,
  }),
  '.moderngov.csv': async (_, of, deps) => ({
    status: 200,
    contentType: 'text/csv; charset=utf-8; header=present',
    body: modernGovCsv([asItIs(of, deps)], deps.origin),
    headers: named(of, 'moderngov.csv'),
  }),
  // A function of its own makes it, so that what it takes to write a PDF slows no page.
  '.pdf': async (_, of) => elsewhere(`${pathOf(of.number)}/record.pdf`),
};

/** A decision in the form that its address ends in, or as the sender likes to read it; null where nothing is published of it. */
export const decisionAnswer = async (request: PublicRequest, deps: PublicDeps): Promise<PublicAnswer | null> => {
  const [, number, ending = ''] = /^\/decisions\/(\d\d\/\d{5})(\.[a-z.]+)?$/.exec(request.rawPath) ?? [];
  const form = Object.hasOwn(forms, ending) ? forms[ending] : undefined;
  if (!number || !form) return null;
  const publication = await deps.store.publicationOf(number);
  return publication && form(request, publication, deps);
};
