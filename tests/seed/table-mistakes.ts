import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileMistake } from './file-mistakes.ts';

const head = 'id,labels,name,nameEn,summary,summaryEn,evidence,quote';
const row = 'bing-branch,Organization|Branch,丙支部,Bing Branch,支部,A branch,lead.2,乙支部';
const relationshipHead = 'from,type,to,evidence,quote';

/** Every way in which a table can be wrong, beside lists that are right. */
export const tableMistakes: FileMistake[] = [
  nodes('a table that is empty', '', 1, 'nodes', 'the table is empty'),
  nodes(
    'an unknown column',
    `${head},nameFr\n${row},x\n`,
    1,
    'nodes',
    'the column nameFr is unknown; did you mean name',
  ),
  nodes('a column that is missing', `${head.replace(',name,', ',')}\n`, 1, 'nodes', 'the column name is missing'),
  nodes('a column twice', `${head},at,at\n${row},,\n`, 1, 'nodes', 'the column at is there twice'),
  nodes('a row with too few cells', `${head}\n${row}\nding,Branch\n`, 3, 'nodes', 'the row has 2 cells, and the first'),
  nodes(
    'a quote that nothing closes',
    `${head}\n${row}\n"ding,Branch\n`,
    3,
    'nodes',
    'the quotes are wrong: quote Not',
  ),
  nodes('a quote within a cell', `${head}\n${row.replace('A branch', 'A "branch"')}\n`, 2, 'nodes', 'quotes are wrong'),
  nodes('a row without an end', `${head}\n"${'x,\n'.repeat(100_000)}`, 2, 'nodes', 'more than 100000 characters'),
  nodes(
    'a cell that is too long',
    `${head}\n${row.replace('A branch', 'x'.repeat(10_001))}\n`,
    2,
    'nodes',
    'summaryEn has more than 10000 characters',
  ),
  nodes(
    'a table in another encoding',
    latin1(`${head}\n`, row.replace('A branch', 'caf\u00e9')),
    2,
    'nodes',
    'no UTF-8',
  ),
  nodes(
    'a value that is none',
    `${head},prominence\n${row},high\n`,
    2,
    'bing-branch',
    'prominence: expected number, received string, not "high"',
  ),
  nodes(
    'an empty cell that must not be',
    `${head}\n${row.replace('丙支部', '')}\n`,
    2,
    'bing-branch',
    'name is missing',
  ),
  nodes(
    'an unknown label in a table',
    `${head}\n${row.replace('|Branch', '|Brunch')}\n`,
    2,
    'bing-branch',
    'no label Brunch',
  ),
  nodes('an id twice in a table', `${head}\n${row}\n\n${row}\n`, 4, 'bing-branch', 'the id is there twice'),
  nodes(
    'an id of a list again in a table, below a cell of two lines',
    `${head}\n${row.replace('A branch', '"A\nbranch"')}\n${row.replace('bing', 'yi')}\n`,
    4,
    'yi-branch',
    'the id is there twice',
  ),
  nodes(
    'an unknown address in a table',
    `${head}\n${row.replace('lead.2', 'lead.7')}\n`,
    2,
    'bing-branch',
    'passage at lead.7',
  ),
  relationships('an unknown end in a table', 'jia-association,HAS_BRANCH,ding-branch', 'there is no node ding-branch'),
  relationships('an unknown type in a table', 'jia-association,OWNS,yi-branch', 'there is no type OWNS'),
  {
    name: 'a table of 600 MB',
    damage: async (folder) => {
      await writeFile(join(folder, 'nodes.csv'), '');
      await truncate(join(folder, 'nodes.csv'), 600_000_000);
    },
    problem: { file: 'nodes.csv', line: 1, id: 'nodes', message: 'the file has 600.0 MB, and 500.0 MB are the most' },
  },
];

function nodes(name: string, text: string | Buffer, line: number, id: string, message: string): FileMistake {
  return {
    name,
    damage: (folder) => writeFile(join(folder, 'nodes.csv'), text),
    problem: { file: 'nodes.csv', line, id, message },
  };
}

function relationships(name: string, ends: string, message: string): FileMistake {
  return {
    name,
    damage: (folder) =>
      writeFile(join(folder, 'relationships.csv'), `${relationshipHead}\n${ends},lead.1,甲协会成立\n`),
    problem: { file: 'relationships.csv', line: 2, id: ends.replaceAll(',', '.'), message },
  };
}

function latin1(text: string, wrong: string): Buffer {
  return Buffer.concat([Buffer.from(text), Buffer.from(wrong, 'latin1'), Buffer.from('\n')]);
}
