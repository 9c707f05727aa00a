import { effect } from '@preact/signals-core';
import { endShow, goTo, isDark, turnDark } from './show.ts';
import { linkShow } from './show-link.ts';
import { isPresenting, sceneId } from '../view/view.ts';

/**
 * Does in the audience's window what the presenter's asks for, and tells it what is shown. Answers a function that ends it.
 * @param showId as the presenter's window has it in its address
 */
export function followPresenter(showId: string): () => void {
  const tell = (): void => {
    link.send(
      isPresenting.peek() ? { kind: 'shown', sceneId: sceneId.peek(), isDark: isDark.peek() } : { kind: 'ended' },
    );
  };
  const link = linkShow(showId, (message) => {
    switch (message.kind) {
      case 'ask':
        return tell();
      case 'go':
        return void goTo(message.to);
      case 'dark':
        return turnDark(message.isDark);
      case 'end':
        return endShow();
      case 'shown':
      case 'ended':
      case 'left':
        // Told by this window itself.
        return undefined;
    }
  });
  const stop = effect(() => {
    void [isPresenting.value, sceneId.value, isDark.value];
    tell();
  });
  const leave = (): void => {
    if (isPresenting.peek()) link.send({ kind: 'left' });
  };
  addEventListener('pagehide', leave);
  return () => {
    removeEventListener('pagehide', leave);
    stop();
    link.close();
  };
}
