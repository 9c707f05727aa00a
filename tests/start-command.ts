import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `npm start` runs in the end, without npm's own processes round it; first builds it, as `npm start` does. */
export function startCommand(): [program: string, ...argv: string[]] {
  const { prestart, start } = packageJson.scripts;
  execFileSync(process.execPath, argumentsOfNode(prestart), { cwd: root });
  return [process.execPath, ...argumentsOfNode(start)];
}

function argumentsOfNode(script: string): string[] {
  const [program, ...argv] = script.split(' ');
  if (program !== 'node') throw new Error(`npm start runs ${program}, not node`);
  return argv;
}
