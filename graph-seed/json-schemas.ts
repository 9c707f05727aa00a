import { z } from 'zod';
import { files } from './format.ts';

/**
 * A JSON Schema for each file of a data set, by its name: editors complete, explain and check with it what an author
 * writes. They are of draft 7, which editors know best. What none can say, such as that an id exists, is checked by reading.
 */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(files).map(([file, schema]) => {
      const made = { title: file, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
      return [schemaName(file), `${JSON.stringify(made, null, 2)}\n`];
    }),
  );
}

/** The first line of a data set's file, by which an editor finds its schema. */
export function schemaLine(file: string, folderOfSchemas: string): string {
  return `# yaml-language-server: $schema=${folderOfSchemas}/${schemaName(file)}`;
}

function schemaName(file: string): string {
  return file.replace(/\.yaml$/, '.schema.json');
}
