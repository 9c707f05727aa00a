/** A query that no engine finishes in a test's time, and that gives no row before its end. */
export const endless =
  'MATCH (a), (b), (c), (d), (e) WHERE a.name + b.name + c.name + d.name + e.name = "" RETURN count(*) AS n';
