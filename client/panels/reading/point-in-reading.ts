import { readingSections } from '../../state/reading/reading-outline.ts';
import { pointedPart } from '../../state/reading/reading-sight.ts';
import { rowOf } from './reading-rows.ts';

/** What an element of the outline is about: a passage, a phrase of it, or all of a section; null for none. */
function partOf(element: EventTarget | null): typeof pointedPart.value {
  const row = rowOf(element);
  if (!row) return null;
  const { passage, id } = row.dataset;
  if (passage === undefined) {
    const section = readingSections.peek().find((other) => other.id === id);
    return section ? { addresses: section.addresses } : null;
  }
  const written = element instanceof Element && element.closest<HTMLElement>('[data-facts]')?.dataset['facts'];
  if (!written) return { addresses: [passage] };
  const facts: string[] = JSON.parse(written);
  return { addresses: [passage], facts };
}

function point(element: EventTarget | null): void {
  const part = partOf(element);
  if (JSON.stringify(part) !== JSON.stringify(pointedPart.peek())) pointedPart.value = part;
}

/** Shows on the picture what the reader points at in the outline, or has the focus there. */
export function pointInReading(tree: HTMLElement, stopped: AbortSignal): void {
  let isHovered = false;
  let hasFocus = false;
  const pointAtFocus = (): void => point(hasFocus ? document.activeElement : null);
  const listen = { signal: stopped };
  // Scrolling moves lines below a mouse that rests: only one that moves points.
  tree.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType !== 'mouse') return;
      isHovered = true;
      point(event.target);
    },
    listen,
  );
  tree.addEventListener(
    'pointerleave',
    () => {
      isHovered = false;
      pointAtFocus();
    },
    listen,
  );
  tree.addEventListener(
    'focusin',
    ({ target }) => {
      // What a click gives the focus to is not looked at any longer than the mouse is there.
      hasFocus = target instanceof Element && target.matches(':focus-visible');
      if (hasFocus || !isHovered) pointAtFocus();
    },
    listen,
  );
  tree.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && tree.contains(relatedTarget)) return;
      hasFocus = false;
      if (!isHovered) pointedPart.value = null;
    },
    listen,
  );
}
