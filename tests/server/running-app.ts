import type { Server } from 'node:http';
import { request as httpRequest } from 'node:http';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { DataSets } from '../../server/data-sets.ts';
import { createHttpServer } from '../../server/http-server.ts';
import { readSettings } from '../../server/settings.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Scene } from '../../server/contract/data-set/scene.ts';
import type { DocumentText } from '../../server/document-text.ts';
import type { LoadedStore } from '../queries/loaded-store.ts';
import { openEmbedded } from '../queries/loaded-store.ts';

interface Options {
  /** Variables of the environment that the app is to be set up by. */
  environment?: Record<string, string>;
  pageFolder?: string;
  /** The address to listen on, if not 127.0.0.1. */
  host?: string;
  /** Where the app's log goes, from the level that the environment names; nowhere unless given. */
  log?: { write(line: string): void };
}

/** What an app is put over: a store, and what is known of its graph. */
export type Served = Pick<LoadedStore, 'store' | 'close'> & {
  ontology: Ontology;
  scenes?: readonly Scene[];
  documentText?: DocumentText;
  /** All data sets of the app, where there are others beside it. */
  dataSets?: DataSets;
};

/** An app on a port of its own. */
export interface RunningApp<Loaded extends Served = LoadedStore> {
  url: string;
  loaded: Loaded;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A second app over the same store, set up in another way; it ends with the first. */
  another(options: Options): Promise<Pick<RunningApp, 'url' | 'get' | 'post'>>;
  stop(): Promise<void>;
}

/** A text of a document: the built-in one is not part of the project. */
export const someText: DocumentText = { bytes: Buffer.from('一、甲\n'), etag: '"one"' };

/** Starts an app over the built-in data set in an embedded database of its own. */
export async function startApp(options: Options = {}): Promise<RunningApp> {
  return startAppOver(await openEmbedded(), options);
}

/** Starts an app over a store, which is closed with it. */
export async function startAppOver<Loaded extends Served>(
  loaded: Loaded,
  options: Options = {},
): Promise<RunningApp<Loaded>> {
  const servers: Server[] = [];
  const another = async ({ environment = {}, pageFolder, host = '127.0.0.1', log }: Options) => {
    const settings = readSettings(environment);
    const logger = log ? pino({ level: settings.logLevel }, log) : pino({ level: 'silent' });
    const { store, ontology, scenes = [], documentText } = loaded;
    const app = createApp({
      dataSets: loaded.dataSets ?? new DataSets({ store, ontology, scenes, documentText }),
      settings,
      logger,
      ...(pageFolder !== undefined && { pageFolder }),
    });
    const server = await new Promise<Server>((resolve, reject) => {
      const listening = createHttpServer(app).once('error', reject);
      listening.listen(0, host, () => resolve(listening));
    });
    servers.push(server);
    const url = addressOf(server);
    return {
      url,
      get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers, redirect: 'manual' }),
      post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
        fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
    };
  };
  return {
    ...(await another(options)),
    loaded,
    another,
    async stop() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      await loaded.close();
    },
  };
}

/** The status of a request that names another host; fetch would not let it. */
export async function statusForHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/api/health`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen on a port');
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}
