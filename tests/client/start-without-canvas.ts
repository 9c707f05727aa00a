import { effect } from '@preact/signals-core';
import { afterAll, beforeAll } from 'vitest';
import { place } from '../../client/state/actions.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { isLayoutWanted, start } from '../../client/state/view/session.ts';

/** Starts the page's state without a canvas, and does what that does when it is asked to: finds a place for all that is drawn. */
export function startWithoutCanvas(): void {
  let stop: () => void;
  beforeAll(async () => {
    stop = effect(() => {
      if (isLayoutWanted.value) queueMicrotask(layInARow);
    });
    await start();
  });
  afterAll(() => stop());
}

function layInARow(): void {
  isLayoutWanted.value = false;
  // As the canvas does: what an expansion left out is drawn, too.
  const { nodes, more } = picture.value;
  place([...nodes.keys(), ...more.keys()].map((id, index) => [id, { x: 150 * index, y: 0 }]));
}
