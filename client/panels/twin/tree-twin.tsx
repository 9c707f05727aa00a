import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
  type Selection,
} from 'react-aria-components';
import { selectMany } from '../../state/picture/select-actions.ts';
import { t } from '../../state/locale.ts';
import { captionOf, labelStyleOf, labelTitle } from '../../state/ontology.ts';
import { outline } from '../../state/picture/outline.ts';
import type { OutlineItem } from '../../state/picture/outline.ts';
import { degrees, picture } from '../../state/picture/picture.ts';
import { chosenIds, selectedId, selectedIds } from '../../state/view/view.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Lines up to which the outline opens whole. */
const openWhole = 120;

/** What holds what, as a tree: choosing a line selects its node in the picture, and the other way round. */
export function TreeTwin() {
  const items = useSignal(outline);
  useSignal(selectedId);
  useSignal(selectedIds);
  const [expanded, setExpanded] = useState<Set<Key>>(() => new Set(keysToOpen(items)));
  const chosen = new Set(chosenIds());
  const all = itemsIn(items);
  const choose = (keys: Selection): void => {
    const wanted = keys === 'all' ? all : all.filter(({ key }) => keys.has(key));
    selectMany(wanted.flatMap(({ kind, id }) => (kind === 'node' ? [id] : [])));
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 38 }}>
      <Tree
        aria-label={t('view.outline')}
        className="tree"
        items={items}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={all.filter(({ kind, id }) => kind === 'node' && chosen.has(id)).map(({ key }) => key)}
        onSelectionChange={choose}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
        renderEmptyState={() => <p className="hint">{t('list.empty')}</p>}
        dependencies={[expanded, picture.value]}
      >
        {(item: OutlineItem) => <Branch item={item} expanded={expanded} />}
      </Tree>
    </Virtualizer>
  );
}

/** A line with those below it, which are made when it is open. */
function Branch({ item, expanded }: { item: OutlineItem; expanded: ReadonlySet<Key> }) {
  const { key, children } = item;
  const isOpen = expanded.has(key);
  return (
    <TreeItem id={key} textValue={textOf(item)} hasChildItems={children.length > 0} className="tree-line">
      <TreeItemContent>
        {({ level }) => (
          <div className="tree-row" style={{ paddingInlineStart: `${(level - 1) * 22}px` }}>
            {children.length > 0 ? (
              <Button slot="chevron" className="quiet icon-only" aria-label={t('tree.toggle')}>
                <ChevronRight aria-hidden="true" size={16} />
              </Button>
            ) : (
              <span className="tree-gap" />
            )}
            <Line item={item} />
          </div>
        )}
      </TreeItemContent>
      {isOpen && (
        <Collection items={children}>{(child: OutlineItem) => <Branch item={child} expanded={expanded} />}</Collection>
      )}
    </TreeItem>
  );
}

function Line({ item: { kind, id, children } }: { item: OutlineItem }) {
  const node = kind === 'node' ? picture.value.nodes.get(id) : undefined;
  if (!node) {
    return (
      <span className="tree-label">
        {labelTitle(id)} <small>{t('count.nodesOf', { n: children.length })}</small>
      </span>
    );
  }
  return (
    <>
      <LabelBadge style={labelStyleOf(node)} size={20} />
      <span className="tree-name">{captionOf(node).replaceAll('\n', ' ')}</span>
      <small>{t('list.relationships', { n: degrees.value.get(id) ?? 0 })}</small>
    </>
  );
}

function textOf({ kind, id }: OutlineItem): string {
  const node = kind === 'node' ? picture.value.nodes.get(id) : undefined;
  return node ? captionOf(node).replaceAll('\n', ' ') : labelTitle(id);
}

const itemsIn = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...itemsIn(item.children)]);

/** The trees open, down to where the lines would be too many; nodes by label stay folded. */
function keysToOpen(items: readonly OutlineItem[]): string[] {
  const open: string[] = [];
  let level = items.filter(({ kind }) => kind === 'node');
  let lines = items.length;
  while (level.length > 0) {
    lines += level.reduce((sum, { children }) => sum + children.length, 0);
    if (lines > openWhole) break;
    open.push(...level.filter(({ children }) => children.length > 0).map(({ key }) => key));
    level = level.flatMap(({ children }) => children);
  }
  return open;
}
