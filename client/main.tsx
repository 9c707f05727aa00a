import { effect } from '@preact/signals-core';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readAddress, writeAddress } from './state/address.ts';
import { watchHealth } from './state/health.ts';
import { inLocale } from './state/locale.ts';
import { notify } from './state/notices.ts';
import { ontology } from './state/ontology.ts';
import { startSearching } from './state/search.ts';
import { refresh, start } from './state/session.ts';
import { startShortcuts } from './state/shortcuts.ts';
import { base, steps } from './state/view.ts';
import './styles/page.css';

/** Milliseconds that the view rests before the address follows: dragging and zooming change it many times a second. */
const addressPatience = 150;

function takeAddress(): void {
  const unreadable = readAddress(location.hash.slice(1));
  if (unreadable.length > 0) notify({ kind: 'word', word: 'notice.link', values: { what: unreadable.join(', ') } });
}

/** Keeps the address in step with the view: a new picture is a new entry of the browser's history, a look is not. */
function followAddress(): void {
  let written = location.hash.slice(1);
  let pictureThen = JSON.stringify([base.peek(), steps.peek()]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const address = writeAddress();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (address === written) return;
      const pictureNow = JSON.stringify([base.peek(), steps.peek()]);
      const target = address === '' ? location.pathname : `#${address}`;
      if (pictureNow === pictureThen) history.replaceState(null, '', target);
      else history.pushState(null, '', target);
      written = address;
      pictureThen = pictureNow;
    }, addressPatience);
  });
  addEventListener('popstate', () => {
    written = location.hash.slice(1);
    takeAddress();
    pictureThen = JSON.stringify([base.peek(), steps.peek()]);
    void refresh();
  });
}

takeAddress();
followAddress();
startSearching();
startShortcuts();
effect(() => {
  if (ontology.value) document.title = inLocale(ontology.value.title);
});
const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
await start();
watchHealth(() => void start());
