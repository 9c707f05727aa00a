import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseOf } from './configuration.ts';
import { hasDocker, startDockerServer } from './docker-server.ts';
import { startJavaServer, type RunningServer } from './java-server.ts';
import { findJava, hasMaven, installJavaAndMaven, type Java } from './java.ts';
import { waitForBolt, type Neo4jAddress } from './wait-for-bolt.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The long-term release, which the tests run against. */
const defaultVersion = '5.26.30';

export interface StartOptions {
  version?: string;
  /** A server that runs already: it is used as it is, and not stopped. */
  external?: Neo4jAddress | undefined;
  /** The server's own folder, which is kept; without one it gets one that goes when it stops. */
  home?: string;
  port?: number;
  password?: string;
}

export interface StartedNeo4j extends Neo4jAddress {
  /** How it runs, for people. */
  kind: 'external' | 'docker' | 'java';
  stop(): Promise<void>;
}

/** A server that was started here, and may be killed, too. */
export type OwnNeo4j = StartedNeo4j & RunningServer;

/**
 * Gets a real Neo4j, on this machine's loopback address only: the one that is given, else one in Docker, else one
 * run by Java from jars that Maven fetches. Rejects with one sentence that says what is missing.
 */
export async function startNeo4j(options: StartOptions = {}): Promise<StartedNeo4j> {
  const { external, ...own } = options;
  if (external) {
    await waitForBolt(external, { seconds: 10, stopped: () => undefined });
    return { ...external, kind: 'external', stop: async () => {} };
  }
  return startOwnNeo4j(own);
}

/** Gets a real Neo4j that nobody else uses. Rejects as `startNeo4j` does. */
export async function startOwnNeo4j(options: Omit<StartOptions, 'external'> = {}): Promise<OwnNeo4j> {
  const { version = defaultVersion, home, port, password = randomPassword() } = options;
  if (await hasDocker()) {
    const server = await startDockerServer({
      version,
      password,
      ...(home && { data: join(home, 'data') }),
      ...(port && { port }),
    });
    return { ...server, kind: 'docker' };
  }
  const java = await javaFor(version);
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'neo4j-')));
  const cache = join(project, '.cache/neo4j', version);
  const removeFolder = async () => {
    if (!home) await rm(folder, { recursive: true, force: true });
  };
  try {
    const server = await startJavaServer({ version, java, cache, home: folder, password, ...(port && { port }) });
    const stop = async () => {
      await server.stop();
      await removeFolder();
    };
    return { ...server, stop, kind: 'java' };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** Whether a version can be started here without installing anything. */
export async function canStart(version = defaultVersion): Promise<boolean> {
  if (await hasDocker()) return true;
  return (await findJava(releaseOf(version).java)) !== undefined && (await hasMaven());
}

/** A password that nobody has guessed before. */
export function randomPassword(): string {
  return randomBytes(18).toString('hex');
}

async function javaFor(version: string): Promise<Java> {
  const wanted = releaseOf(version).java;
  const java = await findJava(wanted);
  if (java && (await hasMaven())) return java;
  // Debian's Java 17 is too old for the versions with a calendar number.
  const installed = wanted.min <= 17 && (await installJavaAndMaven());
  const found = installed ? await findJava(wanted) : undefined;
  if (found) return found;
  throw new Error(
    `a real Neo4j ${version} needs Docker, or Java ${wanted.min} to ${wanted.max} and Maven ` +
      `(on Debian: apt-get install openjdk-17-jre-headless maven), or NEO4J_TEST_URI with the address of a server`,
  );
}
