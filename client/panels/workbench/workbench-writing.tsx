import { useId, useLayoutEffect } from 'react';
import { t } from '../../state/locale.ts';
import { activeTab, writeCypher } from '../../state/workbench/workbench.ts';
import { editorControls } from '../../state/workbench/workbench-editor.ts';
import { isEditorSought, isHistoryShown } from '../../state/workbench/workbench-frame.ts';
import { focusWishes } from '../widgets/focus-wishes.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { ParameterForm } from './parameter-form.tsx';
import { QueryHistory } from './query-history.tsx';
import { SignIn } from './sign-in.tsx';
import { useMedia } from '../hooks/use-media.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { ConsoleOff } from './workbench-off.tsx';
import { WorkbenchActions } from './workbench-actions.tsx';
import { WorkbenchFindings } from './workbench-findings.tsx';

const Editor = lazyPart(async () => (await import('./editor.tsx')).Editor, { waiting: <PlainEditor /> });

/** Where the active query is written, or earlier ones in its place. */
export function WorkbenchWriting() {
  const hasHistory = useSignal(isHistoryShown);
  return (
    <div className="workbench-writing" data-history={hasHistory}>
      {hasHistory && <QueryHistory />}
      <Writing />
    </div>
  );
}

function Writing() {
  const hint = useId();
  useSought();
  return (
    <div className="workbench-query">
      <ConsoleOff />
      <SignIn />
      <WorkbenchActions />
      <Editor describedBy={hint} />
      <p className="visually-hidden" id={hint}>
        {t('editor.leave')}
      </p>
      <WorkbenchFindings />
      <ParameterForm />
    </div>
  );
}

/**
 * The editor takes the focus when the reader asked for it, unless they have gone on to something else while its script was on
 * its way; under fingers that would call the keyboard up.
 */
function useSought(): void {
  const isSought = useSignal(isEditorSought);
  const controls = useSignal(editorControls);
  const isTouched = useMedia('(pointer: coarse)');
  useLayoutEffect(() => {
    if (!isSought) return;
    if (!focusWishes.editor.isStanding) {
      isEditorSought.value = false;
      return;
    }
    // On a small screen they stand in the editor's place.
    if (isTouched) isHistoryShown.value = false;
    if (isTouched) document.querySelector<HTMLElement>('.workbench')?.focus();
    else if (controls) controls.focus();
    else return;
    isEditorSought.value = false;
  }, [isSought, controls, isTouched]);
}

/** The same text without colours, until the editor's script is there. */
function PlainEditor() {
  const tab = useSignal(activeTab);
  return (
    <textarea
      className="editor plain-editor"
      aria-label={t('editor.label')}
      spellCheck={false}
      value={tab.cypher}
      onChange={({ target }) => writeCypher(tab.id, target.value)}
    />
  );
}
