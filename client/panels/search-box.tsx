import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { reveal } from '../state/actions.ts';
import { inLocale, problemSentence, t } from '../state/locale.ts';
import { figureOf, labelStyleOf, nameOf, summaryOf } from '../state/ontology.ts';
import {
  isSearching,
  isSearchSought,
  searchProblem,
  searchPlaceholder,
  searchResults,
  searchText,
} from '../state/search.ts';
import { LabelBadge } from './widgets/label-badge.tsx';
import { useSignal } from './hooks/use-signal.ts';

/** Search as you type: inside words, by pinyin, by initials, in English. Choosing shows the node. */
export function SearchBox() {
  const text = useSignal(searchText);
  const placeholder = useSignal(searchPlaceholder);
  const isBusy = useSignal(isSearching);
  const problem = useSignal(searchProblem);
  const items = useSignal(searchResults);
  const [generation, setGeneration] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  // Whoever chose goes on from where they were.
  useEffect(() => {
    if (generation > 0) input.current?.focus();
  }, [generation]);
  const isSought = useSignal(isSearchSought);
  useEffect(() => {
    if (!isSought) return;
    isSearchSought.value = false;
    input.current?.focus();
  }, [isSought]);
  const choose = (id: string): void => {
    searchText.value = '';
    // A box that is made anew is closed and empty; clearing the text of the old one would open its list again.
    setGeneration(generation + 1);
    void reveal(id);
  };
  return (
    <ComboBox
      key={generation}
      className="search"
      items={items}
      inputValue={text}
      onInputChange={(value) => {
        searchText.value = value;
      }}
      onChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      // Without a text nothing is open: else the rest of the page would stay hidden from screen readers.
      allowsEmptyCollection={text.trim() !== ''}
      allowsCustomValue
      menuTrigger="input"
    >
      <Label className="visually-hidden">{t('search.label')}</Label>
      <Search aria-hidden="true" size={18} />
      <Input
        ref={input}
        id="search"
        type="search"
        placeholder={t(placeholder)}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={({ key, currentTarget, nativeEvent }) => {
          // Whoever types and presses Enter means the best result.
          // While an input method composes, Enter is its own; old results are not what the new text asks for.
          if (nativeEvent.isComposing || isBusy) return;
          const [first] = items;
          const isAnyChosen = currentTarget.hasAttribute('aria-activedescendant');
          if (key === 'Enter' && !isAnyChosen && first) choose(first.id);
        }}
      />
      {text.trim() !== '' && (
        <Popover className="results">
          <ListBox
            renderEmptyState={() => (
              <p className="hint" role="status">
                {problem
                  ? problemSentence(problem)
                  : t(isBusy || items.length > 0 ? 'search.busy' : 'search.empty', { text })}
              </p>
            )}
          >
            {(node: (typeof items)[number]) => (
              <ListBoxItem id={node.id} textValue={nameOf(node)} className="result">
                <LabelBadge style={labelStyleOf(node)} />
                <span>
                  <span>{nameOf(node)}</span>
                  <small>
                    {[inLocale(labelStyleOf(node).title), figureOf(node), summaryOf(node)].filter(Boolean).join(' · ')}
                  </small>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      )}
    </ComboBox>
  );
}
