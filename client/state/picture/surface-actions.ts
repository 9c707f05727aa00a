import { batch } from '@preact/signals-core';
import { record } from '../view/history.ts';
import * as view from '../view/view.ts';

/**
 * Shows the picture or the organisation chart in the middle of the page.
 * @param twin the text that stands beside it, or in its place; null for none
 */
export function showSurface(surface: view.Surface, twin: view.Twin | null = null): void {
  const isOther = view.surface.peek() !== surface;
  if (isOther) record('act.surface', { surface: { word: `view.${surface}` } });
  batch(() => {
    view.surface.value = surface;
    view.twin.value = twin;
  });
}
