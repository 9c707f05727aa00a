import type { Drawing, GroupShape, PathShape, Shape, TextShape } from '../picture/shapes.ts';
import { rounded } from './rounded.ts';
import { escapedXml } from './xml-text.ts';

/** Fonts that have Chinese on the systems that there are; the last is what any viewer has. */
const fonts =
  "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Zen Hei', sans-serif";

/**
 * A drawing as SVG 1.1, which any viewer opens: text is text, in fonts that are there, and each thing says in its title
 * what it is. Nothing is fetched from elsewhere.
 */
export function writeSvg({ title, box, background, shapes }: Drawing): string {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(rounded);
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${background}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" ` +
      `height="${height}" viewBox="${x} ${y} ${width} ${height}" role="img" font-family="${escapedXml(fonts)}">`,
    `<title>${escapedXml(title)}</title>`,
    `<desc>${escapedXml(namesIn(shapes).join('; '))}</desc>`,
    ...(background === null ? [] : [ground]),
    ...new SvgLines().of(shapes),
    '</svg>',
    '',
  ].join('\n');
}

/** What the things of a drawing are called, each once: a description for those who do not see it. */
const namesIn = (shapes: readonly Shape[]): string[] => [
  ...new Set(shapes.flatMap((shape) => (shape.kind === 'group' && shape.title !== '' ? [shape.title] : []))),
];

/** Shapes as elements, a line each; it counts the texts, so that each has an id of its own. */
class SvgLines {
  #texts = 0;

  of(shapes: readonly Shape[]): string[] {
    return shapes.flatMap((shape) => {
      if (shape.kind === 'path') return [pathLine(shape)];
      return shape.kind === 'text' ? this.#textLines(shape) : this.#groupLines(shape);
    });
  }

  #groupLines({ title, shapes, link }: GroupShape): string[] {
    const group = ['<g>', ...(title === '' ? [] : [titleOf(title)]), ...this.of(shapes), '</g>'];
    // The older name of the attribute is the one that all viewers know.
    return link === undefined ? group : [`<a xlink:href="${escapedXml(link)}">`, ...group, '</a>'];
  }

  /** The rim is the same text once more, below the letters: not all viewers know `paint-order`, and none finds it twice. */
  #textLines(shape: TextShape): string[] {
    if (!shape.halo) return [textLine(shape)];
    this.#texts += 1;
    const id = `t${this.#texts}`;
    const stroke = `stroke="${shape.halo.colour}" stroke-width="${rounded(2 * shape.halo.width)}" stroke-linejoin="round"`;
    return [`<use xlink:href="#${id}" ${stroke}/>`, textLine(shape, id)];
  }
}

const titleOf = (title: string): string => `<title>${escapedXml(title)}</title>`;

function pathLine({ d, fill, stroke, opacity, title }: PathShape): string {
  const attributes = [`d="${d}"`, `fill="${fill ?? 'none'}"`, ...opacityOf(opacity)];
  if (stroke) {
    attributes.push(`stroke="${stroke.colour}"`, `stroke-width="${rounded(stroke.width)}"`);
    if (stroke.dash.length > 0) attributes.push(`stroke-dasharray="${stroke.dash.map(rounded).join(' ')}"`);
    if (stroke.isRound) attributes.push('stroke-linecap="round"', 'stroke-linejoin="round"');
  }
  const start = `<path ${attributes.join(' ')}`;
  return title === undefined ? `${start}/>` : `${start}>${titleOf(title)}</path>`;
}

function textLine({ x, y, text, size, weight, colour, anchor, angle = 0, opacity }: TextShape, id?: string): string {
  const [left, base] = [rounded(x), rounded(y)];
  const attributes = [
    ...(id === undefined ? [] : [`id="${id}"`]),
    `x="${left}" y="${base}" font-size="${rounded(size)}"`,
    ...(weight === 400 ? [] : [`font-weight="${weight}"`]),
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(angle === 0 ? [] : [`transform="rotate(${rounded(angle)} ${left} ${base})"`]),
    ...opacityOf(opacity),
    `fill="${colour}"`,
  ];
  return `<text ${attributes.join(' ')}>${escapedXml(text)}</text>`;
}

const opacityOf = (opacity = 1): string[] => (opacity === 1 ? [] : [`opacity="${rounded(opacity)}"`]);
