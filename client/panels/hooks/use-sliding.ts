import { useRef, useState } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

interface Sliding {
  /** The one that is pointed at, counted from 0; null for none. */
  pointed: number | null;
  /** What the row has to listen with. */
  listeners: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: () => void;
    onPointerLeave: () => void;
    onClickCapture: (event: MouseEvent) => void;
  };
}

/**
 * For a row of targets that are narrower than a finger: that slides along them, is told of each that it is at, and chooses the
 * one at which it is lifted. A mouse and keys press each target itself.
 * @param count of targets, all of one width
 */
export function useSliding(count: number, choose: (index: number) => void): Sliding {
  const [pointed, setPointed] = useState<number | null>(null);
  const hasChosen = useRef(false);
  const targetAt = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((clientX - left) / width) * count), 0), count - 1);
  };
  const point = (event: PointerEvent<HTMLElement>): void => setPointed(targetAt(event));
  const letGo = (): void => setPointed(null);
  return {
    pointed,
    listeners: {
      onPointerDown(event) {
        hasChosen.current = false;
        if (event.pointerType === 'touch') event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      },
      onPointerMove: point,
      onPointerUp(event) {
        if (event.pointerType !== 'touch') return;
        hasChosen.current = true;
        choose(targetAt(event));
      },
      onPointerCancel: letGo,
      onPointerLeave: letGo,
      onClickCapture(event) {
        // A tap is a click, too, where the finger was put down. That of a key has no count.
        if (hasChosen.current && event.detail > 0) event.stopPropagation();
      },
    },
  };
}
