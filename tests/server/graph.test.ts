import { describeWholeGraph } from './graph-suite.ts';
import { startApp } from './running-app.ts';

describeWholeGraph('the embedded engine', startApp);
