import { ProblemError } from './problem-error.ts';
import type { OidcSettings, SignInSettings } from './settings.ts';
import { refusedToken, type SignIn } from './sign-in.ts';
import { tokenSignIn } from './sign-in-token.ts';

/** Characters of the longest token that is looked at; issuers that put much into theirs need some 4,000. */
const longestToken = 8_192;

/** Signs in by what the settings name, the shared token first; undefined where they name nothing. */
export function openSignIn({ token, oidc }: SignInSettings): SignIn | undefined {
  const ways = [...(token === undefined ? [] : [tokenSignIn(token)]), ...(oidc ? [lazyOidc(oidc)] : [])];
  if (ways.length === 0) return undefined;
  return async (given) => {
    if (given.length > longestToken) throw refusedToken(`it has more than ${longestToken} characters`);
    let refusal: unknown;
    for (const way of ways) {
      try {
        return await way(given);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'sign-in-refused') throw error;
        refusal = error;
      }
    }
    throw refusal;
  };
}

/** The library for signed tokens is loaded with the first of them: few servers ever see one. */
function lazyOidc(settings: OidcSettings): SignIn {
  let opening: Promise<SignIn> | undefined;
  return async (token) => {
    opening ??= import('./sign-in-oidc.ts').then(({ oidcSignIn }) => oidcSignIn(settings));
    const signIn = await opening;
    return signIn(token);
  };
}
