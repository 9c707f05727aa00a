import { closeCompletion } from '@codemirror/autocomplete';
import { historyField } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { computed, effect } from '@preact/signals-core';
import { spoken } from '../../state/locale.ts';
import { announce, notify } from '../../state/notices.ts';
import type { QueryRun } from '../../state/workbench/query-run.ts';
import { runFindings } from '../../state/workbench/run-findings.ts';
import { vocabulary } from '../../state/workbench/vocabulary.ts';
import { endOfPiece, findings, longestText, offsetOf } from '../../state/workbench/workbench-editor.ts';
import type { EditorControls } from '../../state/workbench/workbench-editor.ts';
import { activeTab, shownId, shownRun, tabs, writeCypher } from '../../state/workbench/workbench.ts';
import type { Tab } from '../../state/workbench/workbench.ts';
import { parameterNames } from '../../state/workbench/workbench-parameters.ts';
import { checking, showRunFindings } from './editor-checking.ts';
import { completing } from './editor-completing.ts';
import { startLanguage } from './editor-language.ts';
import type { Language } from './editor-language.ts';
import { editorBasics, editorWords } from './editor-setup.ts';
import { signing } from './editor-signing.ts';

/** What each tab can undo and where its caret is, as the editor was when it last showed the tab. */
const left = new Map<string, unknown>();
const leftFields = { history: historyField };

/**
 * Puts an editor of the active tab's text into an element, and its language worker beside the page.
 * @param describedBy the id of what tells how to leave it with the keyboard
 */
export function mountEditor(parent: HTMLElement, describedBy: string): EditorControls & { dispose(): void } {
  const language = startLanguage();
  const words = new Compartment();
  const extensions = (): Extension => [
    editorBasics(() => notify({ kind: 'word', word: 'editor.tooLong', values: { limit: longestText } })),
    words.of(editorWords(describedBy)),
    completing(language, parameterNames),
    signing(language),
    checking(language),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) writeCypher(editor.id, state.doc.toString());
    }),
  ];
  const open = (tab: Tab) => ({ id: tab.id, view: new EditorView({ parent, state: stateOf(tab, extensions()) }) });
  const close = (): void => {
    const present = new Set(tabs.peek().map(({ id }) => id));
    left.set(editor.id, editor.view.state.toJSON(leftFields));
    for (const id of left.keys()) if (!present.has(id)) left.delete(id);
    findings.value = [];
    editor.view.destroy();
  };
  let editor = open(activeTab.peek());

  const stops = [
    effect(() => {
      const tab = activeTab.value;
      const { id, view } = editor;
      if (tab.id !== id) {
        // A new one each time: what the old one was about to measure has no place in another text.
        const hasFocus = view.hasFocus;
        close();
        editor = open(tab);
        markRun(editor.view, tab.run);
        if (hasFocus) editor.view.focus();
      } else if (view.state.doc.toString() !== tab.cypher) {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: tab.cypher } });
      }
    }),
    effect(() => {
      void spoken.value;
      editor.view.dispatch({ effects: words.reconfigure(editorWords(describedBy)) });
    }),
    effect(() => {
      const { id, run } = lastRun.value;
      if (id !== editor.id) return;
      // Who runs a query has written it; the list would lie over its answer.
      if (run?.outcome.kind === 'running') closeCompletion(editor.view);
      markRun(editor.view, run);
    }),
    effect(() => {
      if (vocabulary.value) language.tell(vocabulary.value);
    }),
  ];

  return {
    ...controlsOf(() => editor.view, language),
    dispose() {
      for (const stop of stops) stop();
      close();
      language.dispose();
    },
  };
}

/** The editor as it was left with a tab, where its text is still the same. */
function stateOf({ id, cypher }: Tab, extensions: Extension): EditorState {
  const fresh = EditorState.create({ doc: cypher, extensions });
  const json = left.get(id);
  if (json === undefined) return fresh;
  const found = EditorState.fromJSON(json, { extensions }, leftFields);
  return found.doc.eq(fresh.doc) ? found : fresh;
}

/** The active tab and its run, apart from the text. */
const lastRun = computed(() => ({ id: shownId.value, run: shownRun.value }));

/** Marks what a run came to, while the text is still what was run. */
function markRun(view: EditorView, run: QueryRun | null): void {
  const found = run?.cypher === view.state.doc.toString() ? runFindings(run) : [];
  view.dispatch({ effects: showRunFindings.of(found) });
}

function controlsOf(present: () => EditorView, language: Language): EditorControls {
  const textOf = (): string => present().state.doc.toString();
  const selectAndFocus = (from: number, to: number): void => {
    const view = present();
    const effects = EditorView.scrollIntoView(from, { y: 'center' });
    view.dispatch({ selection: EditorSelection.single(from, to), effects });
    view.focus();
  };
  return {
    language: language.state,
    restartLanguage: () => language.restart(),
    focus: () => present().focus(),
    show(position) {
      const from = offsetOf(textOf(), position);
      selectAndFocus(from, endOfPiece(textOf(), from));
    },
    replace(position, name) {
      const from = offsetOf(textOf(), position);
      const to = endOfPiece(textOf(), from);
      present().dispatch({ changes: { from, to, insert: name }, userEvent: 'input.replace' });
      selectAndFocus(from + name.length, from + name.length);
    },
    async format() {
      const view = present();
      const { doc, selection } = view.state;
      const reply = await language.ask({ kind: 'format', text: doc.toString(), at: selection.main.head });
      if (reply?.kind !== 'format') {
        notify({ kind: 'word', word: 'editor.notFormatted' });
        return;
      }
      // It was changed meanwhile, or another tab is shown.
      if (view !== present() || !view.state.doc.eq(doc)) return;
      view.dispatch({
        changes: { from: 0, to: doc.length, insert: reply.text },
        selection: EditorSelection.single(reply.at),
        userEvent: 'input.format',
        scrollIntoView: true,
      });
      announce('editor.formatted');
    },
  };
}
