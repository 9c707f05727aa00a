import { effect } from '@preact/signals-core';
import { useEffect, useRef } from 'react';
import type { PointerEvent } from 'react';
import { palette, scheme } from '../../state/scheme.ts';
import { dots, extent, isPartOutOfSight, lookAt, sight } from '../../state/picture/sight.ts';
import type { Area } from '../../state/picture/sight.ts';
import { useSignal } from '../hooks/use-signal.ts';

const size = { width: 168, height: 116 };
/** Pixels that stay free round the dots. */
const padding = 8;

/**
 * All nodes as dots, and what is in sight of them, where that is a part only. For pointer and finger; keyboard and screen
 * reader have the twin, to which it is of no use.
 */
export function Minimap() {
  const isUseful = useSignal(isPartOutOfSight);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (isUseful && canvas.current ? draw(canvas.current) : undefined), [isUseful]);
  if (!isUseful) return null;
  return (
    <canvas
      ref={canvas}
      className="minimap"
      aria-hidden="true"
      style={size}
      onPointerDown={look}
      onPointerMove={look}
    />
  );
}

/** Looks at the place of the map that is pressed, and follows the pointer while it is. */
function look(event: PointerEvent<HTMLCanvasElement>): void {
  const all = extent.peek();
  if (!all || event.buttons === 0) return;
  event.currentTarget.setPointerCapture(event.pointerId);
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const { scale, x, y } = projection(all);
  lookAt({ x: (event.clientX - left - x) / scale, y: (event.clientY - top - y) / scale });
}

/** From the picture's units to pixels of the map: all of it in the middle. */
function projection({ x1, y1, x2, y2 }: Area): { scale: number; x: number; y: number } {
  const scale = Math.min(
    (size.width - 2 * padding) / Math.max(1, x2 - x1),
    (size.height - 2 * padding) / Math.max(1, y2 - y1),
  );
  return { scale, x: size.width / 2 - (scale * (x1 + x2)) / 2, y: size.height / 2 - (scale * (y1 + y2)) / 2 };
}

/** Draws the dots when they change, and the frame round what is in sight whenever that moves. */
function draw(canvas: HTMLCanvasElement): () => void {
  const ratio = devicePixelRatio;
  const ground = document.createElement('canvas');
  for (const each of [canvas, ground]) {
    each.width = size.width * ratio;
    each.height = size.height * ratio;
    each.getContext('2d')?.scale(ratio, ratio);
  }
  const stopDots = effect(() => drawDots(ground));
  const stopFrame = effect(() => {
    void [dots.value, scheme.value];
    const context = canvas.getContext('2d');
    const [all, seen] = [extent.value, sight.value];
    if (!context || !all || !seen) return;
    context.clearRect(0, 0, size.width, size.height);
    context.drawImage(ground, 0, 0, size.width, size.height);
    const { scale, x, y } = projection(all);
    context.fillStyle = context.strokeStyle = palette[scheme.value].accent;
    context.lineWidth = 2;
    const frame = [x + seen.x1 * scale, y + seen.y1 * scale, (seen.x2 - seen.x1) * scale, (seen.y2 - seen.y1) * scale];
    const [left = 0, top = 0, width = 0, height = 0] = frame;
    context.globalAlpha = 0.1;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
    context.strokeRect(left, top, width, height);
  });
  return () => {
    stopDots();
    stopFrame();
  };
}

function drawDots(ground: HTMLCanvasElement): void {
  const context = ground.getContext('2d');
  const all = extent.value;
  if (!context || !all) return;
  context.clearRect(0, 0, size.width, size.height);
  const { scale, x, y } = projection(all);
  // The more dots, the smaller.
  const side = dots.value.length > 2_000 ? 1 : dots.value.length > 300 ? 2 : 4;
  for (const dot of dots.value) {
    context.fillStyle = dot.colour[scheme.value];
    context.fillRect(x + dot.x * scale - side / 2, y + dot.y * scale - side / 2, side, side);
  }
}
