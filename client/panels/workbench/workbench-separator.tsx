import type { KeyboardEvent, PointerEvent } from 'react';
import { t } from '../../state/locale.ts';
import { resizeWorkbench, shareLimits, usualShare, workbenchShare } from '../../state/workbench/workbench-frame.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** The part of the page's height that a key moves the edge by. */
const step = 0.05;

const percent = (part: number): number => Math.round(part * 100);

/** The upper edge of the workbench, which can be dragged, and moved by keys. */
export function WorkbenchSeparator() {
  const share = useSignal(workbenchShare);
  return (
    <div
      className="workbench-separator"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('workbench.resize')}
      aria-valuenow={percent(share)}
      aria-valuemin={percent(shareLimits.least)}
      aria-valuemax={percent(shareLimits.most)}
      aria-valuetext={t('workbench.share', { n: percent(share) })}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => resizeWorkbench(usualShare)}
      onKeyDown={moveByKeys}
    />
  );
}

function drag(event: PointerEvent): void {
  if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
  const bottom = event.currentTarget.parentElement?.getBoundingClientRect().bottom ?? innerHeight;
  resizeWorkbench((bottom - event.clientY) / innerHeight);
}

function moveByKeys(event: KeyboardEvent): void {
  const shares: Record<string, number> = {
    ArrowUp: workbenchShare.peek() + step,
    ArrowDown: workbenchShare.peek() - step,
    Home: shareLimits.least,
    End: shareLimits.most,
  };
  const share = shares[event.key];
  if (share === undefined) return;
  event.preventDefault();
  resizeWorkbench(share);
}
