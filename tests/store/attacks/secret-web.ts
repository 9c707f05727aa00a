import { once } from 'node:events';
import { createServer } from 'node:http';
import { portOf } from '../../neo4j/port-of.ts';

/** A server on loopback that nobody is to ask. */
export interface SecretWeb {
  url: string;
  /** How often it was asked. */
  hits: number;
  stop(): void;
}

/** Starts a server for queries to try to read, which counts whether one has. */
export async function startSecretWeb(): Promise<SecretWeb> {
  const server = createServer((_request, response) => {
    web.hits += 1;
    response.end('secret\n');
  });
  const web: SecretWeb = { url: '', hits: 0, stop: () => void server.close() };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  web.url = `http://127.0.0.1:${portOf(server)}/`;
  return web;
}
