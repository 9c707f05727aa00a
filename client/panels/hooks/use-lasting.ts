import { useEffect, useState } from 'react';

/**
 * Whether something has been so for a while: what is over at once would only flicker.
 * @param patience how long that is, in milliseconds
 */
export function useLasting(isSo: boolean, patience: number): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setIsLong(true), patience);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isSo, patience]);
  return isSo && isLong;
}
