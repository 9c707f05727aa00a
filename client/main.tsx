import { effect } from '@preact/signals-core';
import { createRoot } from 'react-dom/client';
import { followAddress, followHistory, followToOtherDataSet, takeAddress } from './address-bar.ts';
import { App } from './app.tsx';
import { lastingStorage, tabStorage } from './browser-storage.ts';
import { takeDroppedFiles } from './drop-files.ts';
import { watchFocusWishes } from './panels/widgets/focus-wishes.ts';
import { isEmbedded, takeEmbedding } from './state/view/embedding.ts';
import { loadDataSets } from './state/data-sets.ts';
import { firstPicture } from './state/view/first-picture.ts';
import { watchHealth } from './state/health.ts';
import { followDocument, meetLanguage } from './state/language.ts';
import { hasWords, inLocale, locale } from './state/locale.ts';
import { ontology } from './state/ontology.ts';
import { followAskedQuestion } from './state/questions.ts';
import { startSearching } from './state/search.ts';
import { failure, start } from './state/view/session.ts';
import { sharedQuery } from './state/workbench/shared-query.ts';
import { takeUpToken } from './state/sign-in.ts';
import { sceneId } from './state/view/view.ts';
import './styles/page.css';

/**
 * Brings up the page. Nothing is awaited at the top of this file: parts that are fetched later share its script, and
 * would wait for it to end while it waits for them.
 */
async function open(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const presented = new URLSearchParams(location.search).get('presenter');
  if (presented !== null) {
    const { openPresenter } = await import('./presenter.tsx');
    return openPresenter(root, presented);
  }
  takeEmbedding(location.search);
  takeAddress(followAddress);
  // The picture of a link may be of a query for which the reader must have signed in.
  takeUpToken(tabStorage);
  takeDroppedFiles();
  watchFocusWishes();
  startSearching();
  followDocument();
  followAskedQuestion();
  effect(() => {
    if (ontology.value) document.title = inLocale(ontology.value.title);
  });
  const starting = start();
  // What is in another language than Chinese shows no Chinese word first.
  await meetLanguage();
  effect(() => {
    // So may an entry of the browser's history, or a view's file.
    if (!hasWords(locale.value)) void meetLanguage();
  });
  createRoot(root).render(<App />);
  await starting;
  followHistory();
  // Not needed for the first picture.
  const { startShortcuts } = await import('./state/shortcuts.ts');
  startShortcuts(lastingStorage);
  // Where the address names no data set, there is nothing that could come back.
  if (failure.peek()?.code !== 'unknown-data-set') watchHealth(() => void start());
  followToOtherDataSet();
  if (!isEmbedded.peek()) void loadDataSets();
  // Unless the link is to a query or a scene, what was kept has time until the picture is drawn.
  if (sharedQuery.peek() === null && sceneId.peek() === null) await firstPicture();
  const { startKeepingQueries } = await import('./keep-queries.ts');
  startKeepingQueries();
  const { startKeepingScenes } = await import('./keep-scenes.ts');
  startKeepingScenes();
  const { startKeepingText } = await import('./keep-original-text.ts');
  startKeepingText();
}

void open();
