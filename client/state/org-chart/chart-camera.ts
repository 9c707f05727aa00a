import { signal } from '@preact/signals-core';
import type { Point } from '../../../server/contract/point.ts';
import type { Box } from '../picture/shapes.ts';

/** Where the reader looks at the chart: which of its points is at the upper left corner, and how large a pixel of it is. */
export interface ChartCamera extends Point {
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const chartCamera = signal<ChartCamera>({ x: 0, y: 0, zoom: 1 });

const [leastZoom, mostZoom] = [0.005, 3];
/** Pixels that stay free round a chart that is shown whole. */
const margin = 28;
/** Smaller than this, names cannot be read: a chart opens on its beginning rather than whole. */
const readableZoom = 0.55;
const openingZoom = 0.75;

/** All of the chart in the middle. */
export function cameraOfWhole(chart: Size, frame: Size): ChartCamera {
  const zoom = within(
    Math.min((frame.width - 2 * margin) / chart.width, (frame.height - 2 * margin) / chart.height, 1),
  );
  return { zoom, x: (chart.width - frame.width / zoom) / 2, y: (chart.height - frame.height / zoom) / 2 };
}

/** How a chart opens: whole where it can be read so, else large enough, with its first card in the middle of the top. */
export function cameraToOpen(chart: Size, first: Box | undefined, frame: Size): ChartCamera {
  const whole = cameraOfWhole(chart, frame);
  if (whole.zoom >= readableZoom || !first) return whole;
  const zoom = openingZoom;
  const width = frame.width / zoom;
  // No ground beside the chart while there is more of it on the other side.
  const most = Math.max(-margin, chart.width - width + margin);
  const x = Math.min(Math.max(first.x + first.width / 2 - width / 2, -margin), most);
  const isLow = chart.height * zoom < frame.height;
  return { zoom, x, y: isLow ? (chart.height - frame.height / zoom) / 2 : first.y - margin };
}

/** Zooms by a factor; what is at a point of the frame stays there. */
export function zoomedAt(camera: ChartCamera, at: Point, factor: number): ChartCamera {
  const zoom = within(camera.zoom * factor);
  return {
    zoom,
    x: camera.x + at.x / camera.zoom - at.x / zoom,
    y: camera.y + at.y / camera.zoom - at.y / zoom,
  };
}

/** Moves what is shown by pixels of the frame. */
export const pannedBy = ({ x, y, zoom }: ChartCamera, by: Point): ChartCamera => ({
  zoom,
  x: x - by.x / zoom,
  y: y - by.y / zoom,
});

/** Moves no farther than it takes to have a box in sight. */
export function showing(camera: ChartCamera, box: Box, frame: Size): ChartCamera {
  const sight = sightOf(camera, frame);
  const room = margin / camera.zoom;
  const along = (from: number, length: number, seen: number, seenLength: number): number => {
    if (from - room < seen) return from - room;
    const beyond = from + length + room - (seen + seenLength);
    return beyond > 0 ? Math.min(seen + beyond, from - room) : seen;
  };
  return {
    zoom: camera.zoom,
    x: along(box.x, box.width, sight.x, sight.width),
    y: along(box.y, box.height, sight.y, sight.height),
  };
}

/** The part of the chart that a frame shows. */
export const sightOf = ({ x, y, zoom }: ChartCamera, { width, height }: Size): Box => ({
  x,
  y,
  width: width / zoom,
  height: height / zoom,
});

/** A box that reaches beyond another on each side by a share of its size. */
export const widened = ({ x, y, width, height }: Box, share: number): Box => ({
  x: x - width * share,
  y: y - height * share,
  width: width * (1 + 2 * share),
  height: height * (1 + 2 * share),
});

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const isMeeting = (one: Box, other: Box): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height;

const within = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, zoom));
