import { CalendarRange } from 'lucide-react';
import { t } from '../../state/locale.ts';
import { isTimelineOpen } from '../../state/view/view.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Opens what is dated below the picture, and closes it. */
export function TimelineButton({ className }: { className: string }) {
  const isOpen = useSignal(isTimelineOpen);
  const label = t(isOpen ? 'timeline.close' : 'timeline.open');
  return (
    <button
      type="button"
      className={className}
      title={`${label} (Y)`}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={() => (isTimelineOpen.value = !isOpen)}
    >
      <CalendarRange aria-hidden="true" size={18} />
    </button>
  );
}
