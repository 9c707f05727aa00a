import type { Portion } from '../hooks/use-portion.ts';

interface MoreButtonProps {
  portion: Portion<unknown>;
  /** The words on it: `n` are brought next, of `left`. */
  label: (values: { n: number; left: number }) => string;
}

/** Brings the next part of a list, and says how much is left; nothing, where all of it is shown. */
export function MoreButton({ portion: { left, next, showMore }, label }: MoreButtonProps) {
  if (left === 0) return null;
  return (
    <button type="button" onClick={showMore}>
      {label({ n: next, left })}
    </button>
  );
}
