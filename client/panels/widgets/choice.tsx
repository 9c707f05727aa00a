import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

interface ChoiceProps {
  label: string;
  /** What can be chosen, each with its text. */
  options: readonly { id: string; text: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** One of several, from a list that opens. */
export function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => {
        if (key !== null && String(key) !== value) onChange(String(key));
      }}
    >
      <Label>{label}</Label>
      <Button>
        <SelectValue /> <ChevronDown aria-hidden="true" size={16} />
      </Button>
      <ChoiceList options={options} />
    </Select>
  );
}

/** The list that a choice opens. */
export function ChoiceList({ options }: Pick<ChoiceProps, 'options'>) {
  return (
    <Popover className="popover">
      <ListBox className="menu" items={options}>
        {({ id, text }) => (
          <ListBoxItem id={id} className="menu-item" textValue={text}>
            {text}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
