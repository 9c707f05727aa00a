import type { KeyboardEvent, MouseEvent } from 'react';
import { t } from '../../state/locale.ts';
import { piecesOf } from '../../state/reading/text-parts.ts';
import type { TextPart } from '../../state/reading/text-parts.ts';
import { visibleText } from '../../state/visible-text.ts';

interface TextStretchProps {
  part: Exclude<TextPart, { kind: 'plain' }>;
  /** Quotes of what is selected: they stand out. */
  chosenQuotes: readonly string[];
  isOpen: boolean;
  isActive: boolean;
  onPress: () => void;
}

/**
 * A stretch of running text that can be pressed: a quote, or a clause that was left out. Not a button by its tag, for that would be
 * a box, and the text could not run on in it from line to line.
 */
export function TextStretch({ part, chosenQuotes, isOpen, isActive, onPress }: TextStretchProps) {
  // The line of the outline that it stands in has a click and keys of its own.
  const press = (event: MouseEvent | KeyboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    onPress();
  };
  const control = {
    role: 'button',
    tabIndex: isActive ? 0 : -1,
    onClick: press,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') press(event);
    },
  };
  if (part.kind === 'leftOut') {
    const told = t('original.leftOut', { reason: part.reason });
    return (
      <span
        {...control}
        className="left-out"
        aria-expanded={isOpen}
        aria-label={t('original.leftOutClause', { quote: visibleText(part.text), reason: part.reason })}
        title={told}
      >
        {visibleText(part.text)}
      </span>
    );
  }
  const { factIds, quote } = part.mark;
  const pieces = piecesOf(part.text, chosenQuotes);
  return (
    <mark
      {...control}
      data-facts={JSON.stringify(factIds)}
      aria-label={t('original.mark', { quote: visibleText(quote), n: factIds.length })}
      aria-expanded={factIds.length > 1 ? isOpen : undefined}
      aria-current={pieces.some(({ isChosen }) => isChosen) ? 'true' : undefined}
    >
      {pieces.map(({ text, isChosen }, index) =>
        isChosen ? <strong key={index}>{visibleText(text)}</strong> : visibleText(text),
      )}
    </mark>
  );
}
