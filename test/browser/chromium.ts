import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const packageRoot = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');

/** As `work`, with the machine's temporary directory in another place: the packed browser unpacks itself there and nowhere else. */
const withTemporary = async <Made>(directory: string, work: () => Promise<Made>): Promise<Made> => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = directory;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

// Unpacked whole beside its place and then moved there, so that nobody finds half a browser.
const unpack = async (place: string): Promise<void> => {
  const beside = mkdtempSync(`${place}-`);
  const packs = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(packageRoot, 'bin', name));
  await withTemporary(beside, () => Promise.all(packs.map((pack) => inflate(pack))));
  if (!existsSync(place)) renameSync(beside, place);
  else rmSync(beside, { recursive: true });
};

packed.setGraphicsMode = false;

// One process for all is meant for Lambda: here it takes every page down when one is closed, and the browser with the drawing that it has
// no library for.
const forLambda = ['--single-process', '--in-process-gpu', '--disable-web-security', '--allow-running-insecure-content'];
const flags = packed.args.filter((flag) => !forLambda.includes(flag) && !flag.startsWith('--headless'));

/** Starts the browser that came with the packages, with the libraries that came with it: nothing of the machine's own is needed. */
const startBrowser = async (): Promise<Browser> => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const place = join(tmpdir(), `clear-days-chromium-${version}`);
  if (!existsSync(place)) await unpack(place);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(place, 'al2023', 'lib'),
    // The configuration that was packed looks for its fonts in Lambda's places. Without fonts a word has no width, and nothing is too wide.
    FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf'),
    XDG_DATA_HOME: place,
    XDG_CACHE_HOME: place,
    HOME: place,
  } as Record<string, string>;
  return chromium.launch({ executablePath: join(place, 'chromium'), args: flags, env, timeout: 30_000 });
};

/** A browser; null where none can start, and then whoever reads the outcome is told in these words what nothing is known about. */
export const browserUnlessTold = (untested: string): Promise<Browser | null> =>
  startBrowser().catch((problem: unknown) => {
    process.stderr.write(
      `\nNOT TESTED: ${untested}, because it did not start: ${problem instanceof Error ? problem.message : String(problem)}\n`,
    );
    return null;
  });
