import { describeWholeGraph } from './graph-suite.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { openEmbedded } from '../queries/loaded-store.ts';
import { startAppOver } from './running-app.ts';

for (const dataSet of builtInDataSets) {
  describeWholeGraph(`the embedded engine with ${dataSet.name}`, async () => startAppOver(await openEmbedded(dataSet)));
}
