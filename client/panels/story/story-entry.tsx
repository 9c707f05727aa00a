import { Clapperboard } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../../state/locale.ts';
import { loadScenes } from '../../state/story/scenes.ts';
import { listScenes } from '../../state/story/scenes-panel.ts';
import { story } from '../../state/story/story.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** The way from the introduction to the story; nothing where the data set tells none. */
export function StoryEntry() {
  const known = useSignal(story);
  useEffect(() => void loadScenes(), []);
  if (!known || known.length === 0) return null;
  return (
    <button type="button" className="story-entry" onClick={listScenes}>
      <Clapperboard aria-hidden="true" size={16} /> {t('scenes.entry', { n: known.length })}
    </button>
  );
}
