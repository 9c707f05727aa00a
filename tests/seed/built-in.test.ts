import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { coverageOf } from '../../graph-seed/coverage.ts';
import { looseNumbers } from '../../graph-seed/numbers.ts';
import { readWhole } from './read-whole.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import type { BuiltInDataSet } from '../built-in-data-sets.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';

/** A data set read with the running text of its document; a text that is not part of the project may be away. */
async function withText({ folder, documentPath }: BuiltInDataSet, { skip }: TestContext) {
  if (documentPath !== undefined) skip(!existsSync(documentPath), `the document, ${documentPath}, is not there`);
  const given = documentPath === undefined ? undefined : await readFile(documentPath, 'utf8');
  const { values, document } = await readWhole(folder, { document: given });
  if (document === undefined) throw new Error('there is no text to compare with');
  return { values, ...sliceDocument(document, values['passages.yaml'].passages) };
}

describe.each(builtInDataSets)('the built-in data set $name', (dataSet) => {
  test('has no mistake, so its sums come out', async () => {
    const { values } = await readWhole(dataSet.folder);
    const { figures, sums } = values['figures.yaml'];
    const value = (id: string): number => figures.find((figure) => figure.id === id)?.value ?? Number.NaN;
    const parted = sums.flatMap(({ total, parts }) => (parts ? [[value(total), parts.map(value)] as const] : []));
    expect(parted.length).toBeGreaterThanOrEqual(4);
    for (const [total, parts] of parted) expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total);
  });

  test('has a first picture of 20 to 60 nodes, each with a place of its own', async () => {
    const { batch, ontology } = await readWhole(dataSet.folder);
    const first = batch.nodes.filter(({ properties }) => properties['prominence'] === 1).map(({ id }) => id);
    expect(first.length).toBeGreaterThanOrEqual(20);
    expect(first.length).toBeLessThanOrEqual(60);
    expect(Object.keys(ontology.positions).toSorted()).toEqual(first.toSorted());
    const places = Object.entries(ontology.positions);
    const near = places.flatMap(([one, at], index) =>
      places
        .slice(index + 1)
        .filter(([, other]) => Math.abs(at.x - other.x) < 60 && Math.abs(at.y - other.y) < 55)
        .map(([two]) => `${one} is upon ${two}`),
    );
    expect(near).toEqual([]);
  });

  test('quotes what stands in the document at its address', async (context) => {
    const { miscuts } = await withText(dataSet, context);
    expect(miscuts).toEqual([]);
  });

  test('has every number of the document, and cites every clause or leaves it out on purpose', async (context) => {
    const { values, slices } = await withText(dataSet, context);
    expect(looseNumbers(slices.values(), values)).toEqual([]);
    const open = coverageOf(values, slices).flatMap(({ at, text }) =>
      (text?.openClauses ?? []).map((one) => `${at}: ${one}`),
    );
    expect(open).toEqual([]);
  });
});

test('no two of the built-in data sets have an id in common, so that one Neo4j may hold them all', async () => {
  const read = await Promise.all(builtInDataSets.map(({ folder }) => readWhole(folder)));
  const ids = read.flatMap(({ batch }) => batch.nodes.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
