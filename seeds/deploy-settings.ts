import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { inWords as faultInWords } from '../bin/keeping/command-line.ts';
import { usualRegion } from '../bin/keeping/table-flags.ts';
import { type Council, councilSchema } from '../functions/council/council.schema.ts';
import { councilStore } from '../functions/platform/store/council-store.ts';
import { documentClient } from '../functions/platform/table/table.ts';
import { councils } from './councils/index.ts';

const usage = 'Usage: npm run settings -- --council kent --table NAME [--check] [--region REGION]';

/** Something the person at the keyboard can put right; its message is the one line they see. */
class Wrong extends Error {}

type Asked = { council: string | undefined; table: string | undefined; check: boolean; region: string };

const readFlags = (argv: string[]): Asked => {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        council: { type: 'string' },
        table: { type: 'string' },
        // As every other command over a table, so that a profile without a region will do.
        region: { type: 'string', default: usualRegion },
        check: { type: 'boolean', default: false },
      },
    });
    return { council: values.council, table: values.table, check: values.check, region: values.region };
  } catch (fault) {
    throw new Wrong(`${fault instanceof Error ? fault.message.split(/\.(\s|$)/)[0] : fault}. ${usage}`);
  }
};

const checked = (id: string | undefined): Council => {
  if (!id) throw new Wrong(`Say which council with --council. ${usage}`);
  const found = councils.find((council) => council.id === id);
  if (!found) throw new Wrong(`--council must be one of ${councils.map((council) => council.id).join(', ')}, not "${id}".`);
  const parsed = councilSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  throw new Wrong(
    `The settings of ${id} cannot be used: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
  );
};

const inWords = ({ name, posts, divisions, areaWord }: Council): string =>
  `${name}, with ${posts.length} posts and ${divisions.length} ${areaWord}s`;

const put = async (council: Council, tableName: string, region: string): Promise<void> => {
  const client = documentClient({ region });
  const store = councilStore({ client, tableName });
  try {
    const before = await store.loadCouncil().catch(() => null);
    if (before && before.id !== council.id)
      throw new Wrong(`${tableName} holds the decisions of ${before.name}; the settings of ${council.name} were not saved in it.`);
    await store.saveCouncil(council);
  } catch (fault) {
    if (fault instanceof Wrong) throw fault;
    const reason = fault instanceof Error ? `${fault.name}: ${fault.message}`.replaceAll(/\s+/g, ' ') : String(fault);
    throw new Wrong(`The settings could not be saved. ${faultInWords(fault, `table ${tableName}`) ?? reason}`);
  } finally {
    client.destroy();
  }
};

/**
 * Checks a council's settings and puts them into a deployed table, over those that were there; never a decision. Answers in one
 * line what was done. Throws, in one line, for flags, settings or a table that will not do. With `--check` nothing is written.
 */
export const deploySettings = async (argv: string[]): Promise<string> => {
  const { council: id, table, check, region } = readFlags(argv);
  const council = checked(id);
  if (check) return `The settings of ${inWords(council)}, are sound. Nothing was saved.`;
  if (!table) throw new Wrong(`Say which table with --table. ${usage}`);
  await put(council, table, region);
  return `Saved the settings of ${inWords(council)}, in ${table}. They are in use within a minute.`;
};

const main = async (): Promise<void> => {
  try {
    console.log(await deploySettings(process.argv.slice(2)));
  } catch (fault) {
    if (!(fault instanceof Wrong)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
