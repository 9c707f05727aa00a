/** As exact as a picture needs: a hundredth of a pixel at a scale of ten. */
export const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
