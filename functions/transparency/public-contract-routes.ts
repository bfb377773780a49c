import type { Council } from '../council/council.schema.ts';
import { parseWhole } from '../platform/http/issues.ts';
import { preferred } from '../register/accept.ts';
import { atomFeed } from '../register/atom.ts';
import { notFoundPage } from '../register/home.page.tsx';
import { html, json, problem, type PublicAnswer, type PublicRequest, unusable } from '../register/public-answer.ts';
import { type Instant, londonDate } from '../rules/local-date.ts';
import { contractPage } from './contract.page.tsx';
import { referenceIn } from './contract-address.ts';
import { contractsPage } from './contracts.page.tsx';
import { contractEntries } from './contracts-feed.ts';
import { writeCsv } from '../spreadsheet/csv.ts';
import { releasePackage } from './ocds-package.ts';
import type { KeptContractLine } from './public-contract.schema.ts';
import {
  daysOf,
  mostReleases,
  placeAt,
  publicContractsQuery,
  quarterOf,
  quarterQuery,
  type ReleasesQuery,
  releasesQuery,
} from './public-contract-query.ts';
import type { LinesAsked, PublicContractStore } from './public-contract-store.ts';
import { transparencyHeader } from './transparency-csv.ts';

export type PublicContractDeps = { store: PublicContractStore; council: () => Promise<Council>; origin: string; now: () => Instant };

/** A public request and the last part of its address, decoded, where the address names one contract. */
export type ContractRequest = PublicRequest & { reference?: string | undefined };

type Route = (request: ContractRequest, deps: PublicContractDeps) => Promise<PublicAnswer>;

const shown = ({ row: _, ...line }: KeptContractLine) => line;

/** A page of what was found by asking for one more, and the place that the next one begins after; null after the last. */
const pageOf = <T extends { order: string }>(found: T[], limit: number) => ({
  page: found.slice(0, limit),
  next: found.length > limit ? (found[limit - 1]?.order ?? null) : null,
});

const whole = async (store: PublicContractStore, asked: LinesAsked) => {
  const { page, next } = pageOf(await store.lines({ ...asked, limit: asked.limit + 1 }), asked.limit);
  return { items: page.map(({ line }) => shown(line)), next };
};

const list: Route = async (request, { store, council, origin, now }) => {
  const read = parseWhole(publicContractsQuery, request.queryStringParameters ?? {});
  if (!read.ok) return unusable(origin, read.faults);
  const { cursor = null, limit, ended, division } = read.value;
  const asked = { on: londonDate(now()), ended: ended === 'true', after: cursor, limit };
  const { items, next } = division === undefined ? await whole(store, asked) : await store.narrowed({ ...asked, division });
  const lines = { items, next: next && placeAt(next) };
  if (preferred(request.headers.accept, ['application/json', 'text/html']) === 'application/json') return json(lines);
  return html(
    contractsPage({ ...lines, ended: ended === 'true', limit, division, council: await council(), quarter: quarterOf(londonDate(now())) }),
  );
};

// As many rows as leave a file of them well below what API Gateway carries.
const mostRows = 1000;

const csv: Route = async (request, { store, origin, now }) => {
  const read = parseWhole(quarterQuery, request.queryStringParameters ?? {});
  if (!read.ok) return unusable(origin, read.faults);
  const { cursor = null, quarter = quarterOf(londonDate(now())) } = read.value;
  const { from, to } = daysOf(quarter);
  const { page, next } = pageOf(await store.lines({ on: from, ended: false, after: cursor, limit: mostRows + 1 }), mostRows);
  const rows = page.flatMap(({ line: { start, row } }) => (row && start <= to ? [row] : []));
  const link: Record<string, string> =
    next === null ? {} : { link: `<${origin}/contracts.csv?quarter=${quarter}&cursor=${placeAt(next)}>; rel="next"` };
  return {
    status: 200,
    contentType: 'text/csv; charset=utf-8; header=present',
    body: writeCsv(transparencyHeader, rows),
    headers: { 'content-disposition': `attachment; filename="contracts-${quarter}.csv"`, ...link },
  };
};

const releasesOf = async ({ store }: PublicContractDeps, { cursor, limit }: ReleasesQuery) => {
  const { page, next } = pageOf(await store.releases({ after: cursor ?? null, limit: limit + 1 }), limit);
  return { releases: page.map(({ release }) => release), next };
};

// Pages of another length are other pages: each has an address of its own, and so have those after it.
const releasesAt = (path: string, { limit }: ReleasesQuery, place: string | null): string => {
  const asked = [...(limit === mostReleases ? [] : [`limit=${limit}`]), ...(place === null ? [] : [`cursor=${placeAt(place)}`])];
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
};

const ocds: Route = async (request, deps) => {
  const { council, origin, now } = deps;
  const read = parseWhole(releasesQuery, request.queryStringParameters ?? {});
  if (!read.ok) return unusable(origin, read.faults);
  const { releases, next } = await releasesOf(deps, read.value);
  const at = (place: string | null) => releasesAt(`${origin}/contracts.ocds.json`, read.value, place);
  const made = releasePackage(releases, { council: await council(), uri: at(read.value.cursor ?? null), at: releases[0]?.date ?? now() });
  return { ...json(made), headers: next === null ? {} : { link: `<${at(next)}>; rel="next"` } };
};

const feed: Route = async (request, deps) => {
  const { council, origin, now } = deps;
  const read = parseWhole(releasesQuery, request.queryStringParameters ?? {});
  if (!read.ok) return unusable(origin, read.faults);
  const { releases, next } = await releasesOf(deps, read.value);
  const at = (place: string | null) => releasesAt('/contracts.atom', read.value, place);
  const body = atomFeed({
    council: await council(),
    origin,
    id: '/contracts',
    title: 'Contracts',
    self: at(read.value.cursor ?? null),
    page: '/contracts',
    next: next === null ? null : at(next),
    entries: contractEntries(releases, londonDate(now())),
  });
  return { status: 200, contentType: 'application/atom+xml; charset=utf-8', body };
};

// No reference of ours is longer, and DynamoDB takes no longer key.
const mostOfReference = 200;

const one: Route = async (request, { store, council, origin, now }) => {
  const segment = request.reference ?? '';
  const asJson = segment.endsWith('.json');
  const reference = referenceIn(asJson ? segment.slice(0, -'.json'.length) : segment);
  const contract = reference.length > mostOfReference ? null : await store.contract(reference);
  const wantsJson = asJson || preferred(request.headers.accept, ['text/html', 'application/json']) === 'application/json';
  if (!contract)
    return wantsJson
      ? problem(origin, 404, 'not-found', 'Not found', 'There is no public contract of this reference.')
      : html(notFoundPage(await council()), 404);
  return wantsJson ? json(contract) : html(contractPage(contract, await council(), londonDate(now())));
};

const routes: Record<string, Route> = { '/contracts': list, '/contracts.csv': csv, '/contracts.atom': feed, '/contracts.ocds.json': ocds };

/** The answer to a public request about contracts: the register as a page, data or a file, and each contract. */
export const publicContractsAnswer: Route = (request, deps) =>
  (Object.hasOwn(routes, request.rawPath) ? (routes[request.rawPath] ?? one) : one)(request, deps);
