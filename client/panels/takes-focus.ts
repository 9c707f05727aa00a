/** For a menu or a list that opens by a reader's act: the keyboard goes on in it, as the patterns of ARIA ask. */
export const takesFocus = { autoFocus: true } as const;
