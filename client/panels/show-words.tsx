import { inLocale } from '../state/locale.ts';
import { sceneProblem, sceneProblemSentence } from '../state/scene-problem.ts';
import type { AnyScene } from '../state/scenes.ts';
import { useSignal } from './use-signal.ts';

/** What a scene says, large enough for a hall, and what is wrong with it. */
export function ShowWords({ scene }: { scene: AnyScene }) {
  const problem = useSignal(sceneProblem);
  const caption = inLocale(scene.caption);
  return (
    <div className="show-words">
      <h1>{inLocale(scene.title)}</h1>
      {caption !== '' && <p>{caption}</p>}
      {problem && (
        <p className="scene-problem" role="alert">
          {sceneProblemSentence(problem)}
        </p>
      )}
    </div>
  );
}
