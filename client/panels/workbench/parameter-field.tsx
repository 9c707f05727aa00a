import { useEffect, useId, useMemo } from 'react';
import { t } from '../../state/locale.ts';
import { learnNodes } from '../../state/picture/node-choices.ts';
import { convertDraft, parameterKinds } from '../../state/workbench/parameter-drafts.ts';
import type { DraftMistake, ParameterDraft, ParameterKind } from '../../state/workbench/parameter-drafts.ts';
import type { Tab } from '../../state/workbench/workbench.ts';
import { mistakeSentence, writeParameter } from '../../state/workbench/workbench-parameters.ts';
import { QuestionNodeBlank } from '../questions/question-node-blank.tsx';

interface ParameterFieldProps {
  name: string;
  tab: Tab;
  /** The kind that it has until the reader chooses one. */
  usual: ParameterKind;
  mistake: DraftMistake | undefined;
}

/** One parameter: its name, its kind, and a field that suits the kind. */
export function ParameterField({ name, tab, usual, mistake }: ParameterFieldProps) {
  const id = useId();
  const draft = tab.parameters.get(name) ?? { kind: usual, text: '' };
  const write = (text: string): void => writeParameter(tab, name, { kind: draft.kind, text });
  return (
    <li className="parameter">
      <label htmlFor={id}>
        <code>${name}</code>
      </label>
      <select
        aria-label={t('parameters.kindOf', { name })}
        value={draft.kind}
        onChange={({ target }) => {
          const kind = parameterKinds.find((known) => known === target.value) ?? usual;
          writeParameter(tab, name, convertDraft(draft, kind));
        }}
      >
        {parameterKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`parameters.${kind}`)}
          </option>
        ))}
      </select>
      <ValueField id={id} name={name} draft={draft} isWrong={mistake !== undefined} onWrite={write} />
      {mistake && (
        <p id={`${id}-mistake`} className="warn">
          {mistakeSentence(draft.text, mistake)}
        </p>
      )}
    </li>
  );
}

interface ValueFieldProps {
  id: string;
  name: string;
  draft: ParameterDraft;
  isWrong: boolean;
  onWrite: (text: string) => void;
}

function ValueField({ id, name, draft: { kind, text }, isWrong, onWrite }: ValueFieldProps) {
  const common = {
    id,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? `${id}-mistake` : undefined,
    spellCheck: false,
    autoComplete: 'off',
    value: text,
  } as const;
  switch (kind) {
    case 'boolean':
      return (
        <select {...common} onChange={({ target }) => onWrite(target.value)}>
          <option value="" disabled>
            {t('parameters.choose')}
          </option>
          <option value="true">{t('parameters.true')}</option>
          <option value="false">{t('parameters.false')}</option>
        </select>
      );
    case 'list':
    case 'json':
      return (
        <textarea
          {...common}
          rows={Math.min(6, text.split('\n').length + (kind === 'list' ? 1 : 0))}
          placeholder={t(kind === 'list' ? 'parameters.listHint' : 'parameters.jsonExample')}
          onChange={({ target }) => onWrite(target.value)}
        />
      );
    case 'node':
      return <NodeField id={id} name={name} value={text} isWrong={isWrong} onChange={onWrite} />;
    default:
      return (
        <input
          {...common}
          inputMode={kind === 'text' ? 'text' : kind === 'integer' ? 'numeric' : 'decimal'}
          onChange={({ target }) => onWrite(target.value)}
        />
      );
  }
}

interface NodeFieldProps {
  id: string;
  name: string;
  value: string;
  isWrong: boolean;
  onChange: (id: string) => void;
}

/** Any node of the graph, by its name; its id is the value. */
function NodeField({ id, name, value, isWrong, onChange }: NodeFieldProps) {
  const blank = useMemo(() => {
    const title = { zh: `$${name}`, en: `$${name}` };
    return { kind: 'node' as const, title, labels: [], kinds: [], default: '' };
  }, [name]);
  // One that was chosen on an earlier visit is known by its id only.
  useEffect(() => {
    if (value === '') return undefined;
    const controller = new AbortController();
    learnNodes([value], controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, [value]);
  const mistakeId = isWrong ? `${id}-mistake` : undefined;
  return <QuestionNodeBlank id={id} blank={blank} value={value} mistakeId={mistakeId} onChange={onChange} />;
}
