import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../../state/locale.ts';
import { longestWords } from '../../state/story/own-scenes.ts';
import type { SceneWords } from '../../state/story/own-scenes.ts';

interface SceneFormProps {
  /** What stands in the form at first. */
  words: SceneWords;
  /** Keeps what was typed; answers whether there was room. */
  onKeep: (words: SceneWords) => boolean;
  onDone: () => void;
}

/** The words of a scene. Escape leaves all as it was. */
export function SceneForm({ words, onKeep, onDone }: SceneFormProps) {
  const [typed, setTyped] = useState(words);
  const id = useId();
  const fieldOf = (name: keyof SceneWords) => ({
    id: `${id}${name}`,
    maxLength: longestWords[name],
    value: typed[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: currentTarget.value }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onDone();
    },
  });
  return (
    <form
      className="scene-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.title.trim() !== '' && onKeep(typed)) onDone();
      }}
    >
      <label htmlFor={`${id}title`}>{t('scenes.field.title')}</label>
      {/* Whoever asked for the form goes on by typing. */}
      <input required {...fieldOf('title')} ref={focusOnce} />
      <label htmlFor={`${id}caption`}>{t('scenes.field.caption')}</label>
      <textarea rows={3} {...fieldOf('caption')} />
      <label htmlFor={`${id}notes`}>{t('scenes.field.notes')}</label>
      <textarea rows={3} {...fieldOf('notes')} />
      <div className="scene-form-acts">
        <button type="button" onClick={onDone}>
          {t('scenes.cancel')}
        </button>
        <button type="submit" className="primary" disabled={typed.title.trim() === ''}>
          {t('scenes.keep')}
        </button>
      </div>
    </form>
  );
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus();
