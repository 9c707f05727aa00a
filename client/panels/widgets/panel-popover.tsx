import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';

interface PanelPopoverProps {
  label: string;
  /** What it opens beside, and where the focus goes back to. */
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A small dialog beside the button that opened it; Escape, a click elsewhere or an act in it closes it. */
export function PanelPopover({ label, trigger, onClose, children }: PanelPopoverProps) {
  return (
    <Popover
      className="popover"
      triggerRef={trigger}
      placement="bottom start"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog aria-label={label}>{children}</Dialog>
    </Popover>
  );
}
