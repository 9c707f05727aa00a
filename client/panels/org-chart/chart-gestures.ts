import { batch } from '@preact/signals-core';
import { chartCamera, pannedBy, zoomedAt } from '../../state/org-chart/chart-camera.ts';
import type { Point } from '../../../server/contract/point.ts';

/** Pixels that a pointer moves before it drags rather than presses. */
const slack = 5;
/** How much a notch of a wheel zooms. */
const wheelStep = 0.0016;

/** What looking round does to what is looked at, in pixels of its frame. */
interface Looking {
  move: (by: Point) => void;
  zoom: (at: Point, factor: number) => void;
}

const overChart: Looking = {
  move: (by) => (chartCamera.value = pannedBy(chartCamera.peek(), by)),
  zoom: (at, factor) => (chartCamera.value = zoomedAt(chartCamera.peek(), at, factor)),
};

/**
 * Lets mouse, wheel and fingers look round: dragging, and a wheel that turns sideways, moves; the wheel zooms at its place;
 * two fingers do both. What was a drag is no click on what lies below.
 */
export function listenForLooking(frame: HTMLElement, { move, zoom }: Looking = overChart): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const fingers = new Map<number, Point>();
  let isDragged = false;
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = frame.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (fingers.size === 0) isDragged = false;
    fingers.set(event.pointerId, placeOf(event));
  };
  const onMove = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = placeOf(event);
    if (!isDragged && Math.hypot(now.x - before.x, now.y - before.y) < slack) return;
    if (!isDragged) frame.setPointerCapture(event.pointerId);
    isDragged = true;
    const middleBefore = middleOf(fingers);
    const spreadBefore = spreadOf(fingers);
    fingers.set(event.pointerId, now);
    const middle = middleOf(fingers);
    batch(() => {
      move({ x: middle.x - middleBefore.x, y: middle.y - middleBefore.y });
      if (spreadBefore > 0) zoom(middle, spreadOf(fingers) / spreadBefore);
    });
  };
  const onUp = ({ pointerId }: PointerEvent): void => void fingers.delete(pointerId);
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) move({ x: -event.deltaX * lines, y: 0 });
    else zoom(placeOf(event), Math.exp(-event.deltaY * lines * wheelStep));
  };
  const onClick = (event: MouseEvent): void => {
    if (isDragged && event.detail > 0) event.stopPropagation();
    isDragged = false;
  };
  frame.addEventListener('pointerdown', onDown, { signal });
  frame.addEventListener('pointermove', onMove, { signal });
  frame.addEventListener('pointerup', onUp, { signal });
  frame.addEventListener('pointercancel', onUp, { signal });
  frame.addEventListener('wheel', onWheel, { signal, passive: false });
  frame.addEventListener('click', onClick, { signal, capture: true });
  return () => stopping.abort();
}

function middleOf(fingers: ReadonlyMap<number, Point>): Point {
  const all = [...fingers.values()];
  const sum = all.reduce((before, { x, y }) => ({ x: before.x + x, y: before.y + y }), { x: 0, y: 0 });
  return { x: sum.x / all.length, y: sum.y / all.length };
}

/** How far two fingers are apart; 0 for one. */
function spreadOf(fingers: ReadonlyMap<number, Point>): number {
  const [one, other] = [...fingers.values()];
  return one && other ? Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)) : 0;
}
