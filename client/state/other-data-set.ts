import { otherDataSet, titleOf, viewElsewhere } from './data-sets.ts';
import { inLocale } from './locale.ts';
import { notify } from './notices.ts';
import { ontology } from './ontology.ts';

/**
 * Says that something is of another data set than the page, and offers to open it there, where the server has that.
 * @param view what is to be seen there, as address text
 */
export async function tellOfOtherDataSet(name: string, view: string): Promise<void> {
  const other = await otherDataSet(name);
  const { dataSet = '', title } = ontology.peek() ?? {};
  const present = other && title ? inLocale(title) : dataSet;
  notify({
    kind: 'word',
    word: 'file.dataSet',
    values: { dataSet: other ? titleOf(other) : name, present },
    ...(other && { act: { word: 'file.openThere', run: () => (viewElsewhere.value = { dataSet: other, view }) } }),
  });
}
