import { KeyRound, LogOut } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { t } from '../../state/locale.ts';
import { hasToken, isSigningIn, needsSignIn, signIn, signInMistake, signOut } from '../../state/sign-in.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Where queries of one's own are for those who sign in: the place for the token, and the way out again. */
export function SignIn() {
  const isNeeded = useSignal(needsSignIn);
  const isIn = useSignal(hasToken);
  const focus = useKeptFocus();
  return (
    <div {...focus} className="sign-in-place">
      {isNeeded ? <TokenForm hasExpired={isIn} /> : isIn && <SignedIn />}
    </div>
  );
}

function TokenForm({ hasExpired }: { hasExpired: boolean }) {
  const id = useId();
  const [token, setToken] = useState('');
  const [isKept, setKept] = useState(false);
  const mistake = useSignal(signInMistake);
  const isBusy = useSignal(isSigningIn);
  const said = mistake ?? (hasExpired && !isBusy ? 'signIn.expired' : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void signIn(token, isKept);
  };
  return (
    <form className="sign-in" aria-labelledby={`${id}-title`} onSubmit={submit}>
      <p id={`${id}-title`}>
        <KeyRound aria-hidden="true" size={16} /> {t('signIn.why')}
      </p>
      <div className="sign-in-line">
        <label htmlFor={id}>{t('signIn.token')}</label>
        <input
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={token}
          aria-invalid={said !== null}
          aria-describedby={said === null ? undefined : `${id}-mistake`}
          onChange={({ target }) => setToken(target.value)}
        />
        <button type="submit" aria-disabled={isBusy}>
          {t(isBusy ? 'signIn.busy' : 'signIn.act')}
        </button>
      </div>
      <p id={`${id}-mistake`} role="alert" className="sign-in-mistake">
        {said !== null && t(said)}
      </p>
      <label className="sign-in-keep">
        <input type="checkbox" checked={isKept} onChange={({ target }) => setKept(target.checked)} />
        {t('signIn.keep')}
      </label>
    </form>
  );
}

function SignedIn() {
  return (
    <p className="signed-in">
      {t('signIn.done')}
      <button type="button" className="quiet" onClick={() => void signOut()}>
        <LogOut aria-hidden="true" size={15} /> {t('signIn.out')}
      </button>
    </p>
  );
}
