import { useId } from 'react';
import { joinWords, t } from '../../state/locale.ts';
import type { DraftMistake } from '../../state/workbench/parameter-drafts.ts';
import type { Tab } from '../../state/workbench/workbench.ts';
import { jsonOf, mistakeSentence, parametersOf, writeJson } from '../../state/workbench/workbench-parameters.ts';

/** All parameters of a query as one JSON object; where it is none, the place is told. */
export function ParameterJson({ tab, mistake }: { tab: Tab; mistake: DraftMistake | null }) {
  const note = useId();
  const text = jsonOf(tab);
  const missing = [...parametersOf(tab).mistakes.keys()];
  const isWrong = mistake !== null || (tab.isTried && missing.length > 0);
  return (
    <div className="parameters-json">
      <textarea
        aria-label={t('parameters.asJson')}
        aria-invalid={isWrong}
        aria-describedby={note}
        spellCheck={false}
        rows={Math.min(8, Math.max(3, text.split('\n').length))}
        value={text}
        onChange={({ target }) => writeJson(tab, target.value)}
      />
      <p id={note} className={isWrong ? 'warn' : 'hint'} role={isWrong ? 'alert' : undefined}>
        {mistake
          ? mistakeSentence(text, mistake)
          : t(missing.length > 0 ? 'parameters.stillMissing' : 'parameters.jsonHint', { names: joinWords(missing) })}
      </p>
    </div>
  );
}
