/** What the embedded engine would do otherwise than Neo4j, and where it stands in the query. */
export class Unsupported extends Error {
  readonly what: string;
  readonly start: number;

  constructor(what: string, start: number) {
    super(what);
    this.what = what;
    this.start = start;
  }
}
