import { Download, Square } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { shownFormats } from '../../state/exporting/shown-formats.ts';
import type { FormatName, Shown } from '../../state/exporting/shown-formats.ts';
import { megabytes, mostExported, stopTaking, takeAll, takingAll } from '../../state/exporting/take-all.ts';
import type { CsvOptions } from '../../state/exporting/write-csv.ts';
import { t } from '../../state/locale.ts';
import { notify } from '../../state/notices.ts';
import type { OwnQuery } from '../../state/workbench/own-query.ts';
import { saveFile } from './save-file.ts';
import { useSignal } from '../hooks/use-signal.ts';

const names = ['csv', 'json', 'ndjson', 'graphml', 'cypher'] as const satisfies readonly FormatName[];

interface ExportMenuProps extends Shown {
  query: OwnQuery;
  onDone: () => void;
}

/** What is shown, or all that the query answers, as a file in one of several formats. */
export function ExportMenu({ query, onDone, ...shown }: ExportMenuProps) {
  const [isWhole, setWhole] = useState(false);
  const [options, setOptions] = useState<CsvOptions>({ bom: false, escapeFormulas: true });
  const taking = useSignal(takingAll);
  const hasGraph = shown.answer.graph.nodes.length > 0;
  const save = (name: FormatName): void => {
    if (isWhole) {
      if (name !== 'graphml' && name !== 'cypher') void takeAll(query, name, options, saveFile);
      return;
    }
    const { extension, mediaType, write } = shownFormats[name];
    const file = `results.${extension}`;
    saveFile(file, new Blob([write(shown, options)], { type: mediaType }));
    notify({ kind: 'word', word: 'export.saved', values: { name: file } });
    onDone();
  };
  return (
    <div className="export-menu">
      <fieldset>
        <legend>{t('export.what')}</legend>
        <Pick isOn={!isWhole} hint={t('export.shownHint', { n: shown.lines.length })} onPick={() => setWhole(false)}>
          {t('export.shown')}
        </Pick>
        <Pick isOn={isWhole} hint={t('export.allHint', { n: mostExported })} onPick={() => setWhole(true)}>
          {t('export.all')}
        </Pick>
      </fieldset>
      <div className="export-formats">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            disabled={taking !== null || (shownFormats[name].isOfGraph && (isWhole || !hasGraph))}
            onClick={() => save(name)}
          >
            <Download aria-hidden="true" size={16} /> {t(`export.${name}`)}
          </button>
        ))}
        {isWhole && <p className="hint">{t('export.onlyShown')}</p>}
      </div>
      {taking && (
        <p className="export-taking" role="status">
          {t('export.running', { size: megabytes(taking.bytes) })}{' '}
          <button type="button" onClick={stopTaking}>
            <Square aria-hidden="true" size={14} /> {t('export.stop')}
          </button>
        </p>
      )}
      <CsvChoices options={options} isWhole={isWhole} onChange={setOptions} />
    </div>
  );
}

interface PickProps {
  isOn: boolean;
  hint: string;
  onPick: () => void;
  children: ReactNode;
}

function Pick({ isOn, hint, onPick, children }: PickProps) {
  return (
    <label>
      <input type="radio" name="export-what" checked={isOn} onChange={onPick} />
      <span>
        {children} <small>{hint}</small>
      </span>
    </label>
  );
}

interface CsvChoicesProps {
  options: CsvOptions;
  isWhole: boolean;
  onChange: (options: CsvOptions) => void;
}

function CsvChoices({ options, isWhole, onChange }: CsvChoicesProps) {
  const { bom, escapeFormulas } = options;
  return (
    <fieldset>
      <legend>{t('export.forCsv')}</legend>
      <label>
        <input
          type="checkbox"
          checked={escapeFormulas}
          onChange={() => onChange({ ...options, escapeFormulas: !escapeFormulas })}
        />
        <span>{t('export.escape')}</span>
      </label>
      <label>
        <input type="checkbox" checked={bom} onChange={() => onChange({ ...options, bom: !bom })} />
        <span>{t('export.bom')}</span>
      </label>
      <p className="hint">{t(isWhole ? 'export.csvAll' : 'export.csvShown')}</p>
    </fieldset>
  );
}
