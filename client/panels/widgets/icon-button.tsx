import type { ReactNode } from 'react';

interface IconButtonProps {
  /** What it does, for those who hear the page, and for those who point at it. */
  label: string;
  onPress: () => void;
  /** Then it does nothing, but keeps the focus for who pages by keys. */
  isOff?: boolean;
  isPressed?: boolean;
  children: ReactNode;
}

/** A button that shows an icon alone. */
export function IconButton({ label, onPress, isOff = false, isPressed, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-only"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      aria-pressed={isPressed}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </button>
  );
}
