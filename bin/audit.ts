import { spawnSync } from 'node:child_process';
import { verdictOf } from './audit/verdict.ts';

// What is deployed: the tools that build and test it never see a council's data.
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 });
const verdict = verdictOf(stdout);

if (!verdict.checked) {
  process.stderr.write(`THE DEPENDENCIES WERE NOT AUDITED: ${verdict.why}. Run npm run audit again where the registry answers.\n`);
} else if (verdict.grave.length > 0) {
  process.stderr.write(`Dependencies with grave faults known:\n${verdict.grave.map((each) => `  ${each}`).join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write('No dependency that is deployed has a grave fault known.\n');
}
