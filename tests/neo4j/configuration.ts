import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which Java and which main class a version of Neo4j needs. */
export interface Release {
  java: { min: number; max: number };
  mainClass: string;
  /** Options of the Java machine beyond those that every version gets. */
  options: string[];
  settings: Record<string, string>;
}

/** The long-term release 5.26, or one with a calendar version such as 2026.08.1. */
export function releaseOf(version: string): Release {
  if (version.startsWith('5.')) {
    return { java: { min: 17, max: 21 }, mainClass: 'org.neo4j.server.CommunityEntryPoint', options: [], settings: {} };
  }
  return {
    java: { min: 21, max: 25 },
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    options: ['--add-modules=jdk.incubator.vector', '--enable-native-access=ALL-UNNAMED'],
    // Left on, the server looks for others of its kind by broadcast.
    settings: { 'server.fleet_discovery.enabled': 'false' },
  };
}

/**
 * Settings that docker-compose.yml has, too: what stops a runaway query, and what READ mode lets pass although it would reach
 * into the network or the file system.
 */
export const sharedSettings = {
  'db.memory.transaction.max': '256M',
  'db.transaction.timeout': '30s',
  'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
  'dbms.security.allow_csv_import_from_file_urls': 'false',
  'dbms.usage_report.enabled': 'false',
};

/** Settings of a server for tests: these, and what makes it small and quick to start and stop. */
export const testSettings = {
  ...sharedSettings,
  'dbms.memory.transaction.total.max': '512M',
  'server.memory.pagecache.size': '64M',
  'db.tx_log.preallocate': 'false',
  'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
};

/** Of each of Java's threads: a deeply nested query overflows the usual one, and hangs its connection. */
export const stackSize = '-Xss16m';

/** Settings as Neo4j's image takes them: dots become `_`, and `_` is doubled. */
export function asEnvironment(settings: Record<string, string>): Record<string, string> {
  const variables = Object.entries(settings).map(([name, value]) => {
    const words = name.replaceAll('_', '__').replaceAll('.', '_');
    return [`NEO4J_${words}`, value] as const;
  });
  return Object.fromEntries(variables);
}

/** Writes the server's configuration below its home folder, for loopback only, and returns the folder it lies in. */
export async function writeConfiguration(home: string, port: number, release: Release): Promise<string> {
  const settings = {
    ...testSettings,
    ...release.settings,
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
  };
  const folder = join(home, 'conf');
  await mkdir(folder, { recursive: true });
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, 'neo4j.conf'), lines.join(''));
  return folder;
}
