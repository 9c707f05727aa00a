import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Json } from '../../../server/contract/json.ts';
import type { QueryPlan } from '../../../server/contract/plan.ts';
import { t } from '../../state/locale.ts';
import { jsonLines, jsonParts } from '../../state/workbench/results-json.ts';
import { copyText } from '../widgets/copy-text.ts';

/** Pixels of a line, which the style has too. */
const lineHeight = 20;
/** Lines that are drawn above those in sight, and in all: a tall screen's, and as many again below. */
const margin = 20;
const drawn = 140;

/** A value as JSON. Only the lines in sight are on the page, however many there are. */
export function ResultsJson({ value }: { value: Json | QueryPlan }) {
  const lines = useMemo(() => jsonLines(value), [value]);
  const [first, setFirst] = useState(0);
  const from = Math.max(0, first - margin);
  return (
    <div className="results-json">
      <button type="button" className="results-json-copy" onClick={() => void copyText(lines.join('\n'))}>
        <Copy aria-hidden="true" size={16} /> {t('results.copyAll')}
      </button>
      <div
        className="results-json-frame"
        role="region"
        aria-label="JSON"
        tabIndex={0}
        onScroll={({ currentTarget }) => setFirst(Math.floor(currentTarget.scrollTop / lineHeight))}
      >
        <div style={{ height: lines.length * lineHeight }}>
          <pre style={{ translate: `0 ${from * lineHeight}px` }}>
            {lines.slice(from, from + drawn).map((line, index) => (
              <JsonLine key={from + index} line={line} />
            ))}
          </pre>
        </div>
      </div>
    </div>
  );
}

function JsonLine({ line }: { line: string }) {
  return (
    <div>
      {jsonParts(line).map(({ kind, text }, index) => (
        <span key={index} data-kind={kind}>
          {text}
        </span>
      ))}
    </div>
  );
}
