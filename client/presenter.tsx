import { createRoot } from 'react-dom/client';
import { getOntology } from './api/api.ts';
import { lastingStorage } from './browser-storage.ts';
import { startKeepingScenes } from './keep-scenes.ts';
import { PresenterView } from './panels/story/presenter-view.tsx';
import { readAddress } from './state/view/address.ts';
import { meetLanguage } from './state/language.ts';
import { ontology } from './state/ontology.ts';
import { followShow } from './state/story/presenter.ts';
import { loadScenes, storyProblem } from './state/story/scenes.ts';
import { problemOf } from './state/notices.ts';
import { takeUpSingleKeys } from './state/shortcuts.ts';

/** Brings up the presenter's window of a show. */
export async function openPresenter(root: HTMLElement, showId: string): Promise<void> {
  readAddress(location.hash.slice(1));
  takeUpSingleKeys(lastingStorage);
  await meetLanguage();
  createRoot(root).render(<PresenterView />);
  // The reader's own scenes are kept by the data set's name, which the ontology tells.
  startKeepingScenes();
  followShow(showId);
  try {
    ontology.value = await getOntology();
  } catch (error) {
    storyProblem.value = problemOf(error);
    return;
  }
  await loadScenes();
}
