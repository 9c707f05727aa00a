import { computed, signal } from '@preact/signals-core';
import type { DataSetInfo } from '../../server/contract/data-set-info.ts';
import { dataSetInAddress, pagePath } from '../api/data-set.ts';
import { getDataSets } from '../api/data-sets.ts';
import { hasServer } from '../api/transport.ts';
import { inLocale, locale } from './locale.ts';

/** The data sets of the server; empty until they are known. */
export const dataSets = signal<readonly DataSetInfo[]>([]);

/** The page's own one, opened or not; undefined until it is known, and where there is none of the name in the address. */
export const presentDataSet = computed((): DataSetInfo | undefined => {
  const name = dataSetInAddress();
  return dataSets.value.find((dataSet) => (name === null ? dataSet.isFirst : dataSet.name === name));
});

/** Those beside the page's own that can be opened at once. */
export const otherDataSets = computed(() =>
  dataSets.value.filter((dataSet) => dataSet !== presentDataSet.value && dataSet.toLoad === undefined),
);

/** Whether there is anything to choose. */
export const isThereChoice = computed(() => dataSets.value.length > 1);

/** Asks the server which there are. Where it does not say, what is known stays. */
export async function loadDataSets(): Promise<void> {
  if (!hasServer()) return;
  try {
    dataSets.value = await getDataSets();
  } catch {
    // The page tells elsewhere that the server is away; whoever opens the choice asks again.
  }
}

/** The data set of a name that the server has beside the page's own; undefined where it has none. */
export async function otherDataSet(name: string): Promise<DataSetInfo | undefined> {
  if (dataSets.peek().length === 0) await loadDataSets();
  return dataSets.peek().find((dataSet) => dataSet.name === name && dataSet !== presentDataSet.peek());
}

/** A data set as it opens. The reader goes on in the language that is spoken here, whichever its document has. */
const firstView = (): string => `lang=${locale.value}`;

/** Where a data set's page is. */
export const linkTo = (dataSet: DataSetInfo): string => `${pagePath(dataSet)}#${firstView()}`;

export const titleOf = ({ title }: DataSetInfo): string => inLocale(title);

/** A view of another data set that the reader wants to see: its page opens with it. */
export const viewElsewhere = signal<{ dataSet: DataSetInfo; view: string } | null>(null);

/** Goes to the page of another data set. */
export function openDataSet(dataSet: DataSetInfo): void {
  viewElsewhere.value = { dataSet, view: firstView() };
}
