import type { LabelStyle } from '../../server/contract/data-set/styles.ts';
import { iconAddress } from '../state/icons.ts';
import { palette, scheme } from '../state/scheme.ts';
import { useSignal } from './use-signal.ts';

/** The sign of a label as the canvas draws it: its shape's colour with its icon. Decoration; the title stands beside. */
export function LabelBadge({ style, size = 24 }: { style: LabelStyle; size?: number }) {
  const now = useSignal(scheme);
  return (
    <span
      aria-hidden="true"
      className="badge"
      data-shape={style.shape}
      style={{
        width: size,
        height: size,
        backgroundColor: style.colour[now],
        backgroundImage: `url("${iconAddress(style.icon, palette[now].icon)}")`,
      }}
    />
  );
}
