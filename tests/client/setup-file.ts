import { fetchWords } from '../../client/state/locale.ts';

// A test of the page's state speaks either language at once; in a browser, words are fetched before it is switched.
await fetchWords('en');
