import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Node } from '../../../server/contract/graph.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { inLocale, problemSentence, t } from '../../state/locale.ts';
import { choicesFor, mostChoices, namesArrived } from '../../state/picture/node-choices.ts';
import type { NodeBlank, NodeChoices } from '../../state/picture/node-choices.ts';
import { problemOf } from '../../state/notices.ts';
import { labelStyleOf, nameOf } from '../../state/ontology.ts';
import { wordsIn } from '../../state/questions.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { textWidth } from '../reading/text-width.ts';
import { useSignal } from '../hooks/use-signal.ts';

interface QuestionNodeBlankProps {
  /** The id of its field on the page, for a label. */
  id?: string;
  blank: NodeBlank;
  /** The id of the node that stands in it; empty where none does. */
  value: string;
  /** The id of what tells why the value cannot be taken; undefined while it can. */
  mistakeId?: string | undefined;
  onChange: (id: string) => void;
}

/** A blank for a node: opens into those that fit, and finds others as one types. */
export function QuestionNodeBlank({ id, blank, value, mistakeId, onChange }: QuestionNodeBlankProps) {
  useSignal(namesArrived);
  // What is typed; null while nothing is.
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { choices, problem } = useChoices(blank, isOpen ? (typed ?? '') : null);
  const name = value === '' ? '' : wordsIn(blank, value);
  const text = typed ?? name;
  return (
    <ComboBox
      className="blank-node"
      {...(id !== undefined && { id })}
      aria-label={inLocale(blank.title)}
      isInvalid={mistakeId !== undefined}
      {...(mistakeId !== undefined && { 'aria-describedby': mistakeId })}
      items={choices?.nodes ?? []}
      value={value}
      inputValue={text}
      onInputChange={(next) => {
        if (next !== text) setTyped(next);
      }}
      onOpenChange={(opens) => {
        setOpen(opens);
        if (!opens) setTyped(null);
        else requestAnimationFrame(() => selectIf(input.current, name));
      }}
      onChange={(key) => {
        setTyped(null);
        if (key !== null) onChange(String(key));
      }}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Input
        ref={input}
        className="blank"
        size={textWidth(text)}
        spellCheck={false}
        autoComplete="off"
        onFocus={({ currentTarget }) => selectIf(currentTarget, name)}
      />
      <Button aria-label={t('question.choices')}>
        <ChevronDown aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover blank-list">
        <ListBox
          className="menu"
          renderEmptyState={() => (
            <p className="hint" role="status">
              {problem ? problemSentence(problem) : t(choices ? 'question.noChoice' : 'search.busy', { text })}
            </p>
          )}
        >
          {(node: Node) => (
            <ListBoxItem id={node.id} textValue={nameOf(node)} className="menu-item">
              <LabelBadge style={labelStyleOf(node)} /> {nameOf(node)}
            </ListBoxItem>
          )}
        </ListBox>
        {choices && choices.total > mostChoices && (
          <p className="hint">{t('question.more', { n: mostChoices, total: choices.total })}</p>
        )}
      </Popover>
    </ComboBox>
  );
}

/** Where the name still stands, what is typed takes its place: the key that opened the list moved the caret. */
function selectIf(input: HTMLInputElement | null, name: string): void {
  if (input?.value === name) input.select();
}

/** Milliseconds without a key before a search starts. */
const patience = 120;

/** What fits a text; the earlier choices stand until they arrive. Nothing is asked for while the text is null. */
function useChoices(blank: NodeBlank, text: string | null): { choices: NodeChoices | null; problem: Problem | null } {
  const [found, setFound] = useState<{ choices: NodeChoices | null; problem: Problem | null }>({
    choices: null,
    problem: null,
  });
  useEffect(() => {
    if (text === null) return;
    const controller = new AbortController();
    const find = async (): Promise<void> => {
      try {
        setFound({ choices: await choicesFor(blank, text, controller.signal), problem: null });
      } catch (error) {
        if (!controller.signal.aborted) setFound({ choices: null, problem: problemOf(error) });
      }
    };
    const timer = setTimeout(() => void find(), text === '' ? 0 : patience);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [blank, text]);
  return found;
}
