import { useEffect, useState } from 'react';
import { drawShown } from '../../state/exporting/draw-shown.ts';
import type { ExportOptions } from '../../state/exporting/export-options.ts';
import { isTooLarge, pixelsOf, valuesOfTooLarge } from '../../state/exporting/write-png.ts';
import { formatNumber, t } from '../../state/locale.ts';
import type { Drawing } from '../../state/picture/shapes.ts';
import { ExportChoice } from './export-choice.tsx';

const scales = ['1', '2', '3', '4'] as const;
const factors: Record<(typeof scales)[number], ExportOptions['scale']> = { 1: 1, 2: 2, 3: 3, 4: 4 };

interface ExportScaleProps {
  options: ExportOptions;
  onChange: (scale: ExportOptions['scale']) => void;
}

/** How many pixels the picture gets; those that would be too many cannot be chosen. */
export function ExportScale({ options, onChange }: ExportScaleProps) {
  const drawing = useDrawing(options.area);
  const pixels = drawing && pixelsOf(drawing, options.scale);
  const value = scales[options.scale - 1] ?? '1';
  return (
    <div>
      <ExportChoice
        legend={t('exporting.scale')}
        name="scale"
        isInLine
        value={value}
        choices={scales.map((scale) => ({
          value: scale,
          title: t('exporting.scaleTimes', { n: factors[scale] }),
          isDisabled: drawing !== null && isTooLarge(pixelsOf(drawing, factors[scale])),
        }))}
        onChange={(scale) => onChange(factors[scale])}
      />
      {pixels && (
        <p className="hint">
          {isTooLarge(pixels)
            ? t('exporting.tooManyPixels', valuesOfTooLarge(pixels))
            : t('exporting.pixels', { width: formatNumber(pixels.width), height: formatNumber(pixels.height) })}
        </p>
      )}
    </div>
  );
}

/** What would be drawn; null until that is known. Its size depends on no more than the part that is taken. */
function useDrawing(area: ExportOptions['area']): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let isWanted = true;
    drawShown({ area, background: 'seen' })
      .then((made) => isWanted && setDrawing(made))
      // That there is no picture is told where it is asked for.
      .catch(() => setDrawing(null));
    return () => {
      isWanted = false;
    };
  }, [area]);
  return drawing;
}
