import { effect } from '@preact/signals-core';
import { emptyPicture, picture } from '../picture/picture.ts';
import { failure } from './session.ts';

/** Milliseconds between a first picture that is drawn and the fetching of anything that is not needed for it. */
const patience = 400;
/** Milliseconds after which a browser that is never idle counts as idle. */
const longestDrawing = 3_000;

let stands: Promise<void> | undefined;

/** Resolves once the first picture stands, or it is known why it does not: what is not needed for it comes after. */
export function firstPicture(): Promise<void> {
  stands ??= new Promise((resolve) => {
    const whenIdle = (): void => {
      setTimeout(resolve, patience);
    };
    effect(() => {
      if (picture.value === emptyPicture && failure.value === null) return;
      // Not all browsers tell when they have nothing to do.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(whenIdle, { timeout: longestDrawing });
      else setTimeout(whenIdle, patience);
    });
  });
  return stands;
}
