import { Fragment } from 'react';
import { formatNumber } from '../../state/locale.ts';
import { labelStyleOf } from '../../state/ontology.ts';
import { pathParts } from '../../state/workbench/results-cell.ts';
import type { ResultCell } from '../../state/workbench/results-cell.ts';
import { captionIn, sentenceIn } from '../../state/workbench/results-graph.ts';
import type { ResultGraph } from '../../state/workbench/results-graph.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { openCell } from './open-cell.ts';

interface ValueProps {
  cell: ResultCell;
  graph: ResultGraph;
  /** -1 where the table that it stands in has the keys. */
  tabIndex?: -1;
}

type PartProps<Part> = Part & Omit<ValueProps, 'cell'>;

/** What a cell holds, to read; what it holds of the graph, to open. */
export function ResultValue({ cell, ...rest }: ValueProps) {
  const { graph, tabIndex } = rest;
  switch (cell.kind) {
    case 'null':
      return <span className="value-null">null</span>;
    case 'boolean':
      return <span className="value-code">{String(cell.value)}</span>;
    case 'number':
      // Grouped as texts are, but for what may be a year.
      return (
        <span className="value-number">{isPlain(cell.value) ? String(cell.value) : formatNumber(cell.value)}</span>
      );
    case 'text':
      return cell.value === '' ? <span className="value-null">''</span> : cell.value;
    case 'list':
      return <ListValue items={cell.items} {...rest} />;
    case 'map':
      return <MapValue entries={cell.entries} {...rest} />;
    case 'node':
      return <NodeValue id={cell.id} {...rest} />;
    case 'relationship':
      return (
        <button type="button" className="link" tabIndex={tabIndex} onClick={() => openCell(graph, cell)}>
          {sentenceIn(graph, cell.id)}
        </button>
      );
    case 'path':
      return (
        <button type="button" className="link" tabIndex={tabIndex} onClick={() => openCell(graph, cell)}>
          {pathParts(cell.ids, graph).map(({ id, sign, caption }, index) => (
            <Fragment key={`${index} ${id}`}>
              {sign}
              {caption}
            </Fragment>
          ))}
        </button>
      );
  }
}

const isPlain = (value: number): boolean => !Number.isInteger(value) || Math.abs(value) < 10_000;

function NodeValue({ id, graph, tabIndex }: PartProps<{ id: string }>) {
  const node = graph.nodes.get(id);
  if (!node) return id;
  return (
    <button
      type="button"
      className="link value-node"
      tabIndex={tabIndex}
      onClick={() => openCell(graph, { kind: 'node', id })}
    >
      <LabelBadge style={labelStyleOf(node)} size={18} /> <span>{captionIn(graph, id)}</span>
    </button>
  );
}

function ListValue({ items, ...rest }: PartProps<{ items: readonly ResultCell[] }>) {
  return (
    <span className="value-list">
      [
      {items.map((item, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          <ResultValue cell={item} {...rest} />
        </Fragment>
      ))}
      ]
    </span>
  );
}

function MapValue({ entries, ...rest }: PartProps<{ entries: readonly (readonly [string, ResultCell])[] }>) {
  return (
    <span className="value-list">
      {'{'}
      {entries.map(([key, item], index) => (
        <Fragment key={key}>
          {index > 0 && ', '}
          <span className="value-key">{key}:</span> <ResultValue cell={item} {...rest} />
        </Fragment>
      ))}
      {'}'}
    </span>
  );
}
