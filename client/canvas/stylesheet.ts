import type { StylesheetJson } from 'cytoscape';
import { palette } from '../state/scheme.ts';

const fonts = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';

/** Cytoscape's style for a colour scheme. What varies by element travels in its data. */
export function stylesheet(scheme: keyof typeof palette): StylesheetJson {
  const { ground, ink, line, muted, accent } = palette[scheme];
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        shape: (node) => node.data('shape'),
        'background-color': 'data(colour)',
        'background-image': 'data(icon)',
        'background-width': '54%',
        'background-height': '54%',
        'background-image-containment': 'inside',
        'border-width': 2,
        'border-color': ground,
        label: 'data(caption)',
        color: ink,
        'font-family': fonts,
        'font-size': 16,
        'line-height': 1.25,
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-outline-color': ground,
        'text-outline-width': 2.5,
        'text-outline-opacity': 0.92,
        'min-zoomed-font-size': 7,
        'overlay-opacity': 0,
        'z-index': 10,
      },
    },
    { selector: 'node[?isHub]', style: { 'font-size': 20, 'font-weight': 700 } },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': line,
        'line-opacity': 0.8,
        'line-style': (edge) => edge.data('line'),
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'target-arrow-color': line,
        'arrow-scale': 0.8,
        'target-distance-from-node': 3,
        'source-distance-from-node': 3,
        'font-family': fonts,
        'font-size': 13,
        color: muted,
        'text-rotation': 'autorotate',
        'text-background-color': ground,
        'text-background-opacity': 0.94,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    { selector: 'edge[line = "dotted"]', style: { 'target-arrow-shape': 'none', 'line-opacity': 0.7 } },
    { selector: '.off', style: { display: 'none' } },
    { selector: '.faint', style: { opacity: 0.28 } },
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
    { selector: 'node.path', style: { 'outline-width': 3, 'outline-color': accent, 'outline-offset': 2 } },
    {
      selector: 'node.chosen',
      style: { 'outline-width': 4, 'outline-color': accent, 'outline-offset': 3, 'font-weight': 700, 'z-index': 20 },
    },
    { selector: 'node.pointed', style: { 'outline-width': 2, 'outline-color': muted, 'outline-offset': 2 } },
  ];
}
