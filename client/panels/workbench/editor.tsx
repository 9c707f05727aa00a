import { useEffect, useRef } from 'react';
import { editorControls } from '../../state/workbench/workbench-editor.ts';
import { mountEditor } from './editor-view.ts';

/** The active tab's text, in CodeMirror. `describedBy` is the id of what tells how to leave it with the keyboard. */
export function Editor({ describedBy }: { describedBy: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const mounted = mountEditor(element.current, describedBy);
    editorControls.value = mounted;
    return () => {
      editorControls.value = null;
      mounted.dispose();
    };
  }, [describedBy]);
  return <div className="editor" ref={element} />;
}
