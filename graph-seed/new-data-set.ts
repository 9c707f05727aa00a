import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calledFrom } from '../server/settings.ts';
import { languages, makeDataSet } from './scaffold.ts';

const usage = 'npm run new-data-set -- name [--in folder] [--language en|zh]';

/**
 * Makes a data set to begin with, in `graph-seed` or another folder, with a document in English or Chinese, and says how
 * to go on. The folder is relative to where the command is typed.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { in: { type: 'string' }, language: { type: 'string', default: 'en' } },
  });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) throw new Error(`one name, please: ${usage}`);
  const language = languages.find((one) => one === values.language);
  if (!language) throw new Error(`there is no ${values.language} to begin with; there are ${languages.join(' and ')}`);
  const here = calledFrom(process.env);
  const parent = values.in === undefined ? fileURLToPath(new URL('.', import.meta.url)) : resolve(here, values.in);
  const folder = await makeDataSet(name, join(parent), language);
  console.log(nextSteps(relative(here, folder) || folder));
}

function nextSteps(folder: string): string {
  return [
    `${folder} is a data set that runs; every file in it says what it is for. Next:`,
    `  npm run seed:check -- ${folder}    # tells every mistake, and what the document says that is not in the graph`,
    `  npm start -- --data ${folder}      # shows it`,
    `  npm run seed -- ${folder}          # loads it, into a Neo4j where NEO4J_URI names one`,
  ].join('\n');
}

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : String(error));
}
