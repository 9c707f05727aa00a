import { effect } from '@preact/signals-core';
import { pagePath } from './api/data-set.ts';
import { lastingStorage, tabStorage } from './browser-storage.ts';
import { writeAddress, writeKeptView } from './state/view/address.ts';
import { viewElsewhere } from './state/data-sets.ts';
import { isEmbedded } from './state/view/embedding.ts';
import { whenDataSetIsKnown } from './state/kept-items.ts';
import { done, undone } from './state/view/history.ts';
import {
  keepAppearances,
  keepHistory,
  keepLastView,
  keepLongView,
  longestLink,
  longKey,
  longView,
  offerLastView,
  passOverUnknownLooks,
  showAddress,
  takeUpAppearances,
  takeUpHistory,
} from './state/view/keeping.ts';
import { paced } from './pace.ts';
import { notify } from './state/notices.ts';
import { refresh } from './state/view/session.ts';
import { appearances, base, steps } from './state/view/view.ts';
import { followFrame } from './state/workbench/workbench-frame.ts';

/** What changes many times a second while the reader drags, scrolls or looks round: the address follows once it rests. */
const restless = /(^|&)(cam|pos|asof|cmp|read)=[^&]*/g;

/** Stands in the address for a view that is too long for it, which this tab's storage holds. */
const keptInTab = 'kept';

/**
 * Takes the view from the address bar.
 * @param then called once it is taken: at once, but for one that this tab's storage holds. Of which data set that is, only
 *   the server tells.
 */
export function takeAddress(then: () => void): void {
  const text = location.hash.slice(1);
  if (text !== keptInTab) {
    showAddress(text);
    then();
    return;
  }
  whenDataSetIsKnown(() => {
    const kept = longView(tabStorage);
    showAddress(kept ?? '');
    if (kept === null) notify({ kind: 'word', word: 'file.notInThisTab' });
    then();
    return () => undefined;
  });
}

/** Keeps the address in step with the view: a new picture is a new entry of the browser's history, a look is not. */
export function followAddress(): void {
  let written = location.hash.slice(1);
  let pictureThen = JSON.stringify([base.peek(), steps.peek()]);
  const write = (): void => {
    const whole = writeAddress();
    const isLong = whole.length > longestLink;
    const address = isLong ? keptInTab : whole;
    if (isLong) keepLongView(tabStorage, whole);
    // Only what was worked on is worth coming back to; opening the page must not take the place of that.
    if (done.peek().length > 0 && !isEmbedded.peek()) keepLastView(lastingStorage, writeKeptView());
    if (address === written) return;
    const pictureNow = JSON.stringify([base.peek(), steps.peek()]);
    const target = address === '' ? `${location.pathname}${location.search}` : `#${address}`;
    // In a frame, going back belongs to the page round it.
    if (pictureNow === pictureThen || isEmbedded.peek()) history.replaceState(null, '', target);
    else history.pushState(null, '', target);
    written = address;
    pictureThen = pictureNow;
  };
  const { soon, later } = paced(write);
  let acted: string | null = null;
  effect(() => {
    // With what was dragged, an act is done.
    const acts = `${done.value.length} ${writeAddress().replaceAll(restless, '')}`;
    if (acted === null || acts === acted) later();
    else soon();
    acted = acts;
  });
  // Who leaves or loads the page again before the address has followed.
  addEventListener('pagehide', write);
  addEventListener('popstate', () => {
    written = location.hash.slice(1);
    takeAddress(() => {
      pictureThen = JSON.stringify([base.peek(), steps.peek()]);
      void refresh().then(passOverUnknownLooks);
    });
  });
}

/** Opens the page of another data set with a view, which this tab's storage holds where it is too long for the address. */
export function followToOtherDataSet(): void {
  effect(() => {
    if (!viewElsewhere.value) return;
    const { dataSet, view } = viewElsewhere.value;
    const isLong = view.length > longestLink;
    if (isLong) keepLongView(tabStorage, view, longKey(dataSet.name));
    location.assign(`${pagePath(dataSet)}#${isLong ? keptInTab : view}`);
  });
}

/**
 * Once the picture of the link is there: takes up what was left of an earlier visit, what could be undone, how labels
 * looked and where the workbench stood, and keeps it for the next.
 */
export function followHistory(): void {
  passOverUnknownLooks();
  takeUpHistory(tabStorage);
  if (!isEmbedded.peek()) offerLastView(lastingStorage);
  takeUpAppearances(lastingStorage);
  followFrame(tabStorage);
  // How labels look by a link is the sender's choice: only what the reader changes is kept.
  const found = appearances.peek();
  let isChanged = false;
  effect(() => {
    isChanged ||= appearances.value !== found;
    if (isChanged) keepAppearances(lastingStorage);
  });
  let [keptDone, keptUndone] = [done.peek(), undone.peek()];
  const keep = (): void => {
    if (keptDone === done.peek() && keptUndone === undone.peek()) return;
    [keptDone, keptUndone] = [done.peek(), undone.peek()];
    keepHistory(tabStorage);
  };
  const { later } = paced(keep);
  effect(() => {
    void [done.value, undone.value];
    later();
  });
  // Who loads the page again right after an act.
  addEventListener('pagehide', keep);
}
