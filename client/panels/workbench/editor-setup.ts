import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { t } from '../../state/locale.ts';
import { longestText } from '../../state/workbench/workbench-editor.ts';
import { cypherColours } from './editor-colours.ts';
import { editorPhrases } from './editor-phrases.ts';

/** How the editor looks and what its keys do, whatever the language worker knows. */
export const editorBasics = (onTooLong: () => void): Extension => [
  lineNumbers(),
  lintGutter(),
  highlightActiveLineGutter(),
  highlightActiveLine(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  dropCursor(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  search({ top: true }),
  highlightSelectionMatches({ minSelectionLength: 2 }),
  EditorView.lineWrapping,
  cypherColours(),
  limitLength(onTooLong),
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
    // Once there is nothing left to close.
    { key: 'Escape', run: letTabLeave },
  ]),
];

/** What of it speaks the reader's language. `describedBy` is the id of what tells how to leave with the keyboard. */
export const editorWords = (describedBy: string): Extension => [
  EditorState.phrases.of(editorPhrases()),
  placeholder(t('editor.placeholder')),
  EditorView.contentAttributes.of({
    'aria-label': t('editor.label'),
    'aria-describedby': describedBy,
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
  }),
];

/** Milliseconds in which Tab leaves the editor once Escape was pressed, unless another key comes first. */
const patience = 60_000;

function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(patience);
  return true;
}

/** Takes no text that would be longer than a tab may be. */
const limitLength = (onTooLong: () => void): Extension =>
  EditorState.changeFilter.of(({ newDoc, startState }) => {
    const isTooLong = newDoc.length > longestText && newDoc.length > startState.doc.length;
    if (isTooLong) onTooLong();
    return !isTooLong;
  });
