import { memo } from 'react';
import type { Shape } from '../../state/picture/shapes.ts';

/** Shapes as SVG, from back to front. */
export const ChartShapes = memo(function ChartShapes({ shapes }: { shapes: readonly Shape[] }) {
  // The order of shapes never changes: what they show does.
  return shapes.map((shape, index) => <OneShape key={`${index} ${shape.kind}`} shape={shape} />);
});

function OneShape({ shape }: { shape: Shape }) {
  if (shape.kind === 'group') {
    return (
      <g>
        <ChartShapes shapes={shape.shapes} />
      </g>
    );
  }
  if (shape.kind === 'text') {
    const { x, y, size, weight, colour, anchor, halo, text, angle, opacity } = shape;
    return (
      <text
        x={x}
        y={y}
        fontSize={size}
        fontWeight={weight}
        fill={colour}
        textAnchor={anchor}
        opacity={opacity}
        transform={angle === undefined ? undefined : `rotate(${angle} ${x} ${y})`}
        {...(halo && { stroke: halo.colour, strokeWidth: halo.width, strokeLinejoin: 'round', paintOrder: 'stroke' })}
      >
        {text}
      </text>
    );
  }
  const { d, fill, stroke, opacity } = shape;
  return (
    <path
      d={d}
      fill={fill ?? 'none'}
      opacity={opacity}
      {...(stroke && {
        stroke: stroke.colour,
        strokeWidth: stroke.width,
        strokeDasharray: stroke.dash.join(' ') || undefined,
        strokeLinecap: stroke.isRound ? 'round' : undefined,
        strokeLinejoin: stroke.isRound ? 'round' : undefined,
      })}
    />
  );
}
