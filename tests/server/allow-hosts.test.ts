import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowHosts } from '../../server/allow-hosts.ts';
import { problemHandler } from '../../server/problem-handler.ts';
import { readSettings } from '../../server/settings.ts';
import { portOf } from '../neo4j/port-of.ts';
import { statusForHost } from './running-app.ts';

describe('the host names of a server off loopback on which queries can be typed', () => {
  const ownHosts = ['mybox'];
  let server: Server;
  const status = (host: string) => statusForHost(`http://127.0.0.1:${portOf(server)}`, host);
  beforeAll(async () => {
    const settings = readSettings({ HOST: 'Graph.Example.org', CYPHER_CONSOLE: 'on' });
    const app = express();
    app.use(allowHosts(settings, () => ownHosts));
    app.use((_request, response) => void response.end());
    app.use(problemHandler(pino({ level: 'silent' })));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
  });

  it('have the one that it listens on among them, in whatever case it is written', async () => {
    expect([await status('graph.example.org'), await status('GRAPH.example.ORG:80')]).toEqual([200, 200]);
  });

  it('are those of the machine as they are now', async () => {
    expect([await status('mybox'), await status('10.9.8.7')]).toEqual([200, 421]);
    ownHosts.push('10.9.8.7');
    expect([await status('mybox'), await status('10.9.8.7')]).toEqual([200, 200]);
  });
});
