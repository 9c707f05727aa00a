/** A part of the font did not come, or is none. */
export class FontError extends Error {
  override readonly name = 'FontError';
}
