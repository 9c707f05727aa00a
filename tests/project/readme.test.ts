import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { readWhole } from '../seed/read-whole.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { readSettings, variables } from '../../server/settings.ts';
import { deepestQuery, longestQuery } from '../../server/store/cypher-text.ts';
import type { RunningExplorer } from '../bench/explorer.ts';
import { serverAlone, startExplorer } from '../bench/explorer.ts';
import { limits } from '../bench/limits.ts';
import { commandsOf, linkedFiles, namesIn, readDocument, root, scriptsIn, tableUnder } from './markdown.ts';

const run = promisify(execFile);
const readme = readDocument('README.md');
const commands = commandsOf(readme);
const apiOnly = [...serverAlone, '--api-only'] as const;
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readme-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('README', () => {
  it('is short', () => {
    expect(readme.split('\n').length).toBeLessThan(200);
  });

  it('names scripts that there are', () => {
    expect(scriptsIn(readme)).toEqual(expect.arrayContaining(['start', 'test', 'seed', 'neo4j', 'bench']));
    expect(scriptsIn(readme).filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });

  it('links to files that there are', () => {
    expect(linkedFiles(readme).length).toBeGreaterThan(3);
    expect(linkedFiles(readme).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('shows a picture of 1440 by 900 that is not heavy', async () => {
    const picture = await readFile(join(root, 'tests/project/first-picture.png'));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1440, 900]);
    expect(picture.length).toBeLessThan(200_000);
  });

  it('counts as the data set and the catalogue do', async () => {
    const { batch } = await readWhole(join(root, 'graph-seed/jinhua-2011'));
    const passages = batch.nodes.filter(({ labels }) => labels.includes('Passage')).length;
    const counts = {
      nodes: batch.nodes.length,
      relationships: batch.relationships.length,
      passages,
      'named queries': catalogue.length,
      'YAML files': (await run('ls', [join(root, 'graph-seed/jinhua-2011')])).stdout.trim().split('\n').length,
    };
    const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const told = [...readme.matchAll(/(\w+)\s+(nodes|relationships|passages|named queries|YAML files)/g)];
    const figures = told.flatMap(([, number = '', what = '']) => {
      const value = /^\d+$/.test(number) ? Number(number) : numerals.indexOf(number) + 1;
      return value > 0 ? [[what, value]] : [];
    });
    expect(Object.fromEntries(figures)).toEqual(counts);
  });
});

describe('README’s settings', () => {
  const rows = tableUnder(readme, 'variable');

  it('are those that the server reads', () => {
    expect(rows.flatMap(([name = '']) => namesIn(name)).toSorted()).toEqual(variables.toSorted());
  });

  it('have the usual values that it says', () => {
    const settings = readSettings({});
    const usual: Record<string, unknown> = {
      PORT: settings.port,
      HOST: settings.host,
      NEO4J_USERNAME: readSettings({ NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_PASSWORD: 'x' }).neo4j?.username,
      DATA_SET: settings.dataSetFolder,
      DATA_DIR: settings.dataFolder,
      LOG_LEVEL: settings.logLevel,
      RATE_LIMIT_PER_MINUTE: settings.requestsPerMinute,
      EMBED_ORIGINS: settings.embedOrigins.join(','),
      QUERY_TIMEOUT_MS: settings.queryLimits.timeoutMs,
      QUERY_MAX_ROWS: settings.queryLimits.maxRows,
      QUERY_MAX_BYTES: settings.queryLimits.maxBytes,
      CYPHER_TIMEOUT_MS: settings.cypherLimits.timeoutMs,
      CYPHER_MAX_BYTES: settings.cypherLimits.maxBytes,
      EXPORT_TIMEOUT_MS: settings.exportLimits.timeoutMs,
      EXPORT_MAX_BYTES: settings.exportLimits.maxBytes,
    };
    const told = rows.flatMap(([name = '', value = '']) =>
      value === '' ? [] : [[namesIn(name)[0], namesIn(value)[0]]],
    );
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, String(value)])),
    );
    expect(readme).toContain(
      `its rows are the request's \`limit\`, 1000 unless given, ${settings.cypherLimits.maxRows}`,
    );
  });

  it('are the only variables that it sets, but for the one of Docker', () => {
    const set = commands.flatMap((line) => [...line.matchAll(/\b([A-Z][A-Z0-9_]+)=/g)].map(([, name]) => name));
    expect(set.filter((name) => !variables.includes(name ?? ''))).toEqual([]);
  });
});

describe('README’s limits', () => {
  it('are those of the code', () => {
    expect(readme).toContain(`${longestQuery / 1024} kB and ${deepestQuery} levels`);
  });

  it('of speed and memory are those of the bench, and the figures keep them', () => {
    const told = tableUnder(readme, 'measure').map(([, figure = '', limit = '']) =>
      [figure, limit].map(Number.parseFloat),
    );
    expect(told.map(([, limit]) => limit)).toEqual([
      limits.startMs / 1000,
      limits.pictureMs / 1000,
      limits.scriptKilobytes,
      limits.memoryMegabytes,
      limits.queryMs,
    ]);
    expect(told.filter(([figure = Number.NaN, limit = Number.NaN]) => !(figure <= limit))).toEqual([]);
  });
});

/** By what it is seen that an address has answered with what was asked for. */
const signs: [path: string, sign: RegExp][] = [
  ['/api/health', /"status":"ok"/],
  ['/api/openapi.json', /"openapi":"3\.1/],
  ['/api/cypher/export', /^"name","campaign"\r?\n.+,.+/],
  ['/api/', /"rows":\[\[/],
];

describe('README’s commands', () => {
  it.skipIf(!hasCurl).for(commands.filter((line) => line.startsWith('curl')))(
    `get an answer: %s${hasCurl ? '' : ' (there is no curl)'}`,
    async (line) => {
      const { url } = await runningExplorer();
      const rewritten = line.replace(/http:\/\/127\.0\.0\.1:4300/, url);
      expect(rewritten).not.toBe(line);
      const { stdout } = await run('sh', ['-c', `${rewritten} --silent --show-error --fail-with-body`]);
      const [, sign] = signs.find(([path]) => line.includes(path)) ?? [];
      expect(stdout).toMatch(sign ?? 'the test knows no sign of its answer');
    },
  );
});

let running: Promise<RunningExplorer> | undefined;
afterAll(async () => {
  await (await running)?.stop();
});

/** One server for all commands, on a free port, with a database of its own. */
function runningExplorer(): Promise<RunningExplorer> {
  running ??= startExplorer(apiOnly, { DATA_DIR: folder });
  return running;
}
