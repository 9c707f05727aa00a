import { readdir, readFile } from 'node:fs/promises';

/** A process and what of it lies in memory. */
export interface Resident {
  pid: number;
  command: string;
  megabytes: number;
}

/** A process and all that it has started, as Linux tells it; undefined elsewhere. */
export async function residentTree(pid: number): Promise<Resident[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const processes = await allProcesses();
  const family = new Set([pid]);
  // Parents have been started before their children, but numbers wrap: look until nobody is added.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid: own, parent } of processes) if (family.has(parent)) family.add(own);
  }
  return processes
    .filter(({ pid: own }) => family.has(own))
    .map(({ pid: own, command, megabytes }) => ({ pid: own, command, megabytes }));
}

async function allProcesses(): Promise<(Resident & { parent: number })[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(names.map(readProcess));
  return found.filter((entry) => entry !== undefined);
}

/** Undefined for a process that has ended meanwhile. */
async function readProcess(name: string): Promise<(Resident & { parent: number }) | undefined> {
  try {
    const [status, line] = await Promise.all([
      readFile(`/proc/${name}/status`, 'utf8'),
      readFile(`/proc/${name}/cmdline`, 'utf8'),
    ]);
    const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const command = line.split('\0').join(' ').trim();
    return { pid: Number(name), parent: field('PPid'), command, megabytes: field('VmRSS') / 1024 };
  } catch {
    return undefined;
  }
}
