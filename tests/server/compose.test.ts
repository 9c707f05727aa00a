import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { readSettings, variables } from '../../server/settings.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { asEnvironment, sharedSettings, stackSize } from '../neo4j/configuration.ts';

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z
    .object({ test: z.array(z.string()) })
    .or(z.object({ disable: z.literal(true) }))
    .optional(),
});

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const compose = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(text, { merge: true }));
const dockerfile = readFileSync(new URL('../../server/Dockerfile', import.meta.url), 'utf8');

describe('docker-compose.yml', () => {
  it('runs a Neo4j, loads it once, then starts the explorer', () => {
    expect(Object.keys(compose.services)).toEqual(['neo4j', 'seed', 'app']);
    expect(compose.services['neo4j']?.image).toBe('neo4j:5.26');
    expect(compose.services['neo4j']?.healthcheck).toHaveProperty('test');
    expect(compose.services['seed']?.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(compose.services['app']?.depends_on).toMatchObject({
      seed: { condition: 'service_completed_successfully' },
    });
  });

  it.skipIf(process.platform === 'win32')('loads all built-in data sets', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compose-'));
    try {
      await writeFile(join(folder, 'node'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
      // Compose would put the value of a variable in the place of a single sign.
      const [shell = '', ...argv] = (compose.services['seed']?.command ?? []).map((part) => part.replaceAll('$$', '$'));
      const root = fileURLToPath(new URL('../..', import.meta.url));
      const said = execFileSync(shell, argv, {
        cwd: root,
        env: { PATH: `${folder}:${process.env.PATH}` },
        encoding: 'utf8',
      });
      const loads = builtInDataSets.map(({ name }) => `.build/load.js graph-seed/${name}`);
      expect(said.trim().split('\n')).toEqual(loads.toSorted());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('protects Neo4j as the one is protected that the tests have', () => {
    const { environment = {} } = compose.services['neo4j'] ?? {};
    const java = { NEO4J_server_jvm_additional: stackSize };
    expect(environment).toMatchObject({ ...asEnvironment(sharedSettings), ...java });
    const others = ['NEO4J_AUTH', 'NEO4J_server_memory_heap_max__size', 'NEO4J_server_memory_pagecache_size'];
    const known = [...Object.keys(asEnvironment(sharedSettings)), ...Object.keys(java), ...others];
    expect(Object.keys(environment).toSorted()).toEqual(known.toSorted());
  });

  it('publishes ports on loopback only', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('has no password of its own', () => {
    const passwords = Object.values(compose.services).flatMap(({ environment }) =>
      Object.entries(environment).flatMap(([name, value]) => (/PASSWORD|AUTH/.test(name) ? [value] : [])),
    );
    expect(passwords.length).toBe(3);
    expect(passwords.filter((value) => !value.includes('${NEO4J_PASSWORD:?'))).toEqual([]);
  });

  it('gives the explorer only settings that it has, with values that it takes', () => {
    const environment = compose.services['app']?.environment ?? {};
    expect(Object.keys(environment).filter((name) => !variables.includes(name))).toEqual([]);
    const given = Object.entries(environment).map(([name, value]) => [name, value.replace(/^\$\{\w+:-(.*)\}$/, '$1')]);
    const settings = readSettings({ HOST: '0.0.0.0', ...Object.fromEntries(given) });
    expect(settings).toMatchObject({
      neo4j: { uri: 'bolt://neo4j:7687' },
      allowedHosts: ['localhost'],
      cypherConsole: 'on',
    });
  });
});

describe('server/Dockerfile', () => {
  it('is the one that compose builds', () => {
    expect(compose.services['app']?.build).toEqual({ context: '.', dockerfile: 'server/Dockerfile' });
  });

  it('runs the built server as `npm start` does', () => {
    expect(dockerfile).toMatch(/^RUN .*npm run build/m);
    const command: unknown = JSON.parse(/^CMD (.+)$/m.exec(dockerfile)?.[1] ?? '');
    expect(command).toEqual(packageJson.scripts.start.split(' '));
  });

  it('runs as a user without rights, with a health check, on the port that is published', () => {
    const lines = dockerfile.split('\n');
    expect(lines.findLast((line) => line.startsWith('USER '))).toBe('USER node');
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    expect(dockerfile).toContain(`EXPOSE ${readSettings({}).port}`);
  });
});
