import { Download, Upload } from 'lucide-react';
import { useRef } from 'react';
import { saveFile } from '../exporting/save-file.ts';

interface FileButtonsProps {
  /** What the buttons are called. */
  save: string;
  add: string;
  className: string;
  isEmpty: boolean;
  /** All that is kept, as a file. */
  fileOf: () => { name: string; content: string };
  onFile: (file: File) => void;
}

/** Gives what the reader keeps as a file, and takes such a file. */
export function FileButtons({ save, add, className, isEmpty, fileOf, onFile }: FileButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={className}>
      <button
        type="button"
        className="quiet icon-only"
        disabled={isEmpty}
        title={save}
        aria-label={save}
        onClick={() => {
          const { name, content } = fileOf();
          saveFile(name, new Blob([content], { type: 'application/json' }));
        }}
      >
        <Download aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        className="quiet icon-only"
        title={add}
        aria-label={add}
        onClick={() => input.current?.click()}
      >
        <Upload aria-hidden="true" size={16} />
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={add}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
