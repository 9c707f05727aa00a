import type { Scene } from '../server/contract/data-set/scene.ts';
import type { Entry } from './entries.ts';
import type { Known } from './known.ts';
import type { NameKind } from './names.ts';
import type { Step } from './source.ts';
import type { SeedProblem } from './seed-error.ts';

/** A scene of the file, as far as it is right. */
export type SceneEntry = Entry<Partial<Scene>>;

/** One problem for each name that is not there, at a path of the scene. */
export function unknownIn(
  { problem }: SceneEntry,
  kind: NameKind,
  wanted: readonly string[],
  known: Known,
  ...path: Step[]
): SeedProblem[] {
  return wanted.flatMap((name) => known.unknown(kind, name)).map((flaw) => problem(flaw, ...path));
}
