import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Java runtime: its program, its version as it says it, and the first number of that. */
export interface Java {
  program: string;
  version: string;
  major: number;
}

/** Finds a Java runtime that is new enough but not newer than what was tried: on the path first, then where Linux keeps them. */
export async function findJava({ min, max }: { min: number; max: number }): Promise<Java | undefined> {
  const folder = '/usr/lib/jvm';
  const installed = (await readdir(folder).catch(() => [])).map((name) => join(folder, name, 'bin', 'java'));
  for (const program of ['java', ...installed]) {
    const java = await askVersion(program);
    if (java && java.major >= min && java.major <= max) return java;
  }
  return undefined;
}

/** Whether `mvn` answers. */
export async function hasMaven(): Promise<boolean> {
  return run('mvn', ['--version']).then(
    () => true,
    () => false,
  );
}

/** Installs what Debian calls a headless Java 17 and Maven, if we may; says whether it did. */
export async function installJavaAndMaven(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', 'openjdk-17-jre-headless', 'maven'], { env: environment });
  try {
    await install();
  } catch {
    // The lists of packages may be missing or old, as they are in a fresh container.
    const updated = await run('apt-get', ['update']).then(install, () => undefined);
    return updated !== undefined;
  }
  return true;
}

async function askVersion(program: string): Promise<Java | undefined> {
  try {
    const { stderr, stdout } = await run(program, ['-version']);
    const version = /version "([^"]+)"/.exec(stderr + stdout)?.[1];
    return version ? { program, version, major: Number.parseInt(version, 10) } : undefined;
  } catch {
    return undefined;
  }
}
