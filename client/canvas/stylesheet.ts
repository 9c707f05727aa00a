import type { StylesheetJson } from 'cytoscape';
import type { NodeSingular } from 'cytoscape';
import { palette } from '../state/scheme.ts';
import { captionMargin, edgeCaptionPadding, fontSizes, lineHeight, parallelStep, roomOf } from './caption-box.ts';

/** The fonts of captions, the first that is there. */
export const fonts = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';

const imagesOf = (node: NodeSingular): readonly string[] => node.data('images');
/** One value for the icon, another for each badge. */
const each =
  (icon: string, ...badges: string[]) =>
  (node: NodeSingular) =>
    imagesOf(node).map((_, index) => (index === 0 ? icon : (badges[index - 1] ?? badges[0] ?? icon)));

/** The icon in the middle of a node, and badges that stand out from its upper corners. */
const images = {
  'background-image': (node: NodeSingular) => [...imagesOf(node)],
  'background-width': each('54%', '18px'),
  'background-height': each('54%', '18px'),
  'background-position-x': each('50%', '100%', '0%'),
  'background-position-y': each('50%', '0%'),
  'background-offset-x': each('0px', '7px', '-7px'),
  'background-offset-y': each('0px', '-7px'),
  'background-clip': each('node', 'none'),
  'background-image-containment': each('inside', 'over'),
  'bounds-expansion': 8,
} as const;

/** From afar, captions that are shown are enlarged so that they can be read. */
const captionHeight = (node: NodeSingular): number =>
  (node.data('isHub') ? fontSizes.hub : fontSizes.node) * Number(node.data('enlarged') ?? 1);

/** Where the caption stands of a node that has no room for it below. */
const captionSides: StylesheetJson = [
  { selector: 'node.above', style: { 'text-valign': 'top', 'text-margin-y': -captionMargin } },
  {
    selector: 'node.right',
    style: { 'text-valign': 'center', 'text-halign': 'right', 'text-margin-x': captionMargin, 'text-margin-y': 0 },
  },
  {
    selector: 'node.left',
    style: { 'text-valign': 'center', 'text-halign': 'left', 'text-margin-x': -captionMargin, 'text-margin-y': 0 },
  },
];

/** Lines of a picture with thousands of them: straight, and without arrows but where the reader looks. */
const leanLines: StylesheetJson = [
  { selector: 'edge', style: { 'curve-style': 'haystack', 'haystack-radius': 0, width: 1 } },
  {
    selector: 'edge.near, edge.path, edge.chosen, edge.pointed, edge.lit',
    style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' },
  },
];

/**
 * Cytoscape's style for a colour scheme. What varies by element travels in its data.
 * @param isLean whether there are so many relationships that they are drawn plainly
 */
export function stylesheet(scheme: keyof typeof palette, isLean: boolean): StylesheetJson {
  const { ground, ink, line, muted, accent } = palette[scheme];
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        shape: (node) => node.data('shape'),
        'background-color': 'data(colour)',
        ...images,
        'border-width': 2,
        'border-color': ground,
        color: ink,
        'font-family': fonts,
        'font-size': fontSizes.node,
        'line-height': lineHeight,
        'text-wrap': 'wrap',
        // Captions come with their own line breaks.
        'text-max-width': '20000px',
        'text-valign': 'bottom',
        'text-margin-y': captionMargin,
        'text-outline-color': ground,
        'text-outline-width': 2.5,
        'text-outline-opacity': 0.92,
        'min-zoomed-font-size': 5,
        'overlay-opacity': 0,
        'z-index': 10,
      },
    },
    { selector: 'node[?isHub]', style: { 'font-weight': 700 } },
    { selector: 'node.captioned', style: { label: 'data(caption)', 'font-size': captionHeight } },
    ...captionSides,
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': line,
        'line-opacity': 0.8,
        'line-style': (edge) => edge.data('line'),
        'curve-style': 'bezier',
        'control-point-step-size': parallelStep,
        'target-arrow-shape': 'triangle',
        'target-arrow-color': line,
        'arrow-scale': 0.8,
        'target-distance-from-node': 3,
        'source-distance-from-node': 3,
        'font-family': fonts,
        'font-size': fontSizes.edge,
        color: muted,
        'text-rotation': 'autorotate',
        'text-background-color': ground,
        'text-background-opacity': 0.94,
        'text-background-padding': `${edgeCaptionPadding}px`,
        'text-background-shape': 'roundrectangle',
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    // No other line runs beside it: it stays as near to its node as it is by itself.
    { selector: 'edge:loop', style: { 'control-point-step-size': 40 } },
    ...(isLean ? leanLines : []),
    { selector: 'edge[line = "dotted"]', style: { 'target-arrow-shape': 'none', 'line-opacity': 0.7 } },
    {
      selector: 'node[kind = "more"]',
      style: {
        'background-color': ground,
        'background-image': 'none',
        'border-color': muted,
        'border-style': 'dashed',
        label: 'data(caption)',
        'text-valign': 'center',
        'text-margin-y': 0,
        width: (node: NodeSingular) => roomOf(node).captionWidth + 20,
        color: ink,
      },
    },
    {
      selector: 'node[kind = "group"]',
      style: {
        'background-color': muted,
        'background-opacity': 0.08,
        'background-image': 'none',
        'border-color': muted,
        'border-style': 'dashed',
        label: 'data(caption)',
        'text-valign': 'top',
        'text-margin-y': -4,
        'font-weight': 700,
        padding: '18px',
        'z-index': 0,
      },
    },
    { selector: 'node[kind = "group"]:childless', style: { 'background-opacity': 0.3, 'text-valign': 'bottom' } },
    { selector: 'edge.named', style: { label: 'data(caption)' } },
    { selector: 'edge.added', style: { 'line-color': accent, 'target-arrow-color': accent, label: 'data(caption)' } },
    { selector: 'edge.ended', style: { 'line-style': 'dashed', 'line-opacity': 0.5, label: 'data(caption)' } },
    { selector: 'node.added', style: { 'border-color': accent, 'border-width': 4 } },
    { selector: 'node.ended', style: { 'border-style': 'dashed', 'border-color': muted, opacity: 0.6 } },
    { selector: '.off', style: { display: 'none' } },
    { selector: '.faint', style: { opacity: 0.28 } },
    { selector: '.dim', style: { opacity: 0.14 } },
    { selector: '.lit', style: { opacity: 1 } },
    {
      selector: 'edge.lit',
      style: { 'line-color': accent, 'target-arrow-color': accent, width: 2.2, 'line-opacity': 1, 'z-index': 6 },
    },
    { selector: 'edge.told', style: { label: 'data(caption)' } },
    {
      selector: 'edge.near, edge.path, edge.pointed',
      style: { label: 'data(caption)', width: 2, 'line-opacity': 1, 'z-index': 5 },
    },
    { selector: 'edge.near', style: { 'line-color': muted, 'target-arrow-color': muted } },
    {
      selector: 'edge.chosen, edge.path',
      style: {
        'line-color': accent,
        'target-arrow-color': accent,
        width: 3,
        label: 'data(caption)',
        color: ink,
        'line-opacity': 1,
      },
    },
    { selector: 'edge.short', style: { label: '' } },
    { selector: 'edge.chosen, edge.pointed', style: { label: 'data(caption)' } },
    {
      selector: 'node.pointed',
      style: {
        label: 'data(caption)',
        'font-size': captionHeight,
        'outline-width': 2,
        'outline-color': muted,
        'outline-offset': 2,
        'text-background-color': ground,
        'text-background-opacity': 0.94,
        'text-background-padding': '2px',
        'z-index': 30,
      },
    },
    {
      selector: 'node.lit',
      style: {
        label: 'data(caption)',
        'font-size': captionHeight,
        'outline-width': 3,
        'outline-color': accent,
        'outline-offset': 2,
        'z-index': 18,
      },
    },
    {
      selector: 'node.focus',
      style: { 'outline-width': 4, 'outline-color': accent, 'outline-offset': 3, 'font-weight': 700, 'z-index': 15 },
    },
    // Its caption stands clear of the line round it.
    { selector: 'node.focus.below', style: { 'text-margin-y': captionMargin + 7 } },
    { selector: 'node.path', style: { 'outline-width': 3, 'outline-color': accent, 'outline-offset': 2 } },
    {
      selector: 'node.chosen',
      style: { 'outline-width': 4, 'outline-color': accent, 'outline-offset': 3, 'font-weight': 700, 'z-index': 20 },
    },
  ];
}
