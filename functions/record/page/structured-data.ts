import type { PageCouncil } from '../../page/page.tsx';
import type { Publication } from '../publication/publication.schema.ts';

const dated = ({ timetable, updatedAt }: Publication) => ({
  datePublished: timetable.recordPublishedOn ?? timetable.publishedOn,
  dateModified: updatedAt,
});

const authorOf = ({ kind, name, title }: Publication['particulars']['decisionMaker'] | NonNullable<Publication['determination']>['by']) =>
  kind === 'body' ? { '@type': 'Organization', name } : { '@type': 'Person', name, jobTitle: title };

// Government decisions have no type of their own; ELI's terms are for law. A report by a public body is the nearest that is true.
const described = (of: Publication, { name, website }: PageCouncil) => ({
  '@context': 'https://schema.org',
  '@type': 'Report',
  identifier: of.number,
  reportNumber: of.number,
  name: of.subject,
  inLanguage: 'en-GB',
  isAccessibleForFree: true,
  ...dated(of),
  creativeWorkStatus: of.status.words,
  publisher: { '@type': 'GovernmentOrganization', name, url: website },
  author: authorOf(of.determination?.by ?? of.particulars.decisionMaker),
  ...(Array.isArray(of.divisionsAffected)
    ? { spatialCoverage: of.divisionsAffected.map((place) => ({ '@type': 'AdministrativeArea', name: place })) }
    : {}),
});

const inElement = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A publication in the terms of schema.org, as JSON-LD that is safe inside a script element. */
export const structuredData = (of: Publication, council: PageCouncil): string => inElement(described(of, council));

const forms = { '.csv': 'text/csv', '.atom': 'application/atom+xml', '': 'application/json' };

/** A public list in the terms of schema.org: a dataset, with the forms in which it can be taken away. Addresses are those of this site. */
export const datasetOf = ({ name, about, path }: { name: string; about: string; path: string }, council: PageCouncil): string =>
  inElement({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${name} of ${council.name}`,
    description: about,
    url: path,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: council.name, url: council.website },
    distribution: Object.entries(forms).map(([ending, encodingFormat]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: `${path}${ending}`,
    })),
  });
