import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { startExplorer, type RunningExplorer } from './explorer.ts';

const source = fileURLToPath(new URL('bare-server.ts', import.meta.url));
// Below the root, so that the driver is found.
const program = fileURLToPath(new URL('../../.cache/bench/bare-server.js', import.meta.url));

/** Starts the bare server in a process of its own, built and run as the explorer's is. */
export function startBareServer({ uri, username, password }: Neo4jAddress): Promise<RunningExplorer> {
  buildSync({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
  return startExplorer([process.execPath, program], {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
  });
}
