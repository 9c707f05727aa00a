import { inLocale } from '../../state/locale.ts';
import { sceneProblem, sceneProblemSentence } from '../../state/story/scene-problem.ts';
import type { AnyScene } from '../../state/story/scenes.ts';
import { useSignal } from '../hooks/use-signal.ts';

interface SceneWordsProps {
  scene: AnyScene;
  className: string;
  /** In a show, the title is all that the page is about. */
  heading: 'h1' | 'h2';
}

/** What a scene says, and what is wrong with it. */
export function SceneWords({ scene, className, heading: Heading }: SceneWordsProps) {
  const problem = useSignal(sceneProblem);
  const caption = inLocale(scene.caption);
  return (
    <div className={className}>
      <Heading>{inLocale(scene.title)}</Heading>
      {caption !== '' && <p>{caption}</p>}
      {problem && (
        <p className="scene-problem" role="alert">
          {sceneProblemSentence(problem)}
        </p>
      )}
    </div>
  );
}
