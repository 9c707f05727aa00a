import { duplicates } from './check-graph.ts';
import type { Entry } from './entries.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';
import {
  commonNodeProperties,
  commonRelationshipProperties,
  passageProperties,
  structureKey,
  structureLabels,
  structureTypes,
} from './structure.ts';
import type { LabelStyle, TypeStyle } from '../server/contract.ts';

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
  if (parent !== undefined && !known.hasLabel(parent)) problems.push(problem(`there is no label ${parent}`, 'parent'));
  if (name !== undefined && parent !== undefined && known.withParents([parent]).has(name)) {
    problems.push(problem('the label is its own parent', 'parent'));
  }
  if (name !== undefined && name === known.keyLabel) problems.push(problem('the key label is no label of its own'));
  const templates = Object.entries(caption ?? {});
  return [
    ...problems,
    ...templates.flatMap(([language, template]) =>
      [...template.matchAll(/\{(.*?)\}/g)]
        .filter(([, property = '']) => !known.hasProperty(property))
        .map(([place]) => problem(`the caption has ${place}, which is no property`, 'caption', language)),
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
    ...(isTwofold ? [problem('the type is of the hierarchy, so it cannot stand beside it', 'beside')] : []),
    ...(value.ends ?? []).flatMap((ends, index) =>
      (['from', 'to'] as const)
        .filter((side) => unknownEnd(ends[side]))
        .map((side) => problem(`there is no label ${ends[side]}`, 'ends', index, side)),
    ),
    ...(value.properties ?? [])
      .filter((property) => !known.hasProperty(property))
      .map((property) => problem(`the property ${property} is not in the ontology`, 'properties')),
    ...sentence.flatMap(([language, text]) =>
      ['{start}', '{end}']
        .filter((place) => !text.includes(place))
        .map((place) => problem(`the sentence has no ${place}`, 'sentence', language)),
    ),
  ];
}

/** A node without its caption would stand nameless on the page. */
function headProblems(seed: Seed): SeedProblem[] {
  return seed.ontology.entries.flatMap(({ value, problem }) =>
    Object.entries(value.caption ?? {})
      .filter(([, property]) => !commonNodeProperties.includes(property))
      .map(([language, property]) =>
        problem(`the caption is missing: not every node has a property ${property}`, 'caption', language),
      ),
  );
}

function keyProblems(seed: Seed): SeedProblem[] {
  return seed.ontology.entries.flatMap(({ value: { key }, problem }) =>
    (['label', 'property'] as const)
      .filter((part) => key && key[part] !== structureKey[part])
      .map((part) =>
        problem(`the key ${part} is ${key?.[part]}, but the queries look for ${structureKey[part]}`, 'key', part),
      ),
  );
}

/** The document's own structure comes into the graph anyway, so the ontology must be able to show it. */
function structureProblems(seed: Seed, known: Known): SeedProblem[] {
  const { document, section, passage, figure } = structureLabels;
  const { partOf, next, cites } = structureTypes;
  const cited = seed.nodes.entries.flatMap(({ value }) => (value.labels ? [value.labels] : []));
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
    ...missingLabels.map((label) => problem(`the label ${label} is missing`, 'labels')),
    ...missingTypes.map((type) => problem(`the type ${type} is missing`, 'types')),
    ...structureEnds(seed, known, ends),
  ]);
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
    return [...new Set(missing)].map((message) => problem(message, 'ends'));
  });
}

/** The page shows properties by what the ontology says of them, so it must say something of each. */
function unlistedProperties(seed: Seed, known: Known): SeedProblem[] {
  // Those of relationships are named by their types, and checked there.
  const authored = [...seed.nodes.entries, ...seed.figures.entries, ...seed.document.entries];
  const notStored = new Set(['labels', 'evidence', 'derivedFrom', 'measures', 'language', 'reference', 'text']);
  const used = new Set([
    ...commonNodeProperties,
    ...commonRelationshipProperties,
    ...passageProperties,
    'quote',
    ...authored.flatMap(({ value }) => Object.keys(value).filter((key) => !notStored.has(key))),
  ]);
  return seed.ontology.entries.flatMap(({ problem }) =>
    [...used]
      .filter((property) => !known.hasProperty(property))
      .map((property) => problem(`the property ${property} is missing`, 'properties')),
  );
}
