import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { releaseOf, stackSize, writeConfiguration, type Release } from './configuration.ts';
import { neo4jJars } from './jars.ts';
import type { Java } from './java.ts';
import { messageOf } from './message-of.ts';
import { portOf } from './port-of.ts';
import { waitForBolt, type Neo4jAddress } from './wait-for-bolt.ts';

const run = promisify(execFile);
const secondsToStart = 90;
const secondsToStop = 20;
/** Neo4j reaches into these packages of Java. */
const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];

export interface JavaServerOptions {
  version: string;
  java: Java;
  /** Where the jars of this version are kept. */
  cache: string;
  /** The server's own folder, for data, log and configuration. */
  home: string;
  port?: number;
  password: string;
}

/** A server that runs until it is stopped, or killed as by a query that takes all its memory. */
export interface RunningServer extends Neo4jAddress {
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a Neo4j server from its jars and waits until it answers. It ends when this process does. */
export async function startJavaServer(options: JavaServerOptions): Promise<RunningServer> {
  const { version, java, cache, home, password, port = await freePort() } = options;
  const release = releaseOf(version);
  const classPath = join(await neo4jJars(version, cache), '*');
  const conf = await writeConfiguration(home, port, release);
  // Data that exist have their password already.
  if (!existsSync(join(home, 'data'))) await setPassword({ java, classPath, home, conf, password });

  const archive = classArchive(cache, java);
  const logFile = join(home, 'neo4j.log');
  const server = await spawnServer([...javaOptions(release, java, archive), '-cp', classPath, release.mainClass], {
    java,
    home,
    conf,
    logFile,
  });
  const stop = async () => {
    await stopServer(server);
    // The archive is only whole once the process is gone.
    if (existsSync(archive.unfinished)) await rename(archive.unfinished, archive.file);
  };
  const address = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password };
  try {
    await waitForBolt(address, {
      seconds: secondsToStart,
      stopped: () => (isOver(server) ? `Neo4j ${version} ended before it answered: see ${logFile}` : undefined),
    });
  } catch (error) {
    await stopServer(server);
    await rm(archive.unfinished, { force: true });
    const last = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').at(-1);
    throw new Error(`${messageOf(error)}${last ? ` (${last})` : ''}`, { cause: error });
  }
  return { ...address, stop, kill: () => killServer(server) };
}

async function spawnServer(
  options: string[],
  { java, home, conf, logFile }: { java: Java; home: string; conf: string; logFile: string },
): Promise<ChildProcess> {
  await mkdir(home, { recursive: true });
  const log = await open(logFile, 'a');
  try {
    const server = spawn(java.program, [...options, `--home-dir=${home}`, `--config-dir=${conf}`], {
      cwd: home,
      // A group of its own: Ctrl-C on the terminal is for us, and we then stop the server.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(server, 'spawn');
    endWithUs(server);
    return server;
  } finally {
    await log.close();
  }
}

/**
 * A small shell that holds the other end of a pipe to us: when we end, however that happens, the pipe closes and it
 * stops the server.
 */
function endWithUs(server: ChildProcess): void {
  const wait = `for second in $(seq ${secondsToStop}); do kill -0 "$1" || exit 0; sleep 1; done`;
  const script = `cat >/dev/null; kill -TERM "$1"; ${wait}; kill -KILL "$1"`;
  const watcher = spawn('sh', ['-c', script, 'sh', String(server.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.once('exit', () => watcher.kill('SIGKILL'));
  watcher.unref();
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (isOver(server)) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const late = await Promise.race([ended.then(() => false), sleep(secondsToStop * 1000, true, { ref: false })]);
  if (late) await killServer(server);
}

async function killServer(server: ChildProcess): Promise<void> {
  if (isOver(server)) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

function isOver(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/**
 * Classes as Java has laid them out in memory, kept from the first run: later ones start faster. The name says which
 * Java made it, since no other can use it.
 */
function classArchive(cache: string, java: Java): { file: string; unfinished: string } {
  const file = join(cache, `classes-${java.version}.jsa`);
  return { file, unfinished: `${file}.${process.pid}` };
}

function javaOptions(release: Release, java: Java, archive: { file: string; unfinished: string }): string[] {
  return [
    '-Xms128m',
    '-Xmx1g',
    stackSize,
    '-XX:+UseSerialGC',
    ...(existsSync(archive.file)
      ? [`-XX:SharedArchiveFile=${archive.file}`]
      : [`-XX:ArchiveClassesAtExit=${archive.unfinished}`]),
    '-Xlog:disable',
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...release.options,
    ...(java.major >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : []),
  ];
}

async function setPassword(options: {
  java: Java;
  classPath: string;
  home: string;
  conf: string;
  password: string;
}): Promise<void> {
  const { java, classPath, home, conf, password } = options;
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xlog:disable'];
  const command = [...quick, '-cp', classPath, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password];
  await run(java.program, command, { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf } });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const port = portOf(probe);
  probe.close();
  await once(probe, 'close');
  return port;
}
