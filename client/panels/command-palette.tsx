import { Command as CommandIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
} from 'react-aria-components';
import type { DataSetInfo } from '../../server/contract/data-set-info.ts';
import type { Question } from '../../server/contract/data-set/question.ts';
import { ask, reveal } from '../state/actions.ts';
import { commands, isPossible } from '../state/commands.ts';
import { loadDataSets, openDataSet, otherDataSets, titleOf } from '../state/data-sets.ts';
import { dialog } from '../state/dialog.ts';
import { isEmbedded } from '../state/view/embedding.ts';
import { shownIds } from '../state/picture/filters.ts';
import { t } from '../state/locale.ts';
import type { Word } from '../state/locale.ts';
import { learnNodes, namesArrived, nodesInBlanks } from '../state/picture/node-choices.ts';
import { nameOf, ontology } from '../state/ontology.ts';
import { sentenceOfQuestion } from '../state/questions.ts';
import { picture } from '../state/picture/picture.ts';
import { DialogFrame } from './widgets/dialog-frame.tsx';
import { Keys } from './widgets/keys.tsx';
import { useSignal } from './hooks/use-signal.ts';

/** One line of the palette. */
interface Line {
  id: string;
  name: string;
  keys: readonly string[];
  run: () => void;
}

interface Section {
  title: Word;
  lines: Line[];
}

/** Nodes that are listed at most: who looks for one types more of its name. */
const mostNodes = 20;

/** Everything that can be done now, by its name: commands, questions, other data sets, and the nodes on screen. */
export function CommandPalette() {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // Whoever opens it goes on by typing.
  useEffect(() => input.current?.focus(), []);
  useSignal(namesArrived);
  useSignal(otherDataSets);
  useEffect(() => {
    // Others may have been loaded since. In a frame, where the reader goes belongs to the page round it.
    if (!isEmbedded.peek()) void loadDataSets();
  }, []);
  useEffect(() => {
    const controller = new AbortController();
    // Without their names the blanks of questions are called by what they are for.
    learnNodes(nodesInBlanks(ontology.peek()?.questions ?? []), controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, []);
  const sections = sectionsFor(text);
  const runs = new Map(sections.flatMap(({ lines }) => lines.map(({ id, run }) => [id, run] as const)));
  return (
    <DialogFrame title={t('command.palette')} isTitleHidden>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={t('palette.label')} className="palette-field">
          <CommandIcon aria-hidden="true" size={18} />
          <Input ref={input} placeholder={t('palette.label')} />
        </SearchField>
        {/* The menu's own focus is a virtual one; who scrolls by keys alone has to be able to come here. */}
        <div className="palette-scroll" role="region" aria-label={t('command.palette')} tabIndex={0}>
          <Menu
            aria-label={t('command.palette')}
            className="palette-list"
            items={sections}
            renderEmptyState={() => <p className="hint">{t('palette.empty', { text })}</p>}
            onAction={(key) => {
              dialog.value = null;
              runs.get(String(key))?.();
            }}
          >
            {({ title, lines }) => (
              <MenuSection id={title}>
                <Header>{t(title)}</Header>
                <Collection items={lines}>
                  {({ id, name, keys }) => (
                    <MenuItem id={id} textValue={name} className="palette-line">
                      <span>{name}</span>
                      <Keys keys={keys} />
                    </MenuItem>
                  )}
                </Collection>
              </MenuSection>
            )}
          </Menu>
        </div>
      </Autocomplete>
    </DialogFrame>
  );
}

/** What fits a text, by section; a section without a line is left out. */
function sectionsFor(text: string): Section[] {
  const wanted = text.trim().toLowerCase();
  const isFit = ({ name }: Line): boolean => name.toLowerCase().includes(wanted);
  const ofCommands = (['general', 'selection', 'picture'] as const).map((section): Section => ({
    title: `commands.${section}`,
    lines: commands
      .filter((command) => command.section === section && isPossible(command))
      .map((command): Line => {
        const name = t(command.word());
        return { id: `command ${name}`, name, keys: command.keys, run: command.run };
      }),
  }));
  const questions: Section = { title: 'commands.questions', lines: (ontology.value?.questions ?? []).map(lineOf) };
  const others: Section = {
    title: 'dataSets.label',
    lines: isEmbedded.value ? [] : otherDataSets.value.map(dataSetLine),
  };
  const nodes: Section = { title: 'commands.nodes', lines: wanted === '' ? [] : nodeLines(wanted) };
  return [...ofCommands, others, questions, nodes]
    .map(({ title, lines }) => ({ title, lines: lines.filter(isFit) }))
    .filter(({ lines }) => lines.length > 0);
}

function lineOf(question: Question): Line {
  const run = (): void => void ask(question);
  return { id: `question ${question.id}`, name: sentenceOfQuestion(question), keys: [], run };
}

function dataSetLine(dataSet: DataSetInfo): Line {
  const name = t('dataSets.open', { title: titleOf(dataSet) });
  return { id: `data set ${dataSet.name}`, name, keys: [], run: () => openDataSet(dataSet) };
}

function nodeLines(wanted: string): Line[] {
  const lines: Line[] = [];
  for (const node of picture.value.nodes.values()) {
    if (lines.length >= mostNodes) break;
    const name = nameOf(node);
    if (!shownIds.value.has(node.id) || !name.toLowerCase().includes(wanted)) continue;
    lines.push({ id: `node ${node.id}`, name, keys: [], run: () => void reveal(node.id) });
  }
  return lines;
}
