import type { FigureChart } from '../figures/figure-charts.ts';
import { figuresOfChart } from '../figures/figure-charts.ts';
import { pointsOf, scaleOfBars, scaleOfLine, shareOf } from '../figures/figure-scale.ts';
import { axisText, describeFigure, scopeOfChart, timeText, valueText } from '../figures/figure-words.ts';
import type { Figure } from '../figures/figures.ts';
import { formatNumber } from '../locale.ts';
import { nameOfId } from '../picture/picture.ts';
import type { Drawing, PathShape, Shape, TextShape } from '../picture/shapes.ts';
import { circlePath, linePath, rectanglePath } from './basic-shapes.ts';

/** Colours of a scheme, as `#rrggbb`. */
type Colours = Record<'ground' | 'ink' | 'line' | 'muted' | 'accent', string>;

const margin = 24;
const leastWidth = 480;
const plotHeight = 140;
const axisWidth = 64;
const rowHeight = 40;
const barHeight = 8;
const wholeHeight = 28;

/** A chart as a drawing of its own, as wide as its longest text: title, what it is of, and each figure with its name. */
export function drawFigures(chart: FigureChart, title: string, colours: Colours): Drawing {
  const scope = scopeOfChart(chart);
  const texts = [
    title,
    scope,
    ...figuresOfChart(chart).map((figure) => `${nameOfId(figure.id)}  ${valueText(figure)}`),
  ];
  const width = Math.max(leastWidth, 2 * margin + Math.max(...texts.map((text) => widthOf(text, 15))));
  const top = margin + 56;
  const pen = new Pen(colours, width);
  const body = chart.kind === 'series' ? pen.series(chart.figures, top) : pen.rows(chart, top);
  return {
    title: `${title} ${scope}`.trim(),
    box: { x: 0, y: 0, width, height: body.bottom + margin },
    background: colours.ground,
    shapes: [
      pen.text(title, margin, margin + 14, { size: 16, weight: 600 }),
      pen.text(scope, margin, margin + 36, { colour: colours.muted }),
      ...body.shapes,
    ],
  };
}

/** As wide as a text may be: a Chinese character is as wide as the font is high. */
const widthOf = (text: string, size: number): number =>
  size * Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? 0.62 : 1), 0);

interface Part {
  shapes: Shape[];
  bottom: number;
}

/** Draws in the colours of one scheme. */
class Pen {
  readonly #colours: Colours;
  readonly #width: number;

  constructor(colours: Colours, width: number) {
    this.#colours = colours;
    this.#width = width;
  }

  text(text: string, x: number, y: number, more: Partial<TextShape> = {}): TextShape {
    const usual = { size: 13, weight: 400, colour: this.#colours.ink, anchor: 'start', halo: null } as const;
    return { kind: 'text', text, x, y, ...usual, ...more };
  }

  /** Figures over time: a line with a mark for each, and the axis in words, since it need not begin at zero. */
  series(figures: readonly Figure[], top: number): Part {
    const { line, muted, accent, ground } = this.#colours;
    // A line that falls to the point goes behind the number.
    const halo = { colour: ground, width: 3 };
    const scale = scaleOfLine(figures.map(({ value }) => value));
    const [left, right, bottom] = [margin + axisWidth, this.#width - margin - axisWidth, top + plotHeight];
    const heightOf = (share: number): number => bottom - share * plotHeight;
    const points = pointsOf(figures, scale).map(({ figure, x, y, side }) => ({
      figure,
      side,
      x: left + x * (right - left),
      y: heightOf(y),
    }));
    const grid = scale.ticks.flatMap((tick): Shape[] => {
      const y = heightOf(shareOf(tick, scale));
      const ends = [
        { x: left, y },
        { x: right, y },
      ];
      return [
        this.#stroke(linePath(ends), line, 0.5),
        this.text(formatNumber(tick), left - 28, y + 4, { anchor: 'end', size: 12, colour: muted }),
      ];
    });
    const marks = points.map(({ figure, x, y, side }): Shape => {
      const told = [
        this.text(valueText(figure), x, y - 12, { anchor: side, weight: 600, halo }),
        this.text(timeText(figure), x, bottom + 20, { anchor: 'middle', size: 12, colour: muted }),
      ];
      return {
        kind: 'group',
        title: describeFigure(figure),
        shapes: [this.#mark(circlePath(x, y, 5), figure), ...told],
      };
    });
    const words = this.text(axisText(figures), margin, bottom + 46, { size: 12, colour: muted });
    return { shapes: [...grid, this.#stroke(linePath(points), accent, 2), ...marks, words], bottom: bottom + 46 };
  }

  /** Figures below each other, each with a bar from zero; above the parts of a whole, the bar that they fill. */
  rows(chart: FigureChart, top: number): Part {
    const all = figuresOfChart(chart);
    const whole = chart.kind === 'whole' ? this.#whole(chart.figures, top) : [];
    const first = whole.length > 0 ? top + wholeHeight + 16 : top;
    const scale = scaleOfBars(all.map(({ value }) => value));
    const length = this.#width - 2 * margin;
    const rows = all.map((figure, index): Shape => {
      const y = first + index * rowHeight;
      const [from, to] = [0, figure.value].map((value) => margin + shareOf(value, scale) * length).toSorted(ascending);
      const box = { x: from ?? 0, y: y + 20, width: Math.max(1, (to ?? 0) - (from ?? 0)), height: barHeight };
      const shapes = [
        this.text(nameOfId(figure.id), margin, y + 14),
        this.text(valueText(figure), this.#width - margin, y + 14, { anchor: 'end', weight: 600 }),
        this.#mark(rectanglePath(box, 0), figure),
      ];
      return { kind: 'group', title: describeFigure(figure), shapes };
    });
    return { shapes: [...whole, ...rows], bottom: first + all.length * rowHeight };
  }

  #whole(figures: readonly Figure[], top: number): Shape[] {
    const sum = figures.reduce((before, { value }) => before + value, 0);
    const length = this.#width - 2 * margin;
    let x = margin;
    return figures.flatMap((figure): Shape[] => {
      const width = (length * figure.value) / sum;
      const box = { x, y: top, width, height: wholeHeight };
      x += width;
      const number = this.text(formatNumber(figure.value), box.x + width / 2, top + 19, {
        anchor: 'middle',
        weight: 600,
      });
      const rim = this.#stroke(rectanglePath(box, 0), this.#colours.accent, 1.5, figure.isDerived);
      return widthOf(number.text, number.size) < width ? [rim, number] : [rim];
    });
  }

  /** A mark of a figure: what is derived is hollow. */
  #mark(d: string, { isDerived }: Figure): PathShape {
    const { accent, ground } = this.#colours;
    return { ...this.#stroke(d, accent, 2), fill: isDerived ? ground : accent };
  }

  #stroke(d: string, colour: string, width: number, isDashed = false): PathShape {
    return { kind: 'path', d, fill: null, stroke: { colour, width, dash: isDashed ? [4, 3] : [] } };
  }
}

const ascending = (one: number, other: number): number => one - other;
