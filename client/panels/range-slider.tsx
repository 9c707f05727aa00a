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
              <SliderThumb
                key={names[index]}
                index={index}
                aria-label={names[index] ?? label}
                className="slider-thumb"
                aria-valuetext={textOf(value)}
              />
            ))}
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
