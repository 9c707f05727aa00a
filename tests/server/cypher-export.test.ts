import { describeExport } from './export-suite.ts';
import { startApp } from './running-app.ts';

describeExport('the embedded engine', startApp);
