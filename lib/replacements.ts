import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * A file of a package that a bundle does without, as the package imports it, and the file of ours below `functions/` that stands in its
 * place.
 */
export type Replacement = { file: string; by: string };

/** What nodemailer's composer is bundled without, and the hash that the SDK signs with. */
export const replacements: readonly Replacement[] = [
  { file: 'nodemailer/dist/esm/mime-funcs/mime-types.js', by: 'email/stated-types.ts' },
  { file: 'nodemailer/dist/esm/fetch/index.js', by: 'email/no-fetching.ts' },
  { file: 'nodemailer/dist/esm/addressparser/index.js', by: 'email/nobody.ts' },
  { file: '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node', by: 'platform/signing-sha256.ts' },
];

const packageOf = (file: string): string => `node_modules/${/^(@[^/]+\/)?[^/]+/.exec(file)?.[0]}/`;

/**
 * Puts files of ours in the place of files of packages. A build that takes in such a package and never meets the file fails, for an update
 * has moved it: what the bundles were to do without would be back in them unseen.
 */
export const replacing = (functions: string, replaced: readonly Replacement[] = replacements): Plugin => ({
  name: 'replacing',
  setup: (build) => {
    const met = new Set<string>();
    const last = replaced.map(({ file }) => file.split('/').slice(-2).join('|').replaceAll('.', '\\.')).join('|');
    build.onResolve({ filter: new RegExp(last) }, ({ path, resolveDir }) => {
      const found = replaced.find(({ file }) => resolve(resolveDir, path).replaceAll('\\', '/').endsWith(`/node_modules/${file}`));
      if (!found) return null;
      met.add(found.file);
      return { path: join(functions, found.by) };
    });
    build.onEnd(({ metafile }) => {
      const inputs = Object.keys(metafile?.inputs ?? {});
      const missed = replaced.filter(({ file }) => !met.has(file) && inputs.some((input) => input.includes(packageOf(file))));
      return {
        errors: missed.map(({ file, by }) => ({
          text: `${file} was to be replaced by functions/${by}, and no bundle asks for it any longer. The package has changed: find where that part of it went and put it right in lib/replacements.ts.`,
        })),
      };
    });
  },
});

/** Of the package.json of each client of the SDK, its version alone: the client says it to AWS, and the rest of the file is for npm. */
export const versionsAlone: Plugin = {
  name: 'versions-alone',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
