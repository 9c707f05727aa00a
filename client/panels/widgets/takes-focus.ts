/** For what opens by a reader's act: the keyboard goes on in it, as the patterns of ARIA ask; in a menu at its start. */
export const listTakesFocus = { autoFocus: true } as const;
export const menuTakesFocus = { autoFocus: 'first' } as const;
