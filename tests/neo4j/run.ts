import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from './message-of.ts';
import { randomPassword, startNeo4j } from './start.ts';

/** `npm run neo4j`: a real Neo4j for as long as this runs; its data are kept in `.data/neo4j`. */
const home = fileURLToPath(new URL('../../.data/neo4j', import.meta.url));

async function main(): Promise<void> {
  const port = await freePort(process.env['NEO4J_PORT'] ?? '7687');
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  console.log('Starting Neo4j; the first time its parts are fetched.');
  const password = await keptPassword();
  const server = await startNeo4j({ home, password, port });
  console.log(`
Neo4j is ready. In another terminal:

  export NEO4J_URI=${server.uri} NEO4J_PASSWORD=${password}
  npm run seed
  npm start

Ctrl-C stops it; its data stay in .data/neo4j.`);
  // Waiting for a signal is not enough to keep Node running.
  const alive = setInterval(() => {}, 2 ** 30);
  await asked;
  await server.stop();
  clearInterval(alive);
}

async function freePort(text: string): Promise<number> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`NEO4J_PORT is ${text}, which is no port`);
  const probe = createServer();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    throw new Error(`port ${port} is not free (${messageOf(error)}): NEO4J_PORT chooses another`, { cause: error });
  }
  await once(probe.close(), 'close');
  return port;
}

async function keptPassword(): Promise<string> {
  const file = join(home, 'password');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomPassword();
  await mkdir(home, { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
