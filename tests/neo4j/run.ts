import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from './message-of.ts';
import { randomPassword, startNeo4j } from './start.ts';

/** `npm run neo4j`: a real Neo4j for as long as this runs; its data are kept in `.data/neo4j`. */
const home = new URL('../../.data/neo4j', import.meta.url).pathname;

async function keptPassword(): Promise<string> {
  const file = join(home, 'password');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomPassword();
  await mkdir(home, { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function main(): Promise<void> {
  const asked = new AbortController();
  const ask = () => asked.abort();
  process.on('SIGINT', ask).on('SIGTERM', ask);
  console.log('Starting Neo4j; the first time its parts are fetched.');
  const password = await keptPassword();
  const port = Number(process.env['NEO4J_PORT'] ?? 7687);
  const server = await startNeo4j({ home, password, port });
  console.log(`
Neo4j is ready. In another terminal:

  export NEO4J_URI=${server.uri} NEO4J_PASSWORD=${password}
  npm run seed
  npm start

Ctrl-C stops it; its data stay in .data/neo4j.`);
  if (!asked.signal.aborted) await new Promise((resolve) => asked.signal.addEventListener('abort', resolve));
  await server.stop();
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
