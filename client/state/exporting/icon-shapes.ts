import { iconSource } from '../picture/icons.ts';
import type { PathShape } from '../picture/shapes.ts';
import { circlePath, rectanglePath } from './basic-shapes.ts';
import { placePath } from './place-path.ts';

/** Units across the square in which icons are drawn, and the width of their strokes in it. */
const square = 24;
const strokeWidth = 2;

/**
 * An icon as shapes.
 * @param middle where its middle comes to lie
 * @param size how large it is across
 */
export function iconShapes(
  name: string,
  colour: string,
  middle: { x: number; y: number },
  size: number,
  opacity = 1,
): PathShape[] {
  return svgShapes(iconSource(name), { colour, middle, size, strokeWidth, opacity });
}

/** The SVG text of an icon as shapes. */
export const svgShapes = (svg: string, options: StrokeOptions): PathShape[] => strokeShapes(pathsIn(svg), options);

interface StrokeOptions {
  colour: string;
  middle: { x: number; y: number };
  /** Of the square of 24 that the paths are drawn in. */
  size: number;
  /** In that square. */
  strokeWidth: number;
  opacity: number;
}

/** Paths in a square of 24 as lines with round ends. */
export function strokeShapes(paths: readonly string[], options: StrokeOptions): PathShape[] {
  const { colour, middle, size, opacity } = options;
  const scale = size / square;
  const placing = { x: middle.x - size / 2, y: middle.y - size / 2, scale };
  const stroke = { colour, width: options.strokeWidth * scale, dash: [], isRound: true };
  return paths.map((d) => ({ kind: 'path', d: placePath(d, placing), fill: null, stroke, opacity }));
}

/** The drawn elements of an icon, each as path data. Its files are plain: one element after the other. */
const pathsIn = (svg: string): string[] =>
  [...svg.matchAll(/<(path|circle|rect|line)\s([^>]*)\/>/g)].map(([, element = '', text = '']) => {
    const values = new Map([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
    const of = (name: string): number => Number(values.get(name) ?? 0);
    switch (element) {
      case 'circle':
        return circlePath(of('cx'), of('cy'), of('r'));
      case 'rect':
        return rectanglePath({ x: of('x'), y: of('y'), width: of('width'), height: of('height') }, of('rx'));
      case 'line':
        return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
      default:
        return values.get('d') ?? '';
    }
  });
