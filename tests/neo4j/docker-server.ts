import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Neo4jContainer } from '@testcontainers/neo4j';
import { asEnvironment, stackSize, testSettings } from './configuration.ts';
import type { RunningServer } from './java-server.ts';

const run = promisify(execFile);

/** Whether a Docker engine answers: the program alone is no proof of one. */
export async function hasDocker(): Promise<boolean> {
  return run('docker', ['info'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/** Starts a Neo4j server in a container, which ends when this process does. `data` keeps its data on this machine. */
export async function startDockerServer({
  version,
  password,
  data,
  port,
}: {
  version: string;
  password: string;
  data?: string;
  port?: number;
}): Promise<RunningServer> {
  const prepared = new Neo4jContainer(`neo4j:${version}-community`)
    .withPassword(password)
    .withEnvironment({ ...asEnvironment(testSettings), JAVA_TOOL_OPTIONS: stackSize });
  if (data) prepared.withBindMounts([{ source: data, target: '/data' }]);
  if (port) prepared.withExposedPorts({ container: 7687, host: port });
  const container = await prepared.start();
  return {
    uri: container.getBoltUri(),
    username: container.getUsername(),
    password,
    stop: async () => {
      await container.stop();
    },
    kill: async () => {
      await run('docker', ['kill', container.getId()]);
    },
  };
}
