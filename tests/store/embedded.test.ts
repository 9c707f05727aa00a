import { setMaxListeners } from 'node:events';
import { copyFile, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbedded, type EmbeddedOptions, type EmbeddedStore } from '../../server/store/embedded.ts';
import { limits, problem, problemCode, rows, runaway } from './contract-suite.ts';
import { describeStore } from './contract.ts';
import { fixture, key } from './fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'embedded-'));
const opened: EmbeddedStore[] = [];
let files = 0;

function open(options: Partial<EmbeddedOptions> = {}): EmbeddedStore {
  const store = openEmbedded({ path: join(folder, 'own.grafeo'), key, ...options });
  opened.push(store);
  return store;
}

async function openLoaded(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedStore> {
  files += 1;
  const store = open({ path: join(folder, `loaded-${files}.grafeo`), ...options });
  await store.write(fixture);
  await store.count({});
  return store;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describeStore('embedded', (own) => Promise.resolve(openEmbedded({ path: join(folder, 'contract.grafeo'), key: own })), {
  'touches no other data set': 'the embedded database is one file for each data set',
});

describe('the embedded engine in its child process', () => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });

  it('leaves nothing behind in the folder for passing things, whether it ends by itself or is killed', async () => {
    const passing = await mkdtemp(join(folder, 'passing-'));
    vi.stubEnv('TMPDIR', passing);
    try {
      const store = await openLoaded();
      const failing = problem(store.read(runaway, {}, limits));
      await pause(200);
      expect(await readdir(passing)).not.toEqual([]);
      process.kill(store.pids[0] ?? 0, 'SIGKILL');
      await failing;
      await store.count({});
      await store.close();
    } finally {
      vi.unstubAllEnvs();
    }
    await expect.poll(() => readdir(passing)).toEqual([]);
  });

  it('may be killed in the middle of a query: that one fails, the next is answered', async () => {
    const store = await openLoaded();
    const [pid = 0] = store.pids;
    const failing = problem(store.read(runaway, {}, limits));
    await pause(200);
    process.kill(pid, 'SIGKILL');
    expect(await failing).toMatchObject({ code: 'database-unavailable', retryAfterSeconds: 1 });
    expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
    expect(store.pids).not.toContain(pid);
  });

  it('may be killed when it does nothing: nobody notices', async () => {
    const store = await openLoaded();
    const [pid = 0] = store.pids;
    process.kill(pid, 'SIGKILL');
    await pause(100);
    expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
  });

  it('keeps what waits when a query has to be stopped', async () => {
    const store = await openLoaded();
    const stopped = problemCode(store.read(runaway, {}, { ...limits, timeoutMs: 300 }));
    const waiting = Array.from({ length: 10 }, (_, number) => rows(store, 'RETURN $number AS number', { number }));
    expect(await stopped).toBe('time-limit');
    expect(await Promise.all(waiting)).toEqual(waiting.map((_, number) => [[number]]));
  });

  it('is not killed for a short query whose caller has gone', async () => {
    const store = await openLoaded();
    const pids = store.pids;
    const controllers = Array.from({ length: 20 }, () => new AbortController());
    const codes = controllers.map(({ signal }) => {
      return problemCode(store.read('MATCH (n:Entity) RETURN n ORDER BY n.id', {}, { ...limits, signal }));
    });
    for (const controller of controllers) controller.abort();
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['cancelled']));
    await pause(300);
    expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
    expect(store.pids).toEqual(pids);
  });

  it('is not killed while it starts because the one who made it start has gone', async () => {
    const store = await openLoaded();
    const leaving = new AbortController();
    const left = problemCode(store.readUntrusted('RETURN 1 AS one', {}, { ...limits, signal: leaving.signal }));
    await expect.poll(() => store.pids.length, { interval: 1 }).toBe(2);
    const { pids } = store;
    leaving.abort();
    expect(await left).toBe('cancelled');
    await pause(200);
    expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
    expect(store.pids).toEqual(pids);
  });

  it('does not run what nobody waits for any more', async () => {
    const store = await openLoaded();
    const stopped = problemCode(store.read(runaway, {}, { ...limits, timeoutMs: 500 }));
    const controller = new AbortController();
    const waiting = problemCode(store.read(runaway, {}, { ...limits, signal: controller.signal }));
    controller.abort();
    expect(await waiting).toBe('cancelled');
    expect(await stopped).toBe('time-limit');
    expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
  });

  it('lets only so many wait', async () => {
    const store = await openLoaded();
    const controller = new AbortController();
    setMaxListeners(100, controller.signal);
    const options = { ...limits, signal: controller.signal };
    const running = Array.from({ length: 65 }, () => problemCode(store.read(runaway, {}, options)));
    expect(await problem(store.read('RETURN 1 AS one', {}, limits))).toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 1,
    });
    controller.abort();
    expect(new Set(await Promise.all(running))).toEqual(new Set(['cancelled']));
    expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
  });

  it('is stopped when a query needs too much memory', async () => {
    const store = await openLoaded({ memoryLimit: 150e6 });
    const cypher = 'UNWIND range(1, 20000000) AS x WITH collect(x) AS list RETURN size(list) AS size';
    expect(await problem(store.readUntrusted(cypher, {}, limits))).toMatchObject({
      code: 'memory-limit',
      values: { megabytes: '150' },
    });
    expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
  });

  it('does not keep the memory of a large answer', async () => {
    const store = await openLoaded();
    const cypher = 'UNWIND range(1, 1000000) AS x RETURN x';
    expect((await store.readUntrusted(cypher, {}, { ...limits, maxRows: 1 })).truncated).toBe(true);
    const [, typed = 0] = store.pids;
    await pause(300);
    expect(isAlive(typed)).toBe(false);
    expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
  });

  it('may fall over a query that overflows its stack', async () => {
    const store = await openLoaded();
    const cypher = `RETURN 1${'=1'.repeat(3_500)} AS x`;
    expect(await problemCode(store.readUntrusted(cypher, {}, limits))).toBe('cypher-failed');
    expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
  });

  it('ends with its store, and the one for typed queries when nobody has used it for a while', async () => {
    const store = await openLoaded({ idleMs: 200 });
    expect(store.pids).toHaveLength(1);
    await store.readUntrusted('RETURN 1 AS one', {}, limits);
    const [named = 0, typed = 0] = store.pids;
    expect([named, typed].map(isAlive)).toEqual([true, true]);
    await pause(600);
    expect([named, typed].map(isAlive)).toEqual([true, false]);
    expect((await store.readUntrusted('RETURN 2 AS two', {}, limits)).table.rows).toEqual([[2]]);
    const pids = store.pids;
    await store.close();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });
});

describe('the embedded database as a file', () => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });

  it('is answered from as it was last, also where it was replaced while a child was starting', async () => {
    const own = await mkdtemp(join(folder, 'replaced-'));
    const [path, whole, part] = [join(own, 'now.grafeo'), join(own, 'whole.grafeo'), join(own, 'part.grafeo')];
    await open({ path: whole }).write(fixture);
    await open({ path: part }).write({ ...fixture, nodes: fixture.nodes.slice(0, 2), relationships: [] });
    const counts: number[] = [];
    // Some of these are after the child has opened the file, and before it has said so.
    for (let delay = 0; delay < 200; delay += 10) {
      await copyFile(whole, path);
      const store = open({ path });
      await pause(delay);
      await copyFile(part, `${path}.new`);
      await rename(`${path}.new`, path);
      counts.push((await store.count({})).nodes);
      await store.close();
    }
    expect(counts.filter((count) => count !== 2)).toEqual([]);
  });

  it('leaves no child behind when its store is closed while one is being replaced', async () => {
    const store = await openLoaded();
    await store.write(fixture);
    await store.close();
    await pause(500);
    expect(store.pids.filter(isAlive)).toEqual([]);
  });

  it('may be missing: a store opens, and says so when it is asked', async () => {
    const path = join(folder, 'deep', 'missing.grafeo');
    const store = open({ path });
    expect(await problem(store.count({}))).toMatchObject({ code: 'database-empty' });
    expect(await problemCode(store.readUntrusted('RETURN 1 AS one', {}, limits))).toBe('database-empty');
    await store.write(fixture);
    expect(await store.count({})).toEqual({ nodes: 12, relationships: 12 });
  });

  it('may be broken: a store says so, and a write heals it', async () => {
    const path = join(folder, 'broken.grafeo');
    await writeFile(path, 'this is no database');
    const store = open({ path });
    expect(await problem(store.count({}))).toMatchObject({ code: 'database-unavailable' });
    expect(await problemCode(store.read('RETURN 1 AS one', {}, limits))).toBe('database-unavailable');
    expect(await store.write(fixture)).toMatchObject({ nodes: { added: 12 }, relationships: { added: 12 } });
    expect(await store.count({})).toEqual({ nodes: 12, relationships: 12 });
  });

  it('is read by several at once, and each sees at its next read what another has written', async () => {
    const path = join(folder, 'shared.grafeo');
    const [writer, reader] = [open({ path }), open({ path })];
    await writer.write(fixture);
    const cypher = "MATCH (n:Entity {id: 'city'}) RETURN n.name AS name";
    expect(await rows(reader, cypher)).toEqual([['金华市']]);
    expect((await reader.readUntrusted(cypher, {}, limits)).table.rows).toEqual([['金华市']]);
    const nodes = fixture.nodes.map((node) => ({ ...node, properties: { ...node.properties, name: '改名' } }));
    await writer.write({ ...fixture, nodes });
    expect(await rows(reader, cypher)).toEqual([['改名']]);
    expect((await reader.readUntrusted(cypher, {}, limits)).table.rows).toEqual([['改名']]);
  });

  it('leaves nothing beside it, whether a write succeeds or fails', async () => {
    const own = await mkdtemp(join(folder, 'own-'));
    const store = open({ path: join(own, 'own.grafeo') });
    await store.write(fixture);
    expect(await problemCode(store.write({ ...fixture, nodes: [] }))).toBe('internal');
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const other = { ...fixture, relationships: [] };
    expect(await problemCode(store.write(other, { signal: controller.signal, onProgress }))).toBe('cancelled');
    expect(await readdir(own)).toEqual(['own.grafeo']);
  });

  it('is not made where there can be none', async () => {
    const path = join(folder, 'a-file');
    await writeFile(path, '');
    const store = open({ path: join(path, 'below.grafeo') });
    expect(await problemCode(store.write(fixture))).toBe('database-unavailable');
  });
});
