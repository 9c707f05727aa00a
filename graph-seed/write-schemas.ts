import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchemas } from './json-schemas.ts';

/** `npm run seed:schemas`: writes the JSON Schemas anew, after the format of data sets has changed. */
const folder = fileURLToPath(new URL('schemas', import.meta.url));
await mkdir(folder, { recursive: true });
await Promise.all([...jsonSchemas()].map(([name, text]) => writeFile(join(folder, name), text)));
