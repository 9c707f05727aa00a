import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { files } from '../../graph-seed/format.ts';
import { linkedFiles, namesIn, readDocument, root, scriptsIn, tableUnder } from './markdown.ts';

const contributing = readDocument('CONTRIBUTING.md');
const packages = { ...packageJson.dependencies, ...packageJson.devDependencies };

describe('CONTRIBUTING', () => {
  it('names files that there are', () => {
    const paths = [...namesIn(contributing), ...linkedFiles(contributing)].filter((name) =>
      /^(server|client|graph-seed|tests)\/[^<>*]+$/.test(name),
    );
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names scripts that there are', () => {
    expect(scriptsIn(contributing).filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });

  it('names every file of a data set', () => {
    expect(Object.keys(files).filter((name) => !namesIn(contributing).includes(name))).toEqual([]);
  });
});

describe('the dependencies', () => {
  const rows = tableUnder(contributing, 'package');

  it('have a line each, and every line is of one', () => {
    expect(rows.flatMap(([name = '']) => namesIn(name)).toSorted()).toEqual(Object.keys(packages).toSorted());
  });

  it('have the licence that is told', () => {
    const require = createRequire(import.meta.url);
    const wrong = rows.filter(([name = '', , licence]) => {
      const path = join(root, 'node_modules', namesIn(name)[0] ?? '', 'package.json');
      return require(path).license !== licence;
    });
    expect(wrong).toEqual([]);
  });

  it('are pinned, and the lock file says of no place where they come from', () => {
    expect(Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+(-next\.\d+)?$/.test(version))).toEqual([]);
    expect(readDocument('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/registry/);
  });

  it('run no script when they are installed', () => {
    const locked: Record<string, { hasInstallScript?: boolean }> = JSON.parse(
      readDocument('package-lock.json'),
    ).packages;
    const scripted = Object.entries(locked).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    const refused = Object.entries(packageJson.allowScripts).filter(([, isAllowed]) => !isAllowed);
    // Chromium's and macOS's parts have no say on other systems, so the list may be longer than what is here.
    expect(scripted.filter((name) => !refused.some(([other]) => other === name) && name !== 'fsevents')).toEqual([]);
  });
});

describe('the glossary', () => {
  const rows = tableUnder(contributing, 'word');
  const avoided = new Set(rows.flatMap(([, , words = '']) => namesIn(words)));
  const sources = ['server', 'client', 'graph-seed', 'tests'].flatMap(filesBelow);

  it('has words to avoid in every line', () => {
    expect(rows.filter(([, , words = '']) => namesIn(words).length === 0)).toEqual([]);
  });

  it('is kept to by the names in the code', () => {
    expect(sayings((name) => wordsOf(name).some((word) => avoided.has(word)))).toEqual([]);
  });

  it('lets `edge` be said only where Cytoscape or the embedded engine says it', () => {
    const allowed =
      /^(client\/canvas\/|client\/layout\/(fcose-layout|atlas-layout|elk-graph|chart-task|stack-chart)|client\/state\/picture\/drawing\.ts|server\/store\/embedded|tests\/)/;
    const saying = sayings((name) => wordsOf(name).some((word) => word === 'edge' || word === 'edges'));
    expect(saying.filter((place) => !allowed.test(place))).toEqual([]);
  });

  /** Names in the code that are of a kind, each with its file. */
  function sayings(isOfKind: (name: string) => boolean): string[] {
    return sources.flatMap((file) => [...namesOf(file)].filter(isOfKind).map((name) => `${file}: ${name}`));
  }
});

/** The words of which a name is made: `dataSetFolder` is data, set, folder. */
function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|_/).map((word) => word.toLowerCase());
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('client/dist/'));
}

/** The names of a file's code, without what stands in remarks and texts. */
function namesOf(file: string): Set<string> {
  const code = readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\/\/.*/g, '')
    .replaceAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, "''")
    .replaceAll(/^import .*/gm, '')
    // What the browser calls so.
    .replaceAll(/\.dataset\b|MutationObserver\b/g, '');
  return new Set([...code.matchAll(/[A-Za-z_]\w*/g)].map(([name]) => name));
}
