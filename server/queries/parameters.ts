import { z } from 'zod';
import type { Text } from '../contract/text.ts';

/** Kinds of parameters that several queries have. `x-title` names a parameter on a form, in both languages. */

/** Gives a parameter its name on forms; the OpenAPI document and JSON Schema have it too. */
export function titled<Schema extends z.ZodType>(schema: Schema, title: Text, format?: string): Schema {
  return schema.meta({ title: title.en, 'x-title': title, ...(format !== undefined && { format }) });
}

const Id = z.string().min(1).max(400);

export function nodeId(title: Text): typeof Id {
  return titled(Id, title, 'node-id');
}

/** Ids of nodes, given repeatedly or joined by commas: whatever is expanded costs one request. */
export const nodeIds = titled(z.array(Id).min(1).max(200), { zh: '节点', en: 'Nodes' }, 'node-id');

export const typeNames = z.array(z.string().min(1).max(400)).max(400);

export const labelNames = z.array(z.string().min(1).max(400)).max(400);

/** A direction, as the node sees it, with a relationship type. */
export const kinds = z
  .array(z.string().regex(/^(?:in|out):[\s\S]{1,400}$/, 'it is not of the form out:TYPE or in:TYPE'))
  .max(400);

export function limit(most: number, usual: number): z.ZodDefault<z.ZodInt> {
  return titled(z.int().min(1).max(most).default(usual), { zh: '最多', en: 'At most' });
}
