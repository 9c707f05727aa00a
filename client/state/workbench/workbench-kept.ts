import { dataSetInAddress } from '../../api/data-set.ts';
import { keyOfDataSet } from '../kept-items.ts';
import { parameterKinds } from './parameter-drafts.ts';
import type { ParameterDraft } from './parameter-drafts.ts';
import { emptyTab, longestTitle } from './workbench.ts';
import type { Tab } from './workbench.ts';
import { longestText } from './workbench-editor.ts';

/** What is written in the workbench as it is stored, and how that is read again. */

/** The version changes with what is stored: what an older page left is passed over. */
const version = 'workbench.1';

/** Where the tabs are stored. */
export const keyOfTabs = (): string => keyOfDataSet(version);

/** Takes over what was stored for the first data set while that was not named in the key. */
export function takeOverUnnamed(storage: Storage): void {
  const text = storage.getItem(version);
  if (text === null || dataSetInAddress() !== null) return;
  try {
    if (storage.getItem(keyOfTabs()) === null) storage.setItem(keyOfTabs(), text);
    storage.removeItem(version);
  } catch {
    // There is no room for it twice: it stays where it is.
  }
}

/** A tab as it is stored, without what was run. */
export type KeptTab = Pick<Tab, 'id' | 'title' | 'number' | 'cypher' | 'json'> & {
  parameters: [string, ParameterDraft][];
};

export interface Kept {
  shown: string;
  tabs: KeptTab[];
}

export const keptOf = ({ id, title, number, cypher, parameters, json }: Tab): KeptTab => ({
  id,
  title,
  number,
  cypher,
  json,
  parameters: [...parameters],
});

export const tabOf = (kept: KeptTab): Tab => ({ ...emptyTab([]), ...kept, parameters: new Map(kept.parameters) });

/** What is stored; nothing, where that is damaged. */
export function readKept(storage: Storage): Kept {
  try {
    const found: unknown = JSON.parse(storage.getItem(keyOfTabs()) ?? 'null');
    if (typeof found === 'object' && found !== null && 'tabs' in found && Array.isArray(found.tabs)) {
      return { shown: 'shown' in found ? String(found.shown) : '', tabs: found.tabs.filter(isKeptTab) };
    }
  } catch {
    // Damaged: as if there were none.
  }
  return { shown: '', tabs: [] };
}

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;

export function isKeptTab(found: unknown): found is KeptTab {
  if (typeof found !== 'object' || found === null) return false;
  const { id, title, number, cypher, json, parameters }: Partial<Record<keyof KeptTab, unknown>> = found;
  return (
    isText(id, 64) &&
    isText(title, longestTitle) &&
    isText(cypher, longestText) &&
    (json === null || isText(json, longestText)) &&
    Number.isSafeInteger(number) &&
    Array.isArray(parameters) &&
    parameters.every(isKeptParameter)
  );
}

function isKeptParameter(found: unknown): boolean {
  if (!Array.isArray(found)) return false;
  const [name, draft]: unknown[] = found;
  if (typeof name !== 'string' || typeof draft !== 'object' || draft === null) return false;
  const { kind, text }: Partial<Record<keyof ParameterDraft, unknown>> = draft;
  return parameterKinds.some((known) => known === kind) && typeof text === 'string';
}
