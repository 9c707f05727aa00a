import { Copy, SquarePen } from 'lucide-react';
import { useCallback, useState } from 'react';
import { bringToEditor } from '../../state/workbench/bring-to-editor.ts';
import { problemSentence, t } from '../../state/locale.ts';
import { statementOf } from '../../state/query-parts.ts';
import type { QueryPart } from '../../state/query-parts.ts';
import { Choice } from '../widgets/choice.tsx';
import { copyText } from '../widgets/copy-text.ts';
import { useAnswer } from '../hooks/use-answer.ts';

interface CypherPartsProps {
  parts: readonly QueryPart[];
  onOpenEditor: () => void;
}

/** The Cypher of one of several queries with its values, to be copied or taken to the editor. */
export function CypherParts({ parts, onOpenEditor }: CypherPartsProps) {
  const [index, setIndex] = useState(0);
  const part = parts[index] ?? parts[0];
  if (!part) return null;
  return (
    <div className="cypher-parts">
      {parts.length > 1 ? (
        <Choice
          label={t('cypher.of')}
          options={parts.map(({ title }, place) => ({ id: String(place), text: title }))}
          value={String(index)}
          onChange={(id) => setIndex(Number(id))}
        />
      ) : (
        <h3>{part.title}</h3>
      )}
      <Statement key={index} part={part} onOpenEditor={onOpenEditor} />
    </div>
  );
}

function Statement({ part, onOpenEditor }: { part: QueryPart; onOpenEditor: () => void }) {
  // What is open goes on showing what it showed: the parts are made anew each time the page is.
  const [shown] = useState(part);
  const asked = useAnswer(useCallback((stopped: AbortSignal) => statementOf(shown, stopped), [shown]));
  if (asked.kind === 'failed') return <p role="alert">{problemSentence(asked.problem)}</p>;
  if (asked.kind === 'waiting') return <p className="hint">{t('page.busy')}</p>;
  const { cypher, params, isWhole } = asked.answer;
  const openEditor = (): void => {
    onOpenEditor();
    void bringToEditor({ cypher, params, name: shown.title });
  };
  return (
    <>
      <pre className="cypher-text" role="region" aria-label={t('cypher.text')} tabIndex={0} lang="en">
        {cypher}
      </pre>
      {Object.keys(params).length > 0 && (
        <pre className="cypher-text" role="region" aria-label={t('cypher.values')} tabIndex={0} lang="en">
          {JSON.stringify(params, null, 2)}
        </pre>
      )}
      {!isWhole && <p className="hint">{t('cypher.notWhole')}</p>}
      <div className="cypher-acts">
        <button type="button" onClick={() => void copyText(cypher)}>
          <Copy aria-hidden="true" size={16} /> {t('cypher.copy')}
        </button>
        {isWhole && (
          <button type="button" className="primary" onClick={openEditor}>
            <SquarePen aria-hidden="true" size={16} /> {t('cypher.edit')}
          </button>
        )}
      </div>
    </>
  );
}
