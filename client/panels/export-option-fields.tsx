import type { ExportOptions } from '../state/exporting/export-options.ts';
import type { PictureFormat } from '../state/exporting/picture-formats.ts';
import { t } from '../state/locale.ts';
import { ExportChoice } from './export-choice.tsx';

interface ExportOptionFieldsProps {
  format: PictureFormat;
  options: ExportOptions;
  onChange: (changed: Partial<ExportOptions>) => void;
}

/** What a format asks for. */
export function ExportOptionFields({ format, options, onChange }: ExportOptionFieldsProps) {
  return (
    <div className="export-options">
      {format.isOf === 'both' && (
        <ExportChoice
          legend={t('exporting.what')}
          name="what"
          value={options.what}
          choices={(['shown', 'all'] as const).map((value) => ({
            value,
            title: t(`exporting.what.${value}`),
            hint: t(`exporting.whatHint.${value}`),
          }))}
          onChange={(what) => onChange({ what })}
        />
      )}
    </div>
  );
}
