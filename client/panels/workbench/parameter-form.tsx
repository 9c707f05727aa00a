import { useState } from 'react';
import { t } from '../../state/locale.ts';
import { parametersOfText } from '../../state/workbench/parameters-of-text.ts';
import { activeTab } from '../../state/workbench/workbench.ts';
import { parametersOf } from '../../state/workbench/workbench-parameters.ts';
import { ParameterField } from './parameter-field.tsx';
import { ParameterJson } from './parameter-json.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The values of the parameters that the query's text asks for: a field for each, or all of them as JSON. */
export function ParameterForm() {
  const tab = useSignal(activeTab);
  const [isJson, setJson] = useState(false);
  const names = parametersOfText(tab.cypher);
  if (names.length === 0) return null;
  const { mistakes, jsonMistake } = parametersOf(tab);
  const isJsonShown = isJson || jsonMistake !== null;
  return (
    <section className="parameters" aria-label={t('parameters.title')}>
      <header className="parameters-bar">
        <h3>
          {t('parameters.title')} <span className="count">{names.length}</span>
        </h3>
        <div className="segments" role="group" aria-label={t('parameters.view')}>
          <button
            type="button"
            aria-pressed={!isJsonShown}
            disabled={jsonMistake !== null}
            onClick={() => setJson(false)}
          >
            {t('parameters.form')}
          </button>
          <button type="button" aria-pressed={isJsonShown} onClick={() => setJson(true)}>
            {t('parameters.jsonView')}
          </button>
        </div>
      </header>
      {isJsonShown ? (
        <ParameterJson tab={tab} mistake={jsonMistake} />
      ) : (
        <ul className="parameters-list">
          {names.map(({ name, isCount }) => (
            <ParameterField
              key={name}
              name={name}
              tab={tab}
              usual={isCount ? 'integer' : 'text'}
              // What nobody has touched yet is no mistake, unless the query was to be run without it.
              mistake={tab.isTried || tab.parameters.has(name) ? mistakes.get(name) : undefined}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
