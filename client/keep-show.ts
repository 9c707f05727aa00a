import { tabStorage } from './browser-storage.ts';
import { whenDataSetIsKnown } from './state/kept-items.ts';
import { followPresenter } from './state/story/follow-presenter.ts';
import { takeShowId } from './state/story/show-link.ts';

let isJoined = false;

/** From now on the presenter's window, once it is open, is told what is shown, and can lead the show. */
export function joinShow(): void {
  if (isJoined) return;
  isJoined = true;
  whenDataSetIsKnown(() => followPresenter(takeShowId(tabStorage)));
}
