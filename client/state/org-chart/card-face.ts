import type { LabelStyle } from '../../../server/contract/data-set/styles.ts';
import type { Node } from '../../../server/contract/graph.ts';
import { qualified } from '../figures/figure-words.ts';
import { inLocale, joinWords, t } from '../locale.ts';
import { figureOf, formatProperty, labelStyleOf, localProperty, nameOf } from '../ontology.ts';
import type { ChartCard } from './chart.ts';
import { wrapText } from './wrap-text.ts';
import type { Measure } from './wrap-text.ts';

/** A number on a card: what it counts stands beside it, or below it where there is no room. */
export interface FaceFigure {
  value: string;
  of: readonly string[];
  /** Pixels from the number's start to that of what it counts; 0 where that stands below. */
  beside: number;
}

/** What stands on a card, and the room that it takes, in CSS pixels. */
export interface CardFace {
  id: string;
  name: string;
  /** The name as it is broken into lines. */
  lines: readonly string[];
  role: string;
  roleLines: readonly string[];
  /** The numbers that measure the body, each with its unit and what it counts. */
  figures: readonly FaceFigure[];
  /** How many more there are than stand on the card. */
  moreFigures: number;
  style: LabelStyle;
  /** Whether it stands for many, so that it is drawn as a stack. */
  isStack: boolean;
  width: number;
  height: number;
}

/** A card's measures. */
export const cardSizes = {
  width: 212,
  padding: 12,
  icon: 26,
  iconGap: 10,
  name: { size: 14, height: 20 },
  role: { size: 12, height: 17 },
  figure: { size: 13, height: 19 },
  /** Between the role and the figures. */
  gap: 5,
  /** How far the cards of a stack look out from below the first. */
  stack: 6,
} as const;

/** Lines of a name at most: a hundred characters fit, and thousands do not make a tower. */
const mostNameLines = 12;
const mostFigures = 3;
/** Less room than this breaks words. */
const leastBeside = 76;
/** What other fonts than the one that is measured with may need beyond it. */
const spare = 4;

/** The face of a card, in the present language. */
export function faceOf(card: ChartCard, node: Node, figures: readonly Node[], measure: Measure): CardFace {
  const { padding, icon, iconGap, stack, gap, name, role, figure } = cardSizes;
  const style = labelStyleOf(node);
  const width = cardSizes.width - 2 * padding - icon - iconGap - spare;
  // What counts the body comes before a series that tells how something of it changed.
  const sorted = [...figures.filter((each) => !isDated(each)), ...figures.filter(isDated)];
  const texts = sorted.slice(0, mostFigures).map((each) => ({ value: numberOf(each), of: nameOf(each) }));
  const roleText = roleOf(card, style);
  const lines = wrapText(nameOf(node), { width, size: name.size, weight: 600, mostLines: mostNameLines }, measure);
  const roleLines = wrapText(roleText, { width, size: role.size, weight: 400, mostLines: 2 }, measure);
  const shown = texts.map(({ value, of }) => {
    const valueWidth = measure(`${value}  `, figure.size, 600);
    const beside = width - valueWidth < leastBeside ? 0 : valueWidth;
    const setting = { width: width - beside, size: role.size, weight: 400, mostLines: 2 } as const;
    return { value, beside, of: wrapText(of, setting, measure) };
  });
  const more = figures.length - shown.length;
  const figureLines = shown.reduce((sum, { of, beside }) => sum + of.length + (beside === 0 ? 1 : 0), more > 0 ? 1 : 0);
  const height =
    2 * padding +
    lines.length * name.height +
    roleLines.length * role.height +
    (figureLines > 0 ? gap + figureLines * figure.height : 0);
  return {
    id: card.id,
    name: nameOf(node),
    lines,
    role: roleText,
    roleLines,
    figures: shown,
    moreFigures: more,
    style,
    isStack: style.isCollective,
    width: cardSizes.width + (style.isCollective ? stack : 0),
    height: height + (style.isCollective ? stack : 0),
  };
}

const isDated = ({ properties }: Node): boolean => (properties['at'] ?? properties['period']) !== undefined;

/** What the body is, and as what it belongs to the one above it. */
function roleOf({ by }: ChartCard, style: LabelStyle): string {
  const role = by && formatProperty('role', localProperty(by.properties, 'role'));
  return joinWords([inLocale(style.title), ...(role ? [role] : [])]);
}

/** A figure's number with its unit, and how near it is where it is not exact. */
function numberOf(figure: Node): string {
  const number = figureOf(figure) ?? formatProperty('value', figure.properties['value']);
  return qualified(String(figure.properties['qualifier'] ?? ''), number);
}

/** A card in one sentence, for who hears it. */
export const spokenFace = ({ name, role, figures, moreFigures }: CardFace): string =>
  joinWords([
    name,
    role,
    ...figures.map(({ value, of }) => `${of.join('')} ${value}`),
    ...(moreFigures > 0 ? [t('chart.moreFigures', { n: moreFigures })] : []),
  ]);
