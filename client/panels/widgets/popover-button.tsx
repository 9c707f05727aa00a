import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { lazyPart } from './lazy-part.tsx';

const PanelPopover = lazyPart(async () => (await import('./panel-popover.tsx')).PanelPopover, {
  className: 'part-failed popover-failed',
});

interface PopoverButtonProps {
  /** What the button and the popover are called. */
  label: string;
  /** What is seen of the button. */
  face: ReactNode;
  className?: string;
  isDisabled?: boolean;
  /** What the popover shows; `close` closes it. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a popover, whose script is fetched when it is first opened. */
export function PopoverButton({ label, face, className = '', isDisabled = false, children }: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        disabled={isDisabled}
        title={label}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <PanelPopover label={label} trigger={button} onClose={() => setOpen(false)}>
          {children(() => setOpen(false))}
        </PanelPopover>
      )}
    </>
  );
}
