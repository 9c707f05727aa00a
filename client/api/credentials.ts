let token: string | null = null;

/** From now on each request says with this token who asks; with null, none does. */
export function setToken(value: string | null): void {
  token = value;
}

/** What a request says of who asks. */
export function credentials(): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
