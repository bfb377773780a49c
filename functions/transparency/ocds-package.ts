import type { Council } from '../council/council.schema.ts';
import type { Instant } from '../rules/local-date.ts';
import { type Release, type ReleasePackage, releasePackageSchema } from './ocds.schema.ts';

const ukExtension = 'https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json';

/** Releases as one file for publication, under the Open Government Licence. Checked by our own schema; a fault throws. */
export const releasePackage = (
  releases: Release[],
  { council, uri, at }: { council: Pick<Council, 'name' | 'website'>; uri: string; at: Instant },
): ReleasePackage =>
  releasePackageSchema.parse({
    uri,
    version: '1.1',
    extensions: [ukExtension],
    publishedDate: at,
    publisher: { name: council.name, uri: council.website },
    license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    releases,
  });
