import { Code } from 'lucide-react';
import { hasServer } from '../../api/transport.ts';
import { t } from '../../state/locale.ts';
import type { QueryPart } from '../../state/query-parts.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';

const CypherParts = lazyPart(async () => (await import('./cypher-parts.tsx')).CypherParts);

interface CypherBehindProps {
  /** The queries that are shown, as they are when it is opened. */
  parts: () => readonly QueryPart[];
  className?: string;
  /** Called before the editor opens: whatever lies over it goes. */
  onOpenEditor?: () => void;
}

/** A small button that shows the Cypher which a part of the page stands on; without a server, that is none. */
export function CypherBehind({ parts, className = 'quiet icon-only', onOpenEditor }: CypherBehindProps) {
  if (!hasServer()) return null;
  return (
    <PopoverButton label={t('cypher.show')} className={className} face={<Code aria-hidden="true" size={16} />}>
      {(close) => (
        <CypherParts
          parts={parts()}
          onOpenEditor={() => {
            close();
            onOpenEditor?.();
          }}
        />
      )}
    </PopoverButton>
  );
}
