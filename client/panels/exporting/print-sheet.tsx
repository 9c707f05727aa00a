import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { canvasControls } from '../../state/picture/canvas-controls.ts';
import { notify } from '../../state/notices.ts';
import { isPrinting } from '../../state/printing.ts';
import type { Drawing } from '../../state/picture/shapes.ts';
import { surface, twin } from '../../state/view/view.ts';
import { ChartShapes } from '../org-chart/chart-shapes.tsx';
import { printChart } from '../org-chart/chart-print.tsx';
import { PrintTable } from './print-table.tsx';

/**
 * What goes to the printer above what is on the page: the picture as lines and text, in the colours of the light scheme,
 * and the whole of a table that shows some of its rows at a time. It asks the browser to print once that is there.
 */
export function PrintSheet() {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [host] = useState(() => Object.assign(document.createElement('div'), { className: 'print-host' }));
  useEffect(() => {
    if (surface.peek() === 'chart') {
      // Not in the effect itself, where React draws nothing at once.
      queueMicrotask(() => {
        printChart('A4');
        isPrinting.value = false;
      });
      return undefined;
    }
    document.body.prepend(host);
    void draw().then(setDrawing);
    return () => host.remove();
  }, [host]);
  useEffect(() => {
    if (!drawing) return undefined;
    const stopping = new AbortController();
    addEventListener('afterprint', () => (isPrinting.value = false), { signal: stopping.signal });
    print();
    return () => stopping.abort();
  }, [drawing]);
  return drawing && createPortal(<Sheet drawing={drawing} hasTable={twin.peek() === 'table'} />, host);
}

/** The picture; null, with a notice, where there is none to be had. */
async function draw(): Promise<Drawing | null> {
  try {
    const look = { area: 'picture', scheme: 'light', hasGround: false } as const;
    const drawing = await canvasControls.peek()?.shapesOfPicture(look);
    if (drawing) return drawing;
  } catch {
    // The reader is told below.
  }
  notify({ kind: 'word', word: 'print.failed' });
  isPrinting.value = false;
  return null;
}

function Sheet({ drawing: { title, box, shapes }, hasTable }: { drawing: Drawing; hasTable: boolean }) {
  return (
    <>
      <figure className="print-picture" data-shape={box.width > 1.2 * box.height ? 'wide' : 'high'}>
        <figcaption>{title}</figcaption>
        <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}>
          <ChartShapes shapes={shapes} />
        </svg>
      </figure>
      {hasTable && <PrintTable />}
    </>
  );
}
