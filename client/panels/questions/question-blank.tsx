import { ChevronDown } from 'lucide-react';
import type { InputHTMLAttributes } from 'react';
import { Button, Select, SelectValue } from 'react-aria-components';
import type { Blank } from '../../../server/contract/data-set/question.ts';
import { inLocale, t } from '../../state/locale.ts';
import { ontology, typeOrder } from '../../state/ontology.ts';
import { wordsIn } from '../../state/questions.ts';
import { ChoiceList } from '../widgets/choice.tsx';
import { QuestionNodeBlank } from './question-node-blank.tsx';
import { textWidth } from '../reading/text-width.ts';

interface QuestionBlankProps<Kind extends Blank = Blank> {
  blank: Kind;
  value: string;
  onChange: (value: string) => void;
}

/** A blank in a question's sentence: what it takes says how it is filled. */
export function QuestionBlank({ blank, value, onChange }: QuestionBlankProps) {
  switch (blank.kind) {
    case 'node':
      return <QuestionNodeBlank blank={blank} value={value} onChange={onChange} />;
    case 'label':
    case 'type':
    case 'choice':
      return <ChoiceBlank blank={blank} value={value} onChange={onChange} />;
    case 'number':
      return (
        <InputBlank
          {...{ blank, value, onChange }}
          limits={{ type: 'number', min: blank.min, max: blank.max, step: 'any' }}
        />
      );
    case 'date':
      return (
        <InputBlank
          {...{ blank, value, onChange }}
          limits={{ pattern: String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`, title: t('question.date') }}
        />
      );
    case 'text':
      return <InputBlank {...{ blank, value, onChange }} limits={{ maxLength: 100, pattern: String.raw`.*\S.*` }} />;
  }
}

interface InputBlankProps extends QuestionBlankProps {
  /** What may be typed, in the browser's own terms: it says what is wrong before anything is asked. */
  limits: InputHTMLAttributes<HTMLInputElement>;
}

function InputBlank({ blank, value, onChange, limits }: InputBlankProps) {
  return (
    <input
      className="blank"
      aria-label={inLocale(blank.title)}
      value={value}
      required
      size={textWidth(value)}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...limits}
    />
  );
}

function ChoiceBlank({ blank, value, onChange }: QuestionBlankProps) {
  const options = optionsOf(blank).map((id) => ({ id, text: wordsIn(blank, id) }));
  return (
    <Select
      className="blank-choice"
      aria-label={inLocale(blank.title)}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Button className="blank">
        <SelectValue /> <ChevronDown aria-hidden="true" size={16} />
      </Button>
      <ChoiceList options={options} />
    </Select>
  );
}

/** Labels or types that a blank names, else all; or its own choices. */
function optionsOf(blank: Blank): readonly string[] {
  if (blank.kind === 'choice') return Object.keys(blank.choices);
  if (blank.kind === 'type') return blank.types.length > 0 ? blank.types : typeOrder.value;
  if (blank.kind !== 'label') return [];
  return blank.labels.length > 0 ? blank.labels : (ontology.value?.labels ?? []).map(({ name }) => name);
}
