import type { Json, Scene } from '../server/contract.ts';
import { catalogue } from '../server/queries/catalogue.ts';
import { passageId } from './address.ts';
import { duplicates } from './check-graph.ts';
import type { Entry } from './entries.ts';
import { hint } from './hint.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** Checks that scenes ask for what there is, that all they name is there, and that their evidence exists. */
export function checkScenes(seed: Seed, known: Known): SeedProblem[] {
  const names = namesOf(seed, known);
  return [
    ...duplicates(seed.scenes.entries, 'the scene'),
    ...seed.scenes.entries.flatMap((entry) => [
      ...queryProblems(entry, seed, names),
      ...pictureProblems(entry, names),
      ...layoutProblems(entry, seed),
      ...evidenceProblems(entry, names),
    ]),
  ];
}

type SceneEntry = Entry<Partial<Scene>>;

/** What a name of some kind must be, and what it may have been meant to be. */
interface Names {
  isKnown: (name: string) => boolean;
  all: Iterable<string>;
}

type Kind = 'node' | 'label' | 'type' | 'measure' | 'evidence';

const words: Record<Kind, string> = {
  node: 'node',
  label: 'label',
  type: 'type',
  measure: 'measure',
  evidence: 'passage, relationship, figure or other node',
};

function namesOf(seed: Seed, known: Known): Record<Kind, Names> {
  const passages = [...seed.passages.keys].map(passageId);
  const ids = [...seed.nodes.keys, ...seed.figures.keys, ...seed.sections.keys, ...seed.document.keys, ...passages];
  const relationships = seed.relationships;
  const isRelationship = (id: string): boolean => !relationships.complete || relationships.keys.has(id);
  return {
    node: { isKnown: (id) => known.hasId(id), all: ids },
    label: { isKnown: (label) => known.hasLabel(label), all: seed.labels.keys },
    type: { isKnown: (type) => known.hasType(type), all: seed.types.keys },
    measure: { isKnown: (measure) => known.hasMeasure(measure), all: seed.measures.keys },
    evidence: { isKnown: (id) => known.hasId(id) || isRelationship(id), all: [...ids, ...relationships.keys] },
  };
}

/** Of what kind the values of a catalogue query's parameters are, by the names of these. */
const kindOfParameter: Partial<Record<string, Kind>> = {
  id: 'node',
  ids: 'node',
  from: 'node',
  to: 'node',
  others: 'node',
  node: 'node',
  section: 'node',
  labels: 'label',
  types: 'type',
  avoid: 'type',
  measure: 'measure',
};

/** The query is one of the catalogue or a question's own, and has these parameters, which have such values. */
function queryProblems(entry: SceneEntry, seed: Seed, names: Record<Kind, Names>): SeedProblem[] {
  const { value, problem } = entry;
  const { query, parameters = {} } = value;
  if (query === undefined) return [];
  const listed = catalogue.find(({ name }) => name === query);
  if (!listed) return questionProblems(entry, query, seed);
  const wrong = listed.parameters.safeParse(parameters).error?.issues ?? [];
  const unknown = unknownParameters(entry, Object.keys(listed.parameters.shape));
  if (unknown.length > 0) return unknown;
  return [
    ...wrong.map(({ path, message }) => problem(message, 'parameters', ...path.slice(0, 1).map(String))),
    ...Object.entries(parameters).flatMap(([name, parameter]) => {
      const kind = kindOfParameter[name];
      return kind ? unknownIn(entry, kind, stringsIn(parameter), names, 'parameters', name) : [];
    }),
  ];
}

function questionProblems(entry: SceneEntry, query: string, { questions }: Seed): SeedProblem[] {
  const own = questions.entries.filter(({ value }) => value.cypher !== undefined);
  const asked = own.find(({ id }) => `question-${id}` === query);
  // Blanks that are wrong in themselves are unknown.
  if (asked) return asked.value.blanks ? unknownParameters(entry, Object.keys(asked.value.blanks)) : [];
  if (!questions.complete) return [];
  const all = [...catalogue.map(({ name }) => name), ...own.map(({ id }) => `question-${id}`)];
  return [entry.problem(`there is no query ${query}${hint(query, all)}`, 'query')];
}

function unknownParameters({ value, problem }: SceneEntry, all: readonly string[]): SeedProblem[] {
  return Object.keys(value.parameters ?? {})
    .filter((name) => !all.includes(name))
    .map((name) => problem(`the query ${value.query} has no parameter ${name}${hint(name, all)}`, 'parameters', name));
}

/** What stays or goes, where it stands, what it is about and what is held back. */
function pictureProblems(entry: SceneEntry, names: Record<Kind, Names>): SeedProblem[] {
  const { steps = [], positions = {}, focus = [], filters } = entry.value;
  const facet = filters?.facet === undefined ? [] : [filters.facet];
  return [
    ...steps.flatMap(({ ids }, index) => unknownIn(entry, 'node', ids, names, 'steps', index)),
    ...Object.keys(positions).flatMap((id) => unknownIn(entry, 'node', [id], names, 'positions', id)),
    ...unknownIn(entry, 'node', focus, names, 'focus'),
    ...unknownIn(entry, 'label', filters?.labelsOff ?? [], names, 'filters', 'labelsOff'),
    ...unknownIn(entry, 'type', filters?.typesOff ?? [], names, 'filters', 'typesOff'),
    ...unknownIn(entry, 'node', facet, names, 'filters', 'facet'),
  ];
}

function layoutProblems({ value, problem }: SceneEntry, { types }: Seed): SeedProblem[] {
  const hasHierarchy = !types.complete || types.entries.some((type) => type.value.hierarchy);
  return [
    ...(value.layout === 'tree' && !hasHierarchy
      ? [problem('no type is a hierarchy, which the tree needs', 'layout')]
      : []),
    ...(value.camera === 'focus' && value.focus?.length === 0
      ? [problem('the camera is on the focus, but nothing is in it', 'camera')]
      : []),
  ];
}

function evidenceProblems(entry: SceneEntry, names: Record<Kind, Names>): SeedProblem[] {
  return unknownIn(entry, 'evidence', entry.value.evidence ?? [], names, 'evidence');
}

/** One problem for each name that is not there, at a path of the scene. */
function unknownIn(
  { problem }: SceneEntry,
  kind: Kind,
  wanted: readonly string[],
  names: Record<Kind, Names>,
  ...path: (string | number)[]
): SeedProblem[] {
  const { isKnown, all } = names[kind];
  return wanted
    .filter((name) => !isKnown(name))
    .map((name) => problem(`there is no ${words[kind]} ${name}${hint(name, all)}`, ...path));
}

const stringsIn = (value: Json): string[] => [value].flat().filter((item) => typeof item === 'string');
