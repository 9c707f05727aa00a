import { effect } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import { soughtPassage } from '../../state/reading/reading.ts';
import { whySought } from '../../state/reading/why-sought.ts';
import { isEditorSought } from '../../state/workbench/workbench-frame.ts';

/** Sees whether a reader who asked to be led to something goes on to something else before it is there. */
class FocusWish {
  readonly #sought: ReadonlySignal<unknown>;
  readonly #inPlace: string | undefined;
  #hasGoneOn = false;

  /**
   * @param sought set while the reader waits
   * @param inPlace what stands in the place of what is awaited: whoever goes there still waits
   */
  constructor(sought: ReadonlySignal<unknown>, inPlace?: string) {
    this.#sought = sought;
    this.#inPlace = inPlace;
  }

  /** Whether the focus may be taken, while the reader waits: they have not gone on since they asked. */
  get isStanding(): boolean {
    return !this.#hasGoneOn;
  }

  watch(): void {
    effect(() => (this.#sought.value ? this.#wait() : undefined));
  }

  #wait(): () => void {
    const { activeElement: asked } = document;
    const stopped = new AbortController();
    const listen = { capture: true, passive: true, signal: stopped.signal };
    let hasPressed = false;
    let isGivenBack = false;
    const meet = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target === asked) return;
      if (this.#inPlace !== undefined && target.matches(this.#inPlace)) return;
      // What goes together with the control that asked, such as a menu, gives the focus back by itself.
      const isByPage = !hasPressed && !isGivenBack && asked?.isConnected === false;
      if (isByPage) isGivenBack = true;
      else this.#hasGoneOn = true;
    };
    this.#hasGoneOn = false;
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => (hasPressed = true), listen);
    addEventListener('focusin', meet, listen);
    return () => stopped.abort();
  }
}

/** By what the reader asked to be led to: its script, or what it tells of, may come late. */
export const focusWishes = {
  editor: new FocusWish(isEditorSought, '.plain-editor'),
  passage: new FocusWish(soughtPassage),
  reason: new FocusWish(whySought),
};

/** From now on, nothing that comes late takes the focus from a reader who has gone on. */
export function watchFocusWishes(): void {
  for (const wish of Object.values(focusWishes)) wish.watch();
}
