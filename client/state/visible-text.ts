/**
 * Characters that are not seen, or that turn round what stands about them: controls, marks of direction, those without a
 * width, other separators of lines, and halves of characters. Line breaks and tabs are shown as such; joiners are part of
 * how some scripts and pictures are written.
 */
const unseen = /(?![\t\n])\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]|\p{Cs}/gu;

/** A text of unknown origin as it can be shown: what is not seen in it is named by its number. */
export const visibleText = (text: string): string =>
  text.replaceAll(unseen, (sign) => `⟨${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
