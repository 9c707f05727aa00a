import type { Point } from '../../server/contract/point.ts';
import { palette, scheme } from '../state/scheme.ts';

/** A line that was drawn round nodes, and whether it adds to what is selected. */
export interface Lasso {
  polygon: readonly Point[];
  isAdded: boolean;
}

const svgNames = 'http://www.w3.org/2000/svg';
/** Pixels between two points of the line. */
const grain = 4;

/**
 * Lays a sheet over the picture on which one line is drawn, by mouse, pen or finger, and takes it away again. Answers
 * null when it was given up: by Escape, a second finger, or a click without a line.
 * @param stopped ends it from outside
 * @param begun the press that the line has begun with, where there was one
 */
export function drawLasso(container: HTMLElement, stopped: AbortSignal, begun?: PointerEvent): Promise<Lasso | null> {
  const { sheet, line } = makeSheet();
  container.append(sheet);
  const { left, top } = container.getBoundingClientRect();
  const points: Point[] = [];
  let pointer: number | undefined;
  return new Promise((resolve) => {
    const end = (lasso: Lasso | null): void => {
      sheet.remove();
      removeEventListener('keydown', onKey, { capture: true });
      resolve(lasso && lasso.polygon.length > 2 ? lasso : null);
    };
    const begin = (event: PointerEvent): void => {
      event.stopPropagation();
      if (pointer !== undefined) return end(null);
      pointer = event.pointerId;
      sheet.setPointerCapture(pointer);
      points.push({ x: event.clientX - left, y: event.clientY - top });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(null);
    };
    sheet.addEventListener('pointerdown', begin);
    sheet.addEventListener('pointermove', (event) => {
      if (event.pointerId === pointer) extend(line, points, { x: event.clientX - left, y: event.clientY - top });
    });
    sheet.addEventListener('pointerup', ({ shiftKey }) => end({ polygon: points, isAdded: shiftKey }));
    sheet.addEventListener('pointercancel', () => end(null));
    // The picture below must not take the same movement for a drag of its own.
    for (const name of ['mousedown', 'mousemove', 'touchstart', 'touchmove', 'wheel']) {
      sheet.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
    }
    addEventListener('keydown', onKey, { capture: true });
    stopped.addEventListener('abort', () => end(null), { once: true });
    if (begun) begin(begun);
  });
}

/** Draws the line on to where the pointer is now. */
function extend(line: SVGPolygonElement, points: Point[], point: Point): void {
  const last = points.at(-1);
  if (!last || Math.hypot(point.x - last.x, point.y - last.y) < grain) return;
  points.push(point);
  line.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
}

function makeSheet(): { sheet: SVGSVGElement; line: SVGPolygonElement } {
  const { accent } = palette[scheme.peek()];
  const sheet = document.createElementNS(svgNames, 'svg');
  sheet.classList.add('lasso');
  sheet.setAttribute('aria-hidden', 'true');
  Object.assign(sheet.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  Object.assign(sheet.style, { zIndex: '5', cursor: 'crosshair', touchAction: 'none' });
  const line = document.createElementNS(svgNames, 'polygon');
  for (const [name, value] of Object.entries({
    fill: accent,
    'fill-opacity': '0.12',
    stroke: accent,
    'stroke-width': '2',
    'stroke-dasharray': '6 4',
    'stroke-linejoin': 'round',
  })) {
    line.setAttribute(name, value);
  }
  sheet.append(line);
  return { sheet, line };
}
