import { setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { findingSentence } from '../../state/workbench/finding-sentence.ts';
import { suggestionsFor } from '../../state/workbench/finding-suggestions.ts';
import { findings, longestQuery } from '../../state/workbench/workbench-editor.ts';
import type { Finding } from '../../state/workbench/workbench-editor.ts';
import type { Language } from './editor-language.ts';
import type { Finding as FoundInText } from './editor-task.ts';

/** Marks what is wrong in the text: what the language support sees as it is typed, and what the last run came to. */

/** Milliseconds without a key before the text is looked at. */
const patience = 250;

/** Shows what a run had against the text; the next change of the text takes it away. */
export const showRunFindings = StateEffect.define<readonly Finding[]>();

const ofRun = StateField.define<readonly Finding[]>({
  create: () => [],
  update(found, { effects, docChanged }) {
    const shown = effects.find((effect) => effect.is(showRunFindings));
    if (shown) return shown.value;
    return docChanged ? [] : found;
  },
});

/** Checks the text whenever it rests. What is found is marked, and kept in the page's state. */
export function checking(language: Language): Extension {
  return [ofRun, ViewPlugin.define((view) => new Checker(view, language))];
}

class Checker {
  private readonly view: EditorView;
  private readonly language: Language;
  private readonly stopListening: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private found: readonly Finding[] = [];
  private isGone = false;

  constructor(view: EditorView, language: Language) {
    this.view = view;
    this.language = language;
    // Also when the worker has come, or was lost.
    this.stopListening = language.state.subscribe(() => this.plan());
  }

  update({ docChanged, transactions }: ViewUpdate): void {
    if (docChanged) this.plan();
    // Not while the editor takes a change in.
    if (transactions.some(({ effects }) => effects.some((effect) => effect.is(showRunFindings)))) {
      queueMicrotask(() => this.show());
    }
  }

  destroy(): void {
    this.isGone = true;
    clearTimeout(this.timer);
    this.stopListening();
  }

  private plan(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), patience);
  }

  private async check(): Promise<void> {
    const { doc } = this.view.state;
    const text = doc.toString();
    const reply = isChecked(text) ? await this.language.ask({ kind: 'check', text }) : null;
    // It was changed meanwhile: another look is planned.
    if (this.isGone || !this.view.state.doc.eq(doc)) return;
    this.found = reply?.kind === 'check' ? reply.findings.map(findingOf) : [];
    this.show();
  }

  private show(): void {
    if (this.isGone) return;
    const { state } = this.view;
    const all = withoutEchoes([...state.field(ofRun), ...this.found].toSorted((a, b) => a.from - b.from));
    findings.value = all;
    this.view.dispatch(
      setDiagnostics(
        state,
        all.map((finding) => diagnosticOf(finding, state)),
      ),
    );
  }
}

/**
 * What both a run and a look at the text see is told once, as the engine sees it; and what only follows from the error
 * before it, where the text is no longer understood, is not told.
 */
function withoutEchoes(all: readonly Finding[]): Finding[] {
  const told: Finding[] = [];
  for (const finding of all) {
    const isEcho = told.some((other) => other.severity === 'error' && finding.from <= other.to);
    if (finding.isOfRun || !isEcho) told.push(finding);
  }
  const byRun = told.filter(({ isOfRun }) => isOfRun);
  return told.filter(({ isOfRun, from, to }) => isOfRun || byRun.every((other) => from > other.to || to < other.from));
}

const findingOf = (found: FoundInText): Finding => ({
  ...found,
  sentence: () => findingSentence(found.message),
  suggestions: suggestionsFor(found.message),
  isOfRun: false,
});

/** Whether there is something to check, and the server would take it. */
const isChecked = (text: string): boolean =>
  text.length <= longestQuery && text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, '').trim() !== '';

/** A place without width would be seen badly: it takes the character before it. */
function diagnosticOf(
  { from, to, severity, sentence, message, suggestions }: Finding,
  { doc }: EditorState,
): Diagnostic {
  const end = Math.min(to, doc.length);
  return {
    from: Math.max(0, Math.min(from, from === to ? end - 1 : end)),
    to: end,
    severity,
    message: sentence(),
    renderMessage: () => messageElement(sentence(), message),
    actions: suggestions.map((name) => ({ name, apply: putIn(name) })),
  };
}

/** Puts a name in the place of what a diagnostic marks by then. */
const putIn = (name: string) => (view: EditorView, from: number, to: number) =>
  view.dispatch({ changes: { from, to, insert: name }, userEvent: 'input.replace' });

/** The page's sentence, and below it what the language support or the engine says itself, where that says more. */
function messageElement(sentence: string, message: string): HTMLElement {
  const element = document.createElement('div');
  element.append(sentence);
  if (!sentence.includes(message)) {
    const own = element.appendChild(document.createElement('small'));
    own.lang = 'en';
    own.textContent = message;
  }
  return element;
}
