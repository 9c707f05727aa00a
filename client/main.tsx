import { effect } from '@preact/signals-core';
import { createRoot } from 'react-dom/client';
import { followAddress, followHistory, takeAddress } from './address-bar.ts';
import { App } from './app.tsx';
import { lastingStorage, tabStorage } from './browser-storage.ts';
import { takeDroppedFiles } from './drop-files.ts';
import { watchHealth } from './state/health.ts';
import { inLocale } from './state/locale.ts';
import { ontology } from './state/ontology.ts';
import { followAskedQuestion } from './state/questions.ts';
import { startSearching } from './state/search.ts';
import { start } from './state/session.ts';
import { takeUpToken } from './state/sign-in.ts';
import './styles/page.css';

takeAddress();
// The picture of a link may be of a query for which the reader must have signed in.
takeUpToken(tabStorage);
followAddress();
takeDroppedFiles();
startSearching();
followAskedQuestion();
effect(() => {
  if (ontology.value) document.title = inLocale(ontology.value.title);
});
const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
await start();
followHistory();
// Not needed for the first picture.
const { startShortcuts } = await import('./state/shortcuts.ts');
startShortcuts(lastingStorage);
const { startKeepingQueries } = await import('./keep-queries.ts');
startKeepingQueries();
watchHealth(() => void start());
