import { duplicates } from './check-graph.ts';
import { queryProblems } from './check-scene-queries.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import { namesOf, unknownIn } from './scene-names.ts';
import type { Kind, Names, SceneEntry } from './scene-names.ts';
import type { SeedProblem } from './seed-error.ts';

/** Checks that scenes ask for what there is, that all they name is there, and that their evidence exists. */
export function checkScenes(seed: Seed, known: Known): SeedProblem[] {
  const names = namesOf(seed, known);
  return [
    ...duplicates(seed.scenes.entries, 'the scene'),
    ...seed.scenes.entries.flatMap((entry) => [
      ...idProblems(entry),
      ...queryProblems(entry, seed, names),
      ...pictureProblems(entry, names),
      ...layoutProblems(entry, seed),
      ...evidenceProblems(entry, names),
    ]),
  ];
}

/** Links tell a reader's own scenes from those of the story by how their ids begin. */
function idProblems({ value: { id }, problem }: SceneEntry): SeedProblem[] {
  return id?.startsWith('own-') ? [problem('ids that begin with own- are those of readers’ own scenes', 'id')] : [];
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
