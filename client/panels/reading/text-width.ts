/** How wide a text is in the characters of a Latin script, within what a field in a sentence may have. */
export function textWidth(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0;
  return Math.min(44, Math.max(4, text.length + wide));
}
