import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ontology } from '../../server/contract/data-set/ontology.ts';
import { embeddedFiles } from '../../server/data-set-stamp.ts';
import { portOf } from '../neo4j/port-of.ts';
import { startCommand } from '../start-command.ts';
import { writeDataSets } from './several-data-sets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [program, ...programArgv] = startCommand();
let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'main-'));
});
afterAll(async () => {
  await rm(dataFolder, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  /** Ends with the process; what it wrote and the code it ended with. */
  ended: Promise<{ code: number | null; out: string; error: string }>;
  /** The address that it greets with; undefined where it ends before. */
  address: Promise<string | undefined>;
}

/** Starts the server as `npm start` does, without the page. */
function start(environment: Record<string, string>, argv = ['--api-only']): Started {
  const { PATH, HOME } = process.env;
  const child = spawn(program, [...programArgv, ...argv], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: dataFolder, PORT: '0', ...environment },
  });
  let out = '';
  let error = '';
  const ended = new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, error }));
  });
  const address = new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /the explorer is at (\S+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => resolve(undefined));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  return { child, ended, address };
}

async function outcome(environment: Record<string, string>, argv?: string[]) {
  const { code, error } = await start(environment, argv).ended;
  return { code, lines: error.trim().split('\n') };
}

const saying = (text: string) => ({ code: 1, lines: [expect.stringContaining(text)] });

describe('npm start', () => {
  it('prepares what is missing, says one line with the address, answers, and ends in peace', async () => {
    // Other loaders made these.
    const others = ['jinhua-2011.grafeo', 'jinhua-2011.grafeo.stamp', 'jinhua-2011.1.grafeo', 'elsewhere.1.grafeo'];
    await Promise.all(others.map((name) => writeFile(join(dataFolder, name), 'of an earlier format')));
    const server = start({});
    const address = await server.address;
    const { database, stamp } = embeddedFiles(dataFolder, join(root, 'graph-seed/jinhua-2011'));
    const left = ['elsewhere.1.grafeo', basename(database), basename(stamp)];
    expect((await readdir(dataFolder)).toSorted()).toEqual(left);
    const health = await fetch(`${address}/api/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: 'ok', engine: { kind: 'embedded' } });
    const children = await childrenOf(server.child.pid);
    server.child.kill('SIGTERM');
    const { code, out, error } = await server.ended;
    expect(code).toBe(0);
    expect(error).toBe('');
    expect(
      out.match(/the explorer is at http:\/\/127\.0\.0\.1:\d+ \(.+; \d+ nodes, \d+ relationships\)/g),
    ).toHaveLength(1);
    // What lives by its parent's pipe notices a moment later that it is closed.
    await expect.poll(() => alive(children)).toEqual([]);
  });

  it('prepares nothing twice', async () => {
    const server = start({});
    await server.address;
    server.child.kill('SIGINT');
    const { code, out } = await server.ended;
    expect(code).toBe(0);
    expect(out).not.toContain('loading');
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = other.address();
    const port = typeof taken === 'object' && taken ? String(taken.port) : '';
    const { code, lines } = await outcome({ PORT: port });
    other.close();
    expect([code, lines]).toEqual([1, [`port ${port} is taken; PORT chooses another`]]);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is not a whole number: http'],
    [{ NEO4J_URI: 'bolt://127.0.0.1:7687' }, 'NEO4J_PASSWORD is missing: NEO4J_URI is set, so it is needed'],
    [{ DATA_SET: 'none' }, 'DATA_SET is none: NEO4J_URI is missing, so there is nothing to show'],
    [
      { DATA_SET: 'none', NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'x', DOCUMENT_TEXT: 'README.md' },
      'DATA_SET is none: DOCUMENT_TEXT is set, and there is no data set whose text it could be',
    ],
    [{ CYPHER_CONSOLE: 'yes' }, 'CYPHER_CONSOLE is none of on, off and authenticated: yes'],
  ])('says in one sentence what is wrong with %j', async (environment, sentence) => {
    expect(await outcome(environment)).toEqual({ code: 1, lines: [sentence] });
  });

  it('says in one sentence that the text of the document is not there', async () => {
    const { code, lines } = await outcome({ DOCUMENT_TEXT: 'nowhere.txt' });
    expect([code, lines]).toEqual([1, [expect.stringMatching(/^the text of the document cannot be read: .*nowhere/)]]);
  });

  it('starts with a text whose quotes are not in their places, for the page tells which', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'main-'));
    const server = start({ DATA_DIR: folder, DOCUMENT_TEXT: 'README.md' });
    const address = await server.address;
    const response = await fetch(`${address}/api/document-text`);
    const text = await response.text();
    const ontology = Ontology.parse(await (await fetch(`${address}/api/ontology`)).json());
    server.child.kill('SIGTERM');
    await server.ended;
    await rm(folder, { recursive: true, force: true });
    expect([response.status, text]).toEqual([200, await readFile(join(root, 'README.md'), 'utf8')]);
    expect(ontology.document?.hasText).toBe(true);
  });

  it('says in one sentence that an option or a data set is unknown', async () => {
    expect(await outcome({}, ['--page-only'])).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('--page-only')],
    });
    const { code, lines } = await outcome({ DATA_SET: 'graph-seed/nowhere' });
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('graph-seed/nowhere');
  });

  it('says in one sentence that the embedded engine is not made for this machine', async () => {
    const sentence =
      `the embedded engine is not made for this machine (${process.platform} ${process.arch}): ` +
      'use Docker or a Neo4j, as the README says';
    // Where the engine's package looks for its binary first.
    const NAPI_RS_NATIVE_LIBRARY_PATH = '/nowhere.node';
    for (const DATA_DIR of [join(dataFolder, 'never-loaded'), dataFolder]) {
      expect(await outcome({ NAPI_RS_NATIVE_LIBRARY_PATH, DATA_DIR })).toEqual({ code: 1, lines: [sentence] });
    }
  });

  it('ends what it has started when it is ended before it listens', async () => {
    const folder = join(dataFolder, 'interrupted');
    const server = start({ DATA_DIR: folder });
    let children: number[] = [];
    await expect
      .poll(async () => {
        children = await descendantsOf(server.child.pid);
        return children.length;
      })
      .toBeGreaterThan(1);
    server.child.kill('SIGTERM');
    const { code, error } = await server.ended;
    expect([code, error]).toEqual([143, 'stopped while loading the data set\n']);
    await expect.poll(() => alive(children)).toEqual([]);
    // It may not even have come to make the folder.
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  it('ends when it is ended while it waits for a Neo4j that says nothing', async () => {
    const silent = createServer();
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const server = start({ NEO4J_URI: `bolt://127.0.0.1:${portOf(silent)}`, NEO4J_PASSWORD: 'password' });
    await once(silent, 'connection');
    server.child.kill('SIGTERM');
    const { code, error } = await server.ended;
    silent.close();
    expect([code, error]).toEqual([143, 'stopped while starting\n']);
  });

  it('ends when it is ended while its engine starts, and ends that', async () => {
    const server = start({});
    let children: number[] = [];
    await expect.poll(async () => (children = await childrenOf(server.child.pid)), { interval: 5 }).not.toEqual([]);
    server.child.kill('SIGINT');
    const { code, out } = await server.ended;
    // It may just have come to listen.
    expect(code).toBe(out.includes('the explorer is at') ? 0 : 130);
    await expect.poll(() => alive(children)).toEqual([]);
  });

  it('shows the data sets that --data names, relative to where it was typed, and loads a further one when it is asked for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'main-'));
    await writeDataSets(folder, ['beta', 'alpha', 'broken', 'stuck']);
    await writeFile(join(folder, 'broken/nodes.yaml'), '- id: nobody\n');
    // It is no file of the data set.
    await symlink('/nowhere', join(folder, 'beta/notes.txt'));
    const { database } = embeddedFiles(join(folder, 'data'), join(folder, 'stuck'));
    await mkdir(database, { recursive: true });
    const named = ['beta', './alpha', join(folder, 'broken'), './stuck'].flatMap((name) => ['--data', name]);
    const server = start({ INIT_CWD: folder, DATA_DIR: join(folder, 'data') }, ['--api-only', ...named]);
    const address = await server.address;
    const api = async (path: string): Promise<unknown> => (await fetch(`${address}/api${path}`)).json();
    const isOf = async (path: string) => Ontology.parse(await api(path)).dataSet;
    try {
      expect(await isOf('/ontology')).toBe('beta');
      expect((await readdir(join(folder, 'data'))).filter((name) => name.startsWith('alpha'))).toEqual([]);
      expect(await api('/data-sets')).toMatchObject([
        { name: 'beta' },
        { name: 'alpha' },
        { name: 'broken' },
        { name: 'stuck' },
      ]);
      await expect.poll(() => isOf('/data-sets/alpha/ontology').catch(() => '')).toBe('alpha');
      const problem = { code: 'data-set-unusable', values: { name: 'broken' } };
      await expect.poll(() => api('/data-sets/broken/ontology')).toMatchObject(problem);
      // What is wrong is told, and not where it lies.
      expect(JSON.stringify(await api('/data-sets/broken/ontology'))).toMatch(/broken\/nodes\.yaml/);
      expect(JSON.stringify(await api('/data-sets/broken/ontology'))).not.toContain(folder);
      // What is wrong with the server is for its log, where it stands once for all who ask.
      const reason = 'the log of the server says why';
      const ofServer = { code: 'data-set-unusable', values: { name: 'stuck', reason } };
      await expect.poll(() => api('/data-sets/stuck/ontology')).toMatchObject(ofServer);
      for (let again = 0; again < 3; again += 1) expect(await api('/data-sets/stuck/ontology')).toMatchObject(ofServer);
      expect(JSON.stringify(await api('/data-sets/stuck/ontology'))).not.toContain(folder);
      expect(await isOf('/ontology')).toBe('beta');
    } finally {
      server.child.kill('SIGTERM');
      const { code, out } = await server.ended;
      expect(code).toBe(0);
      expect(out.split('a data set cannot be opened').length - 1).toBe(2);
      expect(out).toContain(database);
      expect(out).toContain(`\nalpha is at ${address}/data/alpha/\n`);
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says in one sentence which folder of --data is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'main-'));
    await writeDataSets(folder, ['one', 'deeper/one']);
    const said = (...argv: string[]) => outcome({ INIT_CWD: folder }, ['--api-only', ...argv]);
    expect(await said('--data', 'one', '--data', 'deeper/one')).toEqual(saying('two data sets are named one'));
    expect(await said('--data', 'two')).toEqual(saying(`${join(folder, 'two')} holds no data set`));
    expect(await said('--data')).toEqual(saying('--data needs a folder'));
    await rm(folder, { recursive: true, force: true });
  });

  it('says what is wrong in the files of a data set with its place and a hint, before it reads them itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'main-'));
    await writeDataSets(folder, ['one']);
    await writeFile(join(folder, 'one/ontology.yaml'), `labels: ${'['.repeat(100_000)}`);
    const environment = { INIT_CWD: folder, DATA_DIR: join(folder, 'data') };
    const { code, lines } = await outcome(environment, ['--api-only', '--data', 'one']);
    expect(code).toBe(1);
    expect(lines.join()).toMatch(/one\/ontology\.yaml:1: ontology: the YAML is nested too deep; no part of a data set/);
    await rm(folder, { recursive: true, force: true });
  });

  it('says in one sentence that no Neo4j is there', async () => {
    const { code, lines } = await outcome({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'password' });
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('127.0.0.1:1');
  });
});

async function descendantsOf(pid: number | undefined): Promise<number[]> {
  const children = await childrenOf(pid);
  return [...children, ...(await Promise.all(children.map(descendantsOf))).flat()];
}

async function childrenOf(pid: number | undefined): Promise<number[]> {
  return (await ps(['-o', 'pid=', '--ppid', String(pid)])).map(Number);
}

/** Without those that have ended and that nobody has asked about yet. */
async function alive(pids: number[]): Promise<string[]> {
  const states = await Promise.all(pids.map((pid) => ps(['-o', 'stat=', '-p', String(pid)])));
  return states.flat().filter((state) => !state.startsWith('Z'));
}

async function ps(argv: string[]): Promise<string[]> {
  const lister = spawn('ps', argv);
  let out = '';
  lister.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await new Promise((resolve) => lister.once('close', resolve));
  return out.split(/\s+/).filter(Boolean);
}
