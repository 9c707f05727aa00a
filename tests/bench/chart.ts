import type { Page } from 'playwright-core';
import { seededChance } from '../../client/layout/seeded-chance.ts';
import type { Answer } from '../../server/contract/answer.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import { desktop, openBrowser } from './browser.ts';
import { openFirstPicture } from './first-picture.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { held, quantile, shown, spread } from './measure.ts';

const size = { cards: 2_000, oversights: 100, figures: 400 };
/** Milliseconds for a chart on a busy machine. */
const patience = 120_000;

/** What one chart took, in milliseconds. */
interface DrawnChart {
  /** From the answer's last byte to the frame in which the chart is drawn. */
  drawn: number;
  /** The longest time for which nothing else could run meanwhile. */
  blocked: number;
  /** Frames a second while it is dragged, where all that stands on cards can be read. */
  panned: number;
}

/** Measures the organisation chart with many cards: how soon it is there, what it keeps waiting, how smoothly it moves. */
export async function measureChart(url: string, runs: number): Promise<Measure[]> {
  const ontology: Ontology = await (await fetch(`${url}/api/ontology`)).json();
  const body = JSON.stringify(largeChart(ontology));
  const browser = await openBrowser();
  const charts: DrawnChart[] = [];
  try {
    for (let turn = 0; turn < runs; turn += 1) {
      const page = await browser.newPage({ viewport: desktop, reducedMotion: 'reduce' });
      page.setDefaultTimeout(patience);
      await page.route('**/api/queries/org-chart', (route) => route.fulfill({ body, contentType: 'application/json' }));
      await page.addInitScript('globalThis.__name = (value) => value');
      await openFirstPicture(page, url);
      charts.push(await measureOne(page));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const [drawn, blocked, panned] = (['drawn', 'blocked', 'panned'] as const).map((part) =>
    charts.map((chart) => chart[part]),
  );
  return [
    most('2,000 cards laid out and drawn, after the answer', drawn ?? [], limits.chartMs),
    most('2,000 cards, longest block meanwhile', blocked ?? [], limits.blockMs),
    {
      name: '2,000 cards, dragging',
      figure: `${shown(quantile(panned ?? [], 0.5))} frames a second${spread(panned ?? [], 'frames')}`,
    },
  ];
}

const most = (name: string, values: number[], limit: number): Measure =>
  held(name, quantile(values, 0.5), limit, 'ms', spread(values, 'ms'));

async function measureOne(page: Page): Promise<DrawnChart> {
  const { drawn, blocked } = await page.evaluate(watchChart);
  const panned = await page.evaluate(dragChart);
  return { drawn, blocked, panned };
}

/** Runs in the page: opens the chart, and watches for how long at most nothing else has its turn until it is drawn. */
async function watchChart(): Promise<{ drawn: number; blocked: number }> {
  const channel = new MessageChannel();
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      channel.port1.addEventListener('message', () => resolve(), { once: true });
      channel.port2.postMessage(null);
    });
  channel.port1.start();
  document.querySelectorAll<HTMLButtonElement>('.toolbar [aria-pressed]')[1]?.click();
  let last = performance.now();
  let blocked = 0;
  let end = Infinity;
  let drawn = 0;
  // Some time more, in which the frame is painted.
  while (performance.now() < end) {
    await turn();
    const now = performance.now();
    blocked = Math.max(blocked, now - last);
    last = now;
    if (drawn > 0 || !document.querySelector('.chart-drawing path')) continue;
    drawn = now;
    end = now + 300;
  }
  const [answer] = performance.getEntriesByName(`${location.origin}/api/queries/org-chart`);
  const answered = answer instanceof PerformanceResourceTiming ? answer.responseEnd : Number.NaN;
  return { drawn: drawn - answered, blocked };
}

/** Runs in the page: drags the chart about and counts the frames of a second. */
async function dragChart(): Promise<number> {
  const frame = document.querySelector('.chart-frame');
  if (!frame) throw new Error('there is no chart');
  const { left, top, width, height } = frame.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  const send = (type: string): boolean =>
    frame.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 1, button: 0, bubbles: true }));
  const frames = 120;
  // The page's own pointer is none that can be captured.
  frame.setPointerCapture = () => undefined;
  send('pointerdown');
  const begun = performance.now();
  for (let index = 0; index < frames; index += 1) {
    await new Promise(requestAnimationFrame);
    at.clientX += index % 60 < 30 ? 12 : -12;
    send('pointermove');
  }
  send('pointerup');
  return (frames * 1_000) / (performance.now() - begun);
}

/** A hierarchy with as many bodies, the same each time: names of some characters, some leaves by the dozen, oversight, figures. */
function largeChart({ labels, types }: Ontology): Answer {
  const chance = seededChance(7);
  const below = (limit: number): number => Math.floor(chance() * limit);
  const hierarchy = types.find((type) => type.hierarchy)?.name ?? '';
  const oversight = types.find(({ beside }) => beside === 'oversight')?.name ?? '';
  const figure = labels.find(({ caption }) => caption !== undefined)?.name ?? '';
  const bodies = labels.filter(({ caption }) => caption === undefined);
  const node = (id: string, label: string, properties: Node['properties']): Node => ({
    id,
    labels: [label],
    properties: {
      name: `第${id}号${'律师事务所委员会'.slice(0, 2 + below(6))}`,
      nameEn: `Office ${id}`,
      ...properties,
    },
  });
  const nodes = Array.from({ length: size.cards }, (_, index) =>
    node(`n${index}`, bodies[below(bodies.length)]?.name ?? '', {}),
  );
  const relationships = Array.from({ length: size.cards - 1 }, (_, index) =>
    relationship(hierarchy, `n${Math.floor(chance() ** 1.5 * Math.min(index + 1, size.cards / 4))}`, `n${index + 1}`),
  );
  for (let index = 0; index < size.oversights; index += 1) {
    relationships.push(relationship(oversight, `n${index}`, `n${size.cards - 1 - below(size.cards / 2)}`));
  }
  for (let index = 0; index < size.figures; index += 1) {
    nodes.push(node(`f${index}`, figure, { value: below(1_000), unit: '个', unitEn: 'units' }));
    relationships.push(relationship('COUNTS', `f${index}`, `n${below(size.cards)}`));
  }
  return { graph: { nodes, relationships }, table: { columns: [], rows: [] }, truncated: false, ms: 1, notices: [] };
}

function relationship(type: string, start: string, end: string): Relationship {
  return { id: `${start}.${type}.${end}`, type, start, end, properties: {} };
}
