import { duplicates } from './check-graph.ts';
import { everyEntry } from './entries.ts';
import type { Entry, Part } from './entries.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';
import {
  commonNodeProperties,
  commonRelationshipProperties,
  passageProperties,
  structureKey,
  structureLabels,
  structureTypes,
} from './structure.ts';
import type { LabelStyle, TypeStyle } from '../server/contract/data-set/styles.ts';

/** Checks that the ontology is consistent and knows everything that the graph will hold. */
export function checkOntology(seed: Seed, known: Known): SeedProblem[] {
  return [
    ...duplicates(seed.labels.entries, 'the label'),
    ...duplicates(seed.types.entries, 'the type'),
    ...duplicates(seed.properties.entries, 'the property'),
    ...duplicates(seed.measures.entries, 'the measure'),
    ...seed.labels.entries.flatMap((entry) => labelProblems(entry, known)),
    ...seed.types.entries.flatMap((entry) => typeProblems(entry, known)),
    ...headProblems(seed),
    ...keyProblems(seed),
    ...structureProblems(seed, known),
    ...unlistedProperties(seed, known),
  ];
}

function labelProblems(
  { value: { name, parent, caption }, problem }: Entry<Partial<LabelStyle>>,
  known: Known,
): SeedProblem[] {
  const problems: SeedProblem[] = [];
  if (parent !== undefined) problems.push(...known.unknown('label', parent).map((flaw) => problem(flaw, 'parent')));
  if (name !== undefined && parent !== undefined && known.withParents([parent]).has(name)) {
    problems.push(problem({ code: 'own-parent', message: 'the label is its own parent' }, 'parent'));
  }
  if (name !== undefined && name === known.keyLabel) {
    problems.push(problem({ code: 'key-label-listed', message: 'the key label is no label of its own' }));
  }
  const templates = Object.entries(caption ?? {});
  return [
    ...problems,
    ...templates.flatMap(([language, template]) =>
      [...template.matchAll(/\{(.*?)\}/g)]
        .flatMap(([, property = '']) => known.unknown('property', property))
        .map((flaw) => problem(flaw, 'caption', language)),
    ),
  ];
}

function typeProblems({ value, problem }: Entry<Partial<TypeStyle>>, known: Known): SeedProblem[] {
  // Where a label of the structure is missing, that alone is the problem.
  const expected = new Set<string | undefined>([known.keyLabel, ...Object.values(structureLabels)]);
  const unknownEnd = (label: string) => !expected.has(label) && !known.hasLabel(label);
  const sentence = Object.entries(value.sentence ?? {});
  const isTwofold = value.hierarchy === true && value.beside !== undefined;
  return [
    ...(isTwofold ? [problem(twofold, 'beside')] : []),
    ...(value.ends ?? []).flatMap((ends, index) =>
      (['from', 'to'] as const)
        .filter((side) => unknownEnd(ends[side]))
        .flatMap((side) => known.unknown('label', ends[side]).map((flaw) => problem(flaw, 'ends', index, side))),
    ),
    ...(value.properties ?? [])
      .flatMap((property) => known.unknown('property', property))
      .map((flaw) => problem(flaw, 'properties')),
    ...sentence.flatMap(([language, text]) =>
      ['{start}', '{end}']
        .filter((place) => !text.includes(place))
        .map((place) =>
          problem({ code: 'sentence-without-end', message: `the sentence has no ${place}` }, 'sentence', language),
        ),
    ),
  ];
}

const twofold: Flaw = {
  code: 'hierarchy-and-beside',
  message: 'the type is of the hierarchy, so it cannot stand beside it',
};

/** A node without its caption would stand nameless on the page. */
function headProblems(seed: Seed): SeedProblem[] {
  return seed.ontology.entries.flatMap(({ value, problem }) =>
    Object.entries(value.caption ?? {})
      .filter(([, property]) => !commonNodeProperties.includes(property))
      .map(([language, property]) =>
        problem(
          {
            code: 'caption-not-everywhere',
            message: `the caption is missing: not every node has a property ${property}`,
          },
          'caption',
          language,
        ),
      ),
  );
}

function keyProblems(seed: Seed): SeedProblem[] {
  return seed.ontology.entries.flatMap(({ value: { key }, problem }) =>
    (['label', 'property'] as const)
      .filter((part) => key && key[part] !== structureKey[part])
      .map((part) =>
        problem(
          {
            code: 'wrong-key',
            message: `the key ${part} is ${key?.[part]}, but the queries look for ${structureKey[part]}`,
          },
          'key',
          part,
        ),
      ),
  );
}

/** The document's own structure comes into the graph anyway, so the ontology must be able to show it. */
function structureProblems(seed: Seed, known: Known): SeedProblem[] {
  const { document, section, passage, figure } = structureLabels;
  const { partOf, next, cites } = structureTypes;
  const cited = distinctLabels(seed);
  const ends: [string, string[], string][] = [
    [partOf, [section], document],
    [partOf, [passage], section],
    [partOf, [passage], document],
    [next, [passage], passage],
    [cites, [figure], passage],
    ...cited.map((labels): [string, string[], string] => [cites, labels, passage]),
  ];
  const missingLabels = Object.values(structureLabels).filter((label) => !known.hasLabel(label));
  const missingTypes = Object.values(structureTypes).filter((type) => !known.hasType(type));
  return seed.ontology.entries.flatMap(({ problem }) => [
    ...missingLabels.map((label) => problem(structureMissing('label', label), 'labels')),
    ...missingTypes.map((type) => problem(structureMissing('type', type), 'types')),
    ...structureEnds(seed, known, ends),
  ]);
}

/** Every combination of labels that nodes have. */
function distinctLabels({ nodes }: Seed): string[][] {
  const distinct = new Map<string, string[]>();
  for (const { value } of everyEntry(nodes)) if (value.labels) distinct.set(value.labels.join('|'), value.labels);
  return [...distinct.values()];
}

function structureMissing(what: 'label' | 'type', name: string): Flaw {
  return { code: 'structure-missing', message: `the ${what} ${name} is missing` };
}

function structureEnds(seed: Seed, known: Known, needed: [string, string[], string][]): SeedProblem[] {
  return seed.types.entries.flatMap(({ value, problem }) => {
    const { name, ends } = value;
    if (!ends) return [];
    const missing = needed.flatMap(([type, labels, to]) => {
      if (type !== name || !labels.every((label) => known.hasLabel(label))) return [];
      const from = new Set([...known.withParents(labels), known.keyLabel]);
      const isAllowed = ends.some((end) => from.has(end.from) && [to, known.keyLabel].includes(end.to));
      return isAllowed ? [] : [`the ends from ${labels[0]} to ${to} are missing`];
    });
    return [...new Set(missing)].map((message) => problem({ code: 'structure-ends-missing', message }, 'ends'));
  });
}

/** The page shows properties by what the ontology says of them, so it must say something of each. */
function unlistedProperties(seed: Seed, known: Known): SeedProblem[] {
  // Those of relationships are named by their types, and checked there.
  const authored = new Set<string>();
  for (const part of [seed.nodes, seed.figures, seed.document] satisfies Part<object>[]) {
    for (const { value } of part.entries) for (const key of Object.keys(value)) authored.add(key);
    for (const key of part.rowKeys ?? []) authored.add(key);
  }
  const notStored = new Set([
    'labels',
    'evidence',
    'derivedFrom',
    'measures',
    'language',
    'reference',
    'text',
    'passagePrefix',
  ]);
  const used = new Set([
    ...commonNodeProperties,
    ...commonRelationshipProperties,
    ...passageProperties,
    'quote',
    ...[...authored].filter((key) => !notStored.has(key)),
  ]);
  return seed.ontology.entries.flatMap(({ problem }) =>
    [...used]
      .filter((property) => !known.hasProperty(property))
      .map((property) =>
        problem({ code: 'property-not-listed', message: `the property ${property} is missing` }, 'properties'),
      ),
  );
}
