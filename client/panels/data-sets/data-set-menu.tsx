import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { Menu, MenuItem } from 'react-aria-components';
import type { DataSetInfo } from '../../../server/contract/data-set-info.ts';
import { dataSets, linkTo, loadDataSets, presentDataSet, titleOf } from '../../state/data-sets.ts';
import { inLocale, t } from '../../state/locale.ts';
import { DataSetsToLoad } from './data-sets-to-load.tsx';
import { menuTakesFocus } from '../widgets/takes-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** The data sets of the server, each with its own page. Those that have to be loaded first stand below, with how that is done. */
export function DataSetMenu({ onDone }: { onDone: () => void }) {
  const all = useSignal(dataSets);
  const present = useSignal(presentDataSet);
  // Since the page was opened, others may have been loaded.
  useEffect(() => void loadDataSets(), []);
  return (
    <>
      <Menu className="menu" aria-label={t('dataSets.label')} {...menuTakesFocus}>
        {all
          .filter(({ toLoad }) => toLoad === undefined)
          .map((dataSet) => (
            <DataSetItem key={dataSet.name} dataSet={dataSet} isPresent={dataSet === present} onDone={onDone} />
          ))}
      </Menu>
      <DataSetsToLoad of={all.filter(({ toLoad }) => toLoad !== undefined)} />
    </>
  );
}

interface ItemProps {
  dataSet: DataSetInfo;
  isPresent: boolean;
  onDone: () => void;
}

/** A link like any: it may be opened in a tab of its own. The present one leads nowhere. */
function DataSetItem({ dataSet, isPresent, onDone }: ItemProps) {
  const { nodes, relationships, description } = dataSet;
  const title = titleOf(dataSet);
  return (
    <MenuItem
      className="menu-item data-set"
      textValue={isPresent ? `${title} ${t('dataSets.present')}` : title}
      {...(isPresent ? { onAction: onDone } : { href: linkTo(dataSet) })}
    >
      <span className="data-set-mark">{isPresent && <Check aria-label={t('dataSets.present')} size={16} />}</span>
      <span className="data-set-words">
        <span className="data-set-title">{title}</span>
        {description && <span className="hint">{inLocale(description)}</span>}
        {nodes !== undefined && relationships !== undefined && (
          <span className="hint">{t('dataSets.counts', { nodes, relationships })}</span>
        )}
      </span>
    </MenuItem>
  );
}
