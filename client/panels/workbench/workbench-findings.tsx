import { CircleX, TriangleAlert } from 'lucide-react';
import { t } from '../../state/locale.ts';
import { activeTab } from '../../state/workbench/workbench.ts';
import { editorControls, findings, longestQuery, positionOf } from '../../state/workbench/workbench-editor.ts';
import type { EditorControls, Finding } from '../../state/workbench/workbench-editor.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** What is wrong in the text, first to last one at a time; and what the editor has to do without. */
export function WorkbenchFindings() {
  const list = useSignal(findings);
  const { cypher } = useSignal(activeTab);
  const controls = useSignal(editorControls);
  // Not a Blob's size: that asks the browser's own process, at each key.
  const bytes = new TextEncoder().encode(cypher).length;
  const [first] = list;
  return (
    <div className="workbench-findings" role="status">
      {bytes > longestQuery && <p className="warn">{t('editor.longQuery', { n: bytes, most: longestQuery })}</p>}
      {first && (
        <button
          type="button"
          className="workbench-finding"
          data-severity={first.severity}
          title={t('editor.goToFinding')}
          onClick={() => controls?.show(positionOf(cypher, first.from))}
        >
          {first.severity === 'error' ? (
            <CircleX aria-hidden="true" size={15} />
          ) : (
            <TriangleAlert aria-hidden="true" size={15} />
          )}
          <span>{t('editor.place', { ...positionOf(cypher, first.from), sentence: first.sentence() })}</span>
        </button>
      )}
      {first && controls && <Suggestions finding={first} controls={controls} />}
      {list.length > 1 && <span className="count">{t('editor.moreFindings', { n: list.length - 1 })}</span>}
      {controls && <LanguageLost controls={controls} />}
    </div>
  );
}

/** Names that may have been meant, each to be put in the place of the one that is unknown. */
function Suggestions({ finding, controls }: { finding: Finding; controls: EditorControls }) {
  const { cypher } = useSignal(activeTab);
  if (finding.suggestions.length === 0) return null;
  return (
    <span className="workbench-meant">
      {t('results.meant')}{' '}
      {finding.suggestions.map((name) => (
        <button
          key={name}
          type="button"
          className="link"
          onClick={() => controls.replace(positionOf(cypher, finding.from), name)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

/** Says that the language worker is lost, and offers to fetch it once more. */
function LanguageLost({ controls }: { controls: EditorControls }) {
  const state = useSignal(controls.language);
  if (state !== 'lost') return null;
  return (
    <p>
      {t('editor.lost')}{' '}
      <button type="button" className="link" onClick={() => controls.restartLanguage()}>
        {t('page.retry')}
      </button>
    </p>
  );
}
