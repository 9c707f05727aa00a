import { useLayoutEffect, useRef } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

interface RangeSliderProps {
  label: string;
  /** Whether what stands round it says what it is for. */
  isLabelHidden?: boolean;
  /** The least and the greatest value. */
  from: number;
  to: number;
  /** One value, or two for a range, each with the name of its thumb. */
  values: readonly number[];
  names: readonly string[];
  /** A value in words, as it is read out and shown. */
  textOf: (value: number) => string;
  onChange: (values: number[]) => void;
  /** When the reader lets go. */
  onChangeEnd?: (values: number[]) => void;
  /** When the reader takes hold of it anew, or has left it: what is changed then is no part of what was before. */
  onBegin?: () => void;
}

/** A slider over whole numbers, each of which stands for something. */
export function RangeSlider({
  label,
  isLabelHidden = false,
  from,
  to,
  values,
  names,
  textOf,
  onChange,
  onChangeEnd,
  onBegin,
}: RangeSliderProps) {
  return (
    <Slider<number[]>
      className="slider"
      minValue={from}
      maxValue={to}
      step={1}
      value={[...values]}
      onChange={onChange}
      {...(onChangeEnd && { onChangeEnd })}
      {...(onBegin && { onPointerDownCapture: onBegin })}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : ''}>{label}</Label>
      <SliderOutput>{({ state }) => state.values.map(textOf).join(' – ')}</SliderOutput>
      <SliderTrack>
        {({ state }) => (
          <>
            <span className="slider-rail" />
            <span
              className="slider-fill"
              style={
                state.values.length > 1
                  ? {
                      insetInlineStart: `${state.getThumbPercent(0) * 100}%`,
                      insetInlineEnd: `${100 - state.getThumbPercent(1) * 100}%`,
                    }
                  : { insetInlineStart: 0, insetInlineEnd: `${100 - state.getThumbPercent(0) * 100}%` }
              }
            />
            {state.values.map((value, index) => (
              <Thumb key={names[index]} index={index} name={names[index] ?? label} text={textOf(value)} />
            ))}
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}

interface ThumbProps {
  index: number;
  name: string;
  /** Its value in words. */
  text: string;
}

function Thumb({ index, name, text }: ThumbProps) {
  const input = useRef<HTMLInputElement>(null);
  // The slider would have its number read out, and sets that anew with each value.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', text));
  return <SliderThumb index={index} inputRef={input} aria-label={name} className="slider-thumb" />;
}
