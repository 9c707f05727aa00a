import type { LabelStyle } from '../../../server/contract/data-set/styles.ts';
import { iconAddress } from '../../state/picture/icons.ts';
import { palette, scheme } from '../../state/scheme.ts';
import { useSignal } from '../hooks/use-signal.ts';

const usualSize = 24;

/** The sign of a label as the canvas draws it: its shape's colour with its icon. Decoration; the title stands beside. */
export function LabelBadge({ style, size = usualSize }: { style: LabelStyle; size?: number }) {
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

/** Where that sign will stand, once the label is known. */
export function LabelPlace() {
  return <span aria-hidden="true" className="badge" style={{ width: usualSize, height: usualSize }} />;
}
