import { Prec, StateEffect, StateField } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, showTooltip, ViewPlugin } from '@codemirror/view';
import type { Tooltip, ViewUpdate } from '@codemirror/view';
import type { Language } from './editor-language.ts';
import type { Signature } from './editor-task.ts';

/** Shows the arguments of the call that is being written, the present one marked. */

/** Milliseconds that the caret rests before it is looked at. */
const patience = 120;

const setSignature = StateEffect.define<{ at: number; signature: Signature } | null>();

const signatureField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, changes }) {
    const set = effects.find((effect) => effect.is(setSignature));
    if (set) return set.value && { pos: set.value.at, above: true, create: () => ({ dom: elementOf(set.value) }) };
    return tooltip && { ...tooltip, pos: changes.mapPos(tooltip.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

export function signing(language: Language): Extension {
  return [
    signatureField,
    ViewPlugin.define((view) => new Signer(view, language)),
    // Before the Escape that lets Tab leave the editor.
    Prec.high(keymap.of([{ key: 'Escape', run: close }])),
    EditorView.domEventHandlers({ blur: (_event, view) => void close(view) }),
  ];
}

function close(view: EditorView): boolean {
  if (view.state.field(signatureField) === null) return false;
  view.dispatch({ effects: setSignature.of(null) });
  return true;
}

class Signer {
  private readonly view: EditorView;
  private readonly language: Language;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, language: Language) {
    this.view = view;
    this.language = language;
  }

  update({ docChanged, selectionSet, view }: ViewUpdate): void {
    if (!(docChanged || selectionSet) || !view.hasFocus) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), patience);
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    const { state } = this.view;
    const at = state.selection.main.head;
    const text = state.doc.toString();
    const isInCall = state.selection.main.empty && /[\p{L}\p{N}\p{Pc}`]\s*\([^;]*$/u.test(text.slice(0, at));
    const reply = isInCall ? await this.language.ask({ kind: 'sign', text, at }) : null;
    // A view that is gone has no focus.
    if (this.view.state.selection !== state.selection || !this.view.hasFocus) return;
    const signature = reply?.kind === 'sign' ? reply.signature : null;
    if (signature === null) close(this.view);
    else this.view.dispatch({ effects: setSignature.of({ at, signature }) });
  }
}

function elementOf(shown: { signature: Signature } | null): HTMLElement {
  const element = document.createElement('div');
  element.className = 'signature';
  element.lang = 'en';
  if (!shown) return element;
  const { label, description, arguments: parts, present } = shown.signature;
  const part = parts[present] ?? '';
  const start = part === '' ? -1 : label.indexOf(part, label.indexOf('('));
  const line = element.appendChild(document.createElement('code'));
  if (start < 0) line.textContent = label;
  else {
    const mark = document.createElement('mark');
    mark.textContent = part;
    line.append(label.slice(0, start), mark, label.slice(start + part.length));
  }
  if (description !== '') element.appendChild(document.createElement('p')).textContent = description;
  return element;
}
