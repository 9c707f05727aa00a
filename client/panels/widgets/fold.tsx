import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

interface FoldProps {
  title: string;
  /** What is said of the contents while they are folded away, such as that some of them are ticked off. */
  note?: string | undefined;
  isOpenAtFirst?: boolean;
  children: () => ReactNode;
}

/** A section of a panel that is folded away until it is asked for. */
export function Fold({ title, note, isOpenAtFirst = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className="fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden="true" size={16} /> <h3>{title}</h3>
        {note !== undefined && <span className="count">{note}</span>}
      </summary>
      {isOpen && <div className="fold-body">{children()}</div>}
    </details>
  );
}
