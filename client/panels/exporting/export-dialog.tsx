import { Download, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { usualOptions } from '../../state/exporting/export-options.ts';
import type { ExportOptions } from '../../state/exporting/export-options.ts';
import { offeredFormats, pictureFormats } from '../../state/exporting/picture-formats.ts';
import type { PictureFormat } from '../../state/exporting/picture-formats.ts';
import { exportState, runExport, stopExport } from '../../state/exporting/run-export.ts';
import { t } from '../../state/locale.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { ExportChoice } from './export-choice.tsx';
import { ExportEnd } from './export-end.tsx';
import { ExportOptionFields } from './export-option-fields.tsx';
import { saveFile } from './save-file.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Takes along what is on screen, or the whole data set, as a file of a format that the reader chooses. */
export function ExportDialog() {
  const [name, setName] = useState<string>(pictureFormats[0].name);
  const [options, setOptions] = useState(usualOptions);
  const state = useSignal(exportState);
  // What one dialog began, or told, is none of the next one's.
  useEffect(() => stopExport, []);
  const format: PictureFormat = pictureFormats.find((one) => one.name === name) ?? pictureFormats[0];
  const chosen = whatIsPossible(format, options);
  const isRunning = state?.kind === 'running';
  const change = (changed: Partial<ExportOptions>): void => {
    stopExport();
    setOptions({ ...options, ...changed });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRunning) stopExport();
    else void runExport(format, chosen, saveFile);
  };
  return (
    <DialogFrame title={t('exporting.title')}>
      <form className="export-dialog" onSubmit={submit}>
        <div className="export-columns">
          <ExportChoice
            legend={t('exporting.format')}
            name="format"
            value={name}
            choices={offeredFormats().map((one) => ({
              value: one.name,
              title: t(`exporting.format.${one.name}`),
              hint: t(`exporting.hint.${one.name}`),
            }))}
            onChange={(value) => {
              stopExport();
              setName(value);
            }}
          />
          <ExportOptionFields format={format} options={chosen} onChange={change} />
        </div>
        <footer className="export-foot">
          <ExportEnd />
          <button type="submit" className="primary">
            {isRunning ? <Square aria-hidden="true" size={16} /> : <Download aria-hidden="true" size={16} />}{' '}
            {t(isRunning ? 'exporting.stop' : 'exporting.start')}
          </button>
        </footer>
      </form>
    </DialogFrame>
  );
}

/** The reader's choice, but for what the format cannot have in it. */
const whatIsPossible = ({ isOf }: PictureFormat, options: ExportOptions): ExportOptions => ({
  ...options,
  what: isOf === 'both' ? options.what : isOf,
});
