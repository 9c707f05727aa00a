import { duplicates } from './check-graph.ts';
import { noTree } from './check-references.ts';
import { queryProblems } from './check-scene-queries.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import { unknownIn } from './scene-names.ts';
import type { SceneEntry } from './scene-names.ts';
import type { SeedProblem } from './seed-error.ts';

/** Checks that scenes ask for what there is, that all they name is there, and that their evidence exists. */
export function checkScenes(seed: Seed, known: Known): SeedProblem[] {
  return [
    ...duplicates(seed.scenes.entries, 'the scene'),
    ...seed.scenes.entries.flatMap((entry) => [
      ...idProblems(entry),
      ...queryProblems(entry, seed, known),
      ...pictureProblems(entry, known),
      ...layoutProblems(entry, seed),
      ...unknownIn(entry, 'evidence', entry.value.evidence ?? [], known, 'evidence'),
    ]),
  ];
}

/** Links tell a reader's own scenes from those of the story by how their ids begin. */
function idProblems({ value: { id }, problem }: SceneEntry): SeedProblem[] {
  if (!id?.startsWith('own-')) return [];
  return [
    problem({ code: 'scene-id-taken', message: 'ids that begin with own- are those of readers’ own scenes' }, 'id'),
  ];
}

/** What stays or goes, where it stands, what it is about and what is held back. */
function pictureProblems(entry: SceneEntry, known: Known): SeedProblem[] {
  const { steps = [], positions = {}, focus = [], filters } = entry.value;
  const facet = filters?.facet === undefined ? [] : [filters.facet];
  return [
    ...steps.flatMap(({ ids }, index) => unknownIn(entry, 'node', ids, known, 'steps', index)),
    ...Object.keys(positions).flatMap((id) => unknownIn(entry, 'node', [id], known, 'positions', id)),
    ...unknownIn(entry, 'node', focus, known, 'focus'),
    ...unknownIn(entry, 'label', filters?.labelsOff ?? [], known, 'filters', 'labelsOff'),
    ...unknownIn(entry, 'type', filters?.typesOff ?? [], known, 'filters', 'typesOff'),
    ...unknownIn(entry, 'node', facet, known, 'filters', 'facet'),
  ];
}

function layoutProblems({ value, problem }: SceneEntry, { types }: Seed): SeedProblem[] {
  const hasHierarchy = !types.complete || types.entries.some((type) => type.value.hierarchy);
  return [
    ...(value.layout === 'tree' && !hasHierarchy ? [problem(noTree, 'layout')] : []),
    ...(value.camera === 'focus' && value.focus?.length === 0
      ? [problem({ code: 'focus-on-nothing', message: 'the camera is on the focus, but nothing is in it' }, 'camera')]
      : []),
  ];
}
