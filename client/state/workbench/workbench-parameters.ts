import type { Json } from '../../../server/contract/json.ts';
import { t } from '../locale.ts';
import { draftOf, readDraft, valuesOf } from './parameter-drafts.ts';
import type { DraftMistake, DraftValues, ParameterDraft } from './parameter-drafts.ts';
import { parametersOfText } from './parameters-of-text.ts';
import { activeTab, changeTab } from './workbench.ts';
import type { Tab } from './workbench.ts';
import { positionOf } from './workbench-editor.ts';

/** The parameters of a tab: as the form writes them, each by itself, or as JSON, all of them. */

type Parameters = Pick<Tab, 'cypher' | 'parameters' | 'json'>;

/** The values with which a tab's query runs, and what stands in the way. */
export function parametersOf({
  cypher,
  parameters,
  json,
}: Parameters): DraftValues & { jsonMistake: DraftMistake | null } {
  const names = parametersOfText(cypher).map(({ name }) => name);
  const read = json === null ? null : readJson(json);
  return { ...valuesOf(names, parameters), jsonMistake: read && 'word' in read ? read : null };
}

/** The names of parameters that the active tab's text has, or that have a value. */
export function parameterNames(): string[] {
  const { cypher, parameters } = activeTab.peek();
  return [...new Set([...parametersOfText(cypher).map(({ name }) => name), ...parameters.keys()])];
}

/** Takes what the form says of one parameter. */
export function writeParameter({ id, parameters }: Tab, name: string, draft: ParameterDraft): void {
  changeTab(id, { parameters: new Map(parameters).set(name, draft), json: null });
}

/** Takes all parameters as JSON. While that is none, the parameters stay as they were. */
export function writeJson({ id, parameters }: Tab, json: string): void {
  const read = readJson(json);
  if ('word' in read) {
    changeTab(id, { json });
    return;
  }
  const drafts = Object.entries(read.values).map(([name, value]): [string, ParameterDraft] => {
    const draft = parameters.get(name);
    return [name, draft && isDraftOf(draft, value) ? draft : draftOf(value)];
  });
  changeTab(id, { json, parameters: new Map(drafts) });
}

/** The parameters as JSON: as the reader wrote it, or made of what the form says. */
export function jsonOf({ cypher, parameters, json }: Parameters): string {
  if (json !== null) return json;
  const names = new Set([...parametersOfText(cypher).map(({ name }) => name), ...parameters.keys()]);
  const { values } = valuesOf([...names], parameters);
  return JSON.stringify(values, null, 2);
}

function readJson(json: string): { values: Record<string, Json> } | DraftMistake {
  // An empty text means none, as everywhere.
  const read = readDraft({ kind: 'json', text: json.trim() === '' ? '{}' : json });
  if ('word' in read) return read;
  const { value } = read;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? { values: value } : { word: 'parameters.notMap', at: json.search(/\S/) };
}

/** Whether a draft says a value, so that its kind can stay. */
function isDraftOf(draft: ParameterDraft, value: Json): boolean {
  const read = readDraft(draft);
  return 'value' in read && JSON.stringify(read.value) === JSON.stringify(value);
}

/** Why a draft is no value, and where in its text, if there is a place. */
export function mistakeSentence(text: string, { word, at }: DraftMistake): string {
  return at === undefined ? t(word) : t('editor.place', { ...positionOf(text, at), sentence: t(word) });
}
