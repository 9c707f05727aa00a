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

/**
 * Megabytes that some processes take together: what several share, such as the program itself, counts once.
 */
export async function togetherMegabytes(processes: readonly Resident[]): Promise<number> {
  const shares = await Promise.all(processes.map(({ pid }) => proportionalShare(pid)));
  return shares.reduce((sum, share) => sum + share, 0);
}

/** What Linux calls the proportional set size; 0 for a process that has ended meanwhile. */
async function proportionalShare(pid: number): Promise<number> {
  try {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
