import { fileURLToPath } from 'node:url';

/** A data set that comes with the project. What holds for one of them is to hold for each. */
export interface BuiltInDataSet {
  name: 'jinhua-2011' | 'metre-convention';
  folder: string;
  /** Where the running text of its document is, if that is not in the folder; it may lie beside the project. */
  documentPath?: string;
}

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The one that is shown where nobody says which. */
export const firstDataSet: BuiltInDataSet = {
  name: 'jinhua-2011',
  folder: beside('../graph-seed/jinhua-2011'),
  documentPath: beside('../../shared/document.zh.txt'),
};

const secondDataSet: BuiltInDataSet = { name: 'metre-convention', folder: beside('../graph-seed/metre-convention') };

export const builtInDataSets: BuiltInDataSet[] = [firstDataSet, secondDataSet];
