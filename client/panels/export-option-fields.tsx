import type { ExportOptions } from '../state/exporting/export-options.ts';
import type { PictureFormat } from '../state/exporting/picture-formats.ts';
import { t } from '../state/locale.ts';
import { ExportChoice } from './export-choice.tsx';
import { ExportScale } from './export-scale.tsx';

interface ExportOptionFieldsProps {
  format: PictureFormat;
  options: ExportOptions;
  onChange: (changed: Partial<ExportOptions>) => void;
}

/** What a format asks for. */
export function ExportOptionFields({ format: { isOf, asks }, options, onChange }: ExportOptionFieldsProps) {
  return (
    <div className="export-options">
      {isOf === 'both' && (
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
      {asks.includes('area') && (
        <ExportChoice
          legend={t('exporting.area')}
          name="area"
          value={options.area}
          choices={(['picture', 'sight'] as const).map((value) => ({ value, title: t(`exporting.area.${value}`) }))}
          onChange={(area) => onChange({ area })}
        />
      )}
      {asks.includes('background') && (
        <ExportChoice
          legend={t('exporting.background')}
          name="background"
          value={options.background}
          choices={(['seen', 'light', 'dark', 'none'] as const).map((value) => ({
            value,
            title: t(`exporting.background.${value}`),
          }))}
          onChange={(background) => onChange({ background })}
        />
      )}
      {asks.includes('scale') && <ExportScale options={options} onChange={(scale) => onChange({ scale })} />}
    </div>
  );
}
