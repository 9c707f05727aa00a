/** One of several that can be chosen. */
export interface Choosable<Value extends string> {
  value: Value;
  title: string;
  hint?: string;
  isDisabled?: boolean;
}

interface ExportChoiceProps<Value extends string> {
  legend: string;
  /** What tells this choice from the others of its form. */
  name: string;
  value: Value;
  choices: readonly Choosable<Value>[];
  /** In one line, where the words are short. */
  isInLine?: boolean;
  onChange: (value: Value) => void;
}

/** A choice of one among several, each with a line that says what it is for. */
export function ExportChoice<Value extends string>({
  legend,
  name,
  value,
  choices,
  isInLine = false,
  onChange,
}: ExportChoiceProps<Value>) {
  return (
    <fieldset className="export-choice" data-in-line={isInLine}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={`export-${name}`}
            checked={choice.value === value}
            disabled={choice.isDisabled ?? false}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.title} {choice.hint !== undefined && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
