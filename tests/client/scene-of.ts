import { locale } from '../../client/state/locale.ts';
import { ownScenes, sceneMessage } from '../../client/state/story/own-scenes.ts';
import type { OwnScene, SceneWords } from '../../client/state/story/own-scenes.ts';
import { loadScenes } from '../../client/state/story/scenes.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { overview } from '../../client/state/view/view.ts';

/** A scene as it may be kept. */
export const sceneOf = (change: Partial<OwnScene> = {}): OwnScene => ({
  id: 'own-1',
  title: { zh: '题', en: 'Title' },
  caption: { zh: '', en: '' },
  notes: { zh: '', en: '' },
  view: 's=hide~lawyers',
  ...change,
});

/** The words of a scene as a form has them. */
export const words = (title: string, caption = '', notes = ''): SceneWords => ({ title, caption, notes });

/** What the reader's scenes are called. */
export const titles = (): string[] => ownScenes.value.map(({ title }) => title.zh);

/** The first picture, with the story at hand and no scenes of the reader's own. */
export async function startWithStory(): Promise<void> {
  locale.value = 'zh';
  ownScenes.value = [];
  await start();
  await loadScenes();
  await openBase(overview, 'given');
  sceneMessage.value = null;
}
