import type { ExportOptions } from '../../state/exporting/export-options.ts';
import { pageSizes } from '../../state/exporting/pdf/page-frame.ts';
import type { PageSize } from '../../state/exporting/pdf/page-frame.ts';
import type { CsvOptions } from '../../state/exporting/write-csv.ts';
import type { PictureFormat } from '../../state/exporting/picture-formats.ts';
import { t } from '../../state/locale.ts';
import { surface } from '../../state/view/view.ts';
import { ExportChoice } from './export-choice.tsx';
import { ExportScale } from './export-scale.tsx';

interface ExportOptionFieldsProps {
  format: PictureFormat;
  options: ExportOptions;
  onChange: (changed: Partial<ExportOptions>) => void;
}

/** What a format asks for. */
export function ExportOptionFields({ format: { isOf, asks, note }, options, onChange }: ExportOptionFieldsProps) {
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
      {/* Of the chart, all is taken. */}
      {asks.includes('area') && surface.value === 'picture' && (
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
      {asks.includes('page') && (
        <ExportChoice
          legend={t('exporting.page')}
          name="page"
          value={options.page}
          choices={pageSizes.map((value) => ({ value, title: pageTitle(value) }))}
          onChange={(page) => onChange({ page })}
        />
      )}
      {asks.includes('rows') && (
        <ExportChoice
          legend={t('exporting.rows')}
          name="rows"
          value={options.rows}
          choices={(['nodes', 'relationships'] as const).map((value) => ({
            value,
            title: t(`exporting.rows.${value}`),
          }))}
          onChange={(rows) => onChange({ rows })}
        />
      )}
      {asks.includes('csv') && <CsvChoices options={options.csv} onChange={(csv) => onChange({ csv })} />}
      {asks.includes('scale') && <ExportScale options={options} onChange={(scale) => onChange({ scale })} />}
      {note !== undefined && <p className="hint">{t(note)}</p>}
    </div>
  );
}

/** Paper is called alike everywhere. */
const pageTitle = (size: PageSize): string => (size === 'drawing' ? t('exporting.page.drawing') : size.toUpperCase());

interface CsvChoicesProps {
  options: CsvOptions;
  onChange: (options: CsvOptions) => void;
}

/** What makes CSV safe for a spreadsheet, and lets Excel read it. */
function CsvChoices({ options, onChange }: CsvChoicesProps) {
  const words = { escapeFormulas: 'export.escape', bom: 'export.bom' } as const;
  return (
    <fieldset className="export-choice">
      <legend>{t('export.forCsv')}</legend>
      {(['escapeFormulas', 'bom'] as const).map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={options[name]}
            onChange={() => onChange({ ...options, [name]: !options[name] })}
          />
          <span>{t(words[name])}</span>
        </label>
      ))}
    </fieldset>
  );
}
