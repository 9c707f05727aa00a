import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOntology } from '../server/ontology.ts';
import { catalogue } from '../server/queries/catalogue.ts';
import { builtInDataSets } from './built-in-data-sets.ts';

/** Direction is the architecture: who may import whom, as one table. The first row that fits a file holds for it. */
const layers: { files: RegExp; mayImport: RegExp }[] = [
  // What the author of a data set writes, and what travels, know nothing of each other but what both are made of.
  { files: /^server\/contract\/data-set\//, mayImport: /^server\/contract\/(data-set\/.*|(json|point|text)\.ts)$/ },
  { files: /^server\/contract\//, mayImport: /^server\/contract\/[^/]+$/ },
  {
    files: /^server\/(problem-error|data-set-stamp|document-info|text-file)\.ts$/,
    mayImport: /^server\/contract\/.*$/,
  },
  // Pure functions on the text of a document, which page and loader share.
  { files: /^server\/passage-text\//, mayImport: /^server\/passage-text\// },
  { files: /^server\/store\//, mayImport: /^server\/(store\/.*|contract\/[^/]+|problem-error\.ts)$/ },
  {
    files: /^server\/any-graph\//,
    mayImport: /^server\/(any-graph\/.*|store\/(store|cypher-name)\.ts|contract\/.*)$/,
  },
  {
    files: /^server\/queries\//,
    mayImport: /^server\/(queries\/.*|any-graph\/.*|store\/(store|cypher-name)\.ts|contract\/.*|problem-error\.ts)$/,
  },
  {
    files: /^server\/open-graph\.ts$/,
    mayImport: /^server\/(any-graph\/.*|store\/(store|open)\.ts|contract\/.*|settings\.ts)$/,
  },
  { files: /^server\/settings\.ts$/, mayImport: /^server\/store\/store\.ts$/ },
  {
    files: /^server\/app-dependencies\.ts$/,
    mayImport: /^server\/((store\/store|counts|document-text|settings)\.ts|contract\/.*)$/,
  },
  {
    files: /^server\/openapi\//,
    mayImport:
      /^server\/(openapi\/.*|queries\/.*|any-graph\/.*|store\/cypher-name\.ts|contract\/.*|problem-error\.ts)$/,
  },
  {
    files: /^server\/routes\//,
    mayImport:
      /^server\/(routes\/.*|queries\/.*|exports\/.*|store\/store\.ts|app-dependencies\.ts|contract\/[^/]+|counts\.ts|openapi\/document\.ts|problem-error\.ts)$/,
  },
  {
    files: /^server\/exports\//,
    mayImport: /^server\/(exports\/.*|store\/(store|recent-set)\.ts|contract\/[^/]+|problem-error\.ts)$/,
  },
  { files: /^server\/main\.ts$/, mayImport: /^server\/(?!routes\/|queries\/)(?!store\/(?!store\.ts|open\.ts))/ },
  { files: /^server\/[^/]+$/, mayImport: /^server\/(routes\/.*|store\/(store|did-you-mean)\.ts|contract\/.*|[^/]+)$/ },
  // Scenes name queries, which are not known from the data set's own files.
  {
    files: /^graph-seed\/check-scene-queries\.ts$/,
    mayImport: /^(graph-seed\/.*|server\/(queries\/(catalogue|question-queries)\.ts|contract\/.*))$/,
  },
  {
    files: /^graph-seed\/ask-queries\.ts$/,
    mayImport:
      /^(graph-seed\/.*|server\/(queries\/catalogue|store\/(store|open)|problem-error)\.ts|server\/contract\/.*)$/,
  },
  {
    files: /^graph-seed\//,
    mayImport:
      /^(graph-seed\/.*|server\/(store\/(store|open|cypher-text|names-in-text|did-you-mean|id-hashes)|document-info|problem-error|data-set-stamp|settings|text-file)\.ts|server\/(contract|passage-text)\/.*)$/,
  },
  { files: /^client\/api\//, mayImport: /^(client\/api\/.*|server\/contract\/.*)$/ },
  // What answers in the place of a server, where the page is one file.
  { files: /^client\/offline\//, mayImport: /^(client\/((offline|api)\/.*|state\/grouped\.ts)|server\/contract\/.*)$/ },
  {
    files: /^client\/state\//,
    mayImport: /^(client\/(state|api)\/.*|client\/offline\/file-content\.ts|server\/(contract|passage-text)\/.*)$/,
  },
  { files: /^client\/layout\//, mayImport: /^(client\/layout\/.*|server\/contract\/[^/]+)$/ },
  { files: /^client\/canvas\//, mayImport: /^(client\/(canvas|layout|state|api)\/.*|server\/contract\/[^/]+)$/ },
  { files: /^client\/panels\//, mayImport: /^(client\/(panels|state|api)\/.*|server\/contract\/.*)$/ },
  { files: /^client\//, mayImport: /^(client\/.*|server\/contract\/.*)$/ },
];

/** Each vendor that could be exchanged is named in one place. */
const vendors: { package: RegExp; files: RegExp }[] = [
  { package: /^neo4j-driver/, files: /^server\/store\/neo4j/ },
  { package: /^@grafeo-db\//, files: /^server\/store\/embedded/ },
  { package: /^(cytoscape|elkjs)/, files: /^client\/(canvas|layout)\// },
  { package: /^graphology/, files: /^client\/layout\// },
  { package: /^(@?codemirror|@neo4j-cypher)/, files: /^client\/panels\/workbench\/editor/ },
  { package: /^(express|helmet|compression|pino|swagger)/, files: /^server\/(?!store|queries)/ },
  { package: /^(react|lucide)/, files: /^client\/(?!state|api)/ },
  { package: /^jose$/, files: /^server\/sign-in/ },
  { package: /^pinyin-pro$/, files: /^graph-seed\// },
  { package: /^(pdfkit|@fontsource)/, files: /^client\/state\/exporting\/(write-pdf\.ts|pdf\/)/ },
];

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  from: string;
  /** A path from the root for a file of the project, else the name of a package. */
  to: string;
  isType: boolean;
  isOwn: boolean;
}

const sources = ['server', 'client', 'graph-seed'].flatMap((folder) => filesBelow(folder));
const imports = sources.flatMap(importsOf);

describe('the architecture', () => {
  it('has a layer for every file', () => {
    expect(sources.filter((file) => !layerOf(file))).toEqual([]);
    expect(sources.length).toBeGreaterThan(20);
  });

  it('lets imports point in one direction only', () => {
    const wrong = imports.filter(({ from, to, isOwn }) => isOwn && !layerOf(from)?.mayImport.test(to));
    expect(wrong.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(circles(imports.filter(({ isOwn }) => isOwn))).toEqual([]);
  });

  it('lets the client import only types from the server, but for what works on the text of a document', () => {
    const wrong = imports.filter(
      ({ from, to, isType }) => from.startsWith('client/') && /^server\/(?!passage-text\/)/.test(to) && !isType,
    );
    expect(wrong).toEqual([]);
  });

  it('names each vendor in its place only', () => {
    const wrong = imports.filter(
      ({ from, to, isOwn }) => !isOwn && vendors.some((vendor) => vendor.package.test(to) && !vendor.files.test(from)),
    );
    expect(wrong.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([]);
  });

  it('reads the environment in the main files only', () => {
    const readers = sources.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    // The embedded engine's child gets what a process needs to run, and none of the rest.
    const allowed =
      /^(server\/main|server\/store\/embedded-process|graph-seed\/(load|check|diff|new-data-set)|client\/vite\.config)\.ts$/;
    expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  });
});

/** Which data sets there are where nobody names one, and whose document may lie beside the project. */
const listsOfDataSets = /^(server\/settings|graph-seed\/arguments)\.ts$/;

describe.each(builtInDataSets)(
  'what the code knows of the built-in data set $name',
  async ({ name: dataSet, folder }) => {
    const ontology = await readOntology(folder);
    const labels = new Set([ontology.key.label, ...ontology.labels.map(({ name }) => name)]);
    const types = new Set(ontology.types.map(({ name }) => name));
    const properties = new Set([ontology.key.property, ...ontology.properties.map(({ name }) => name)]);

    it('is its name where the built-in ones are listed', () => {
      const naming = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes(dataSet));
      expect(naming.filter((file) => !listsOfDataSets.test(file))).toEqual([]);
    });

    it('is nothing outside the catalogue: no label and no relationship type', () => {
      const names = [...labels, ...types].join('|');
      const quoted = new RegExp(`(['"\`])(${names})\\1|[(\\[]\\w*:(${names})\\b`);
      // The page's own words may be the same as a label: they are for people.
      const naming = sources
        .filter(
          (file) =>
            /^(server|client)\//.test(file) &&
            !/^(server\/queries|client\/state\/words|client\/offline\/answers)\//.test(file),
        )
        .flatMap((file) => {
          const lines = readFileSync(join(root, file), 'utf8').split('\n');
          return lines.filter((line) => quoted.test(line)).map((line) => `${file}: ${line.trim()}`);
        });
      expect(naming).toEqual([]);
    });

    describe.each(catalogue.map((query) => [query.name, query.info(ontology).cypher] as const))(
      'in the query %s',
      (_, cypher) => {
        const text = cypher.replaceAll(/'[^']*'/g, "''").replaceAll(/\/\/.*/g, '');

        it('is labels that the ontology has', () => {
          const named = [...text.matchAll(/(?<!\[\w*)((?::[A-Z][A-Za-z]+)+)/g)].flatMap(([, list = '']) =>
            list.split(':').slice(1),
          );
          expect(named.filter((name) => !labels.has(name))).toEqual([]);
        });

        it('is relationship types that the ontology has', () => {
          const named = [...text.matchAll(/\[\w*:([A-Z_|]+)/g)].flatMap(([, list = '']) => list.split('|'));
          expect(named.filter((name) => !types.has(name))).toEqual([]);
        });

        it('is properties that the ontology has', () => {
          // An `item` is a map that the query itself has made.
          const named = [...text.matchAll(/\b(?!item\.)[a-z]\w*(?:\[\d\])?\.([a-z]\w*)/g)].map(([, name = '']) => name);
          const matched = [...text.matchAll(/\(\w*:\w+ \{([^}]*)\}\)/g)].flatMap(([, map = '']) =>
            map.split(',').map((entry) => entry.split(':')[0]?.trim() ?? ''),
          );
          expect([...named, ...matched].filter((name) => !properties.has(name))).toEqual([]);
        });
      },
    );
  },
);

function layerOf(file: string): (typeof layers)[number] | undefined {
  return layers.find(({ files }) => files.test(file));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('client/dist/'))
    .toSorted();
}

/** Static and dynamic imports, re-exports and workers of a file. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'|new URL\(\s*'([^']+\.tsx?)'/gm,
  );
  return [...statements].map(([, type, named, lazy, worker]) => {
    const target = named ?? lazy ?? worker ?? '';
    const isOwn = target.startsWith('.') || worker !== undefined;
    return {
      from: file,
      to: isOwn ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target,
      isType: type !== undefined,
      isOwn,
    };
  });
}

/** Every circle, as the path that closes it. */
function circles(edges: Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
