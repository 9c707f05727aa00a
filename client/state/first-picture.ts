import { effect } from '@preact/signals-core';
import { emptyPicture, picture } from './picture.ts';
import { failure } from './session.ts';

/** Milliseconds that a first picture has to be drawn before anything else is fetched. */
const patience = 150;

let stands: Promise<void> | undefined;

/** Resolves once the first picture stands, or it is known why it does not: what is not needed for it comes after. */
export function firstPicture(): Promise<void> {
  stands ??= new Promise((resolve) => {
    effect(() => {
      if (picture.value !== emptyPicture || failure.value !== null) setTimeout(resolve, patience);
    });
  });
  return stands;
}
