import { autocompletion, closeCompletion, selectedCompletion } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';
import { written } from '../../state/workbench/finding-suggestions.ts';
import { inLocale } from '../../state/locale.ts';
import { labelTitle, propertyTitle, typeStyleOf } from '../../state/ontology.ts';
import type { Language } from './editor-language.ts';
import type { Proposal } from './editor-task.ts';

/** Completes what is being typed: from the language, the database's words and the query's parameters. */

/** What is being typed: a name, or a parameter. */
const begun = /\$?[\p{L}\p{N}\p{M}\p{Pc}]*/u;

/** Signs behind which a word can be told before it begins. */
const telling = '.:{$|&';

/**
 * @param parameters the names of parameters that have a value, or stand in the text
 */
export function completing(language: Language, parameters: () => readonly string[]): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context;
    const word = context.matchBefore(begun);
    const isBegun = word !== null && word.from < word.to;
    if (!isBegun && !explicit && !telling.includes(state.sliceDoc(pos - 1, pos) || ' ')) return null;
    const text = state.doc.toString();
    const reply = await language.ask({ kind: 'complete', text, at: pos, isAsked: explicit, parameters: parameters() });
    // Whoever has gone on elsewhere meanwhile wants no list.
    if (reply?.kind !== 'complete' || context.aborted || context.view?.hasFocus === false) return null;
    return { from: word?.from ?? pos, options: reply.proposals.map(completionOf), validFor: begun };
  };
  return [
    // Before the list's own keys.
    Prec.highest(keymap.of([{ key: 'Enter', run: passOverWhatIsWritten }])),
    autocompletion({ override: [source], activateOnTypingDelay: 60, maxRenderedOptions: 60 }),
  ];
}

/** Where the word is written already, there is nothing to complete: Enter begins a line. */
function passOverWhatIsWritten(view: EditorView): boolean {
  const { state } = view;
  const label = selectedCompletion(state)?.label ?? '';
  const { head } = state.selection.main;
  const before = state.sliceDoc(Math.max(0, head - label.length), head);
  if (label !== '' && before.toLowerCase() === label.toLowerCase()) closeCompletion(view);
  return false;
}

/** Names of the graph come before those of the language. */
const boosts: Record<Proposal['kind'], number> = { label: 3, property: 3, variable: 2, function: 1, keyword: 0 };

function completionOf({ label, kind, insert, signature, description }: Proposal): Completion {
  const title = titleOf(label, kind);
  const info = [signature, description].filter((part) => part !== undefined).join('\n\n');
  return {
    label,
    type: kind,
    boost: boosts[kind],
    ...(title !== label && { detail: title }),
    ...(info !== '' && { info }),
    apply: label.startsWith('$') ? `$${written(label.slice(1))}` : (insert ?? label),
  };
}

/** What the data set calls a name in the reader's language. */
function titleOf(name: string, kind: Proposal['kind']): string {
  if (kind === 'property') return propertyTitle(name);
  if (kind !== 'label') return name;
  const title = labelTitle(name);
  return title === name ? inLocale(typeStyleOf(name).title) : title;
}
