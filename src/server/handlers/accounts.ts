import type { accountsOperations } from '#contract/operations/accounts.ts';
import { Problem } from '#contract/problems.ts';
import { changePassword } from '#studio/accounts/change-password.ts';
import { createToken } from '#studio/accounts/create-token.ts';
import { deleteAccount } from '#studio/accounts/delete-account.ts';
import { findUser } from '#studio/accounts/find-user.ts';
import { listSessions } from '#studio/accounts/list-sessions.ts';
import { listTokens } from '#studio/accounts/list-tokens.ts';
import { logIn } from '#studio/accounts/log-in.ts';
import { logOut } from '#studio/accounts/log-out.ts';
import { readRegistration } from '#studio/accounts/read-registration.ts';
import { refreshSession } from '#studio/accounts/refresh-session.ts';
import { register } from '#studio/accounts/register.ts';
import { revokeSession } from '#studio/accounts/revoke-session.ts';
import { revokeToken } from '#studio/accounts/revoke-token.ts';
import { userOf } from '#studio/accounts/user-of.ts';
import type { Visitor } from '#studio/accounts/visitor.ts';
import type { Call } from '../call.ts';
import { clearSessionCookies, refreshCookie, setSessionCookies } from '../cookies.ts';
import type { Handlers } from './handler.ts';

/** Who people are: sign-up, sessions, tokens. */
export const accountsHandlers: Handlers<typeof accountsOperations> = {
  getRegistration: (world) => readRegistration(world),
  register: async (world, _, registration, call) => {
    const signedIn = await register(world, registration, visitorOf(call));
    setSessionCookies(call, signedIn);
    return signedIn;
  },
  login: async (world, _, claim, call) => {
    const signedIn = await logIn(world, claim, visitorOf(call));
    setSessionCookies(call, signedIn);
    return signedIn;
  },
  refreshSession: async (world, _, input, call) => {
    const refreshToken = input.refreshToken ?? refreshCookie(call);
    if (refreshToken === null) throw new Problem('unauthenticated');
    const tokens = await refreshSession(world, refreshToken);
    setSessionCookies(call, tokens);
    return tokens;
  },
  logout: async (world, actor, input, call) => {
    const refreshToken = input.refreshToken ?? refreshCookie(call);
    await logOut(world, actor, { sessionId: sessionOf(call), refreshToken });
    clearSessionCookies(call);
  },
  getMe: async (world, actor) => userOf(await findUser(world, actor)),
  changePassword: (world, actor, change, call) =>
    changePassword(world, actor, change, {
      ...visitorOf(call),
      credential: call.credential.id,
      sessionId: sessionOf(call),
    }),
  listSessions: async (world, actor, page, call) => {
    const { items, nextCursor } = await listSessions(world, actor, sessionOf(call), page);
    call.nextCursor(nextCursor);
    return items;
  },
  revokeSession: (world, actor, { sessionId }, call) => revokeSession(world, actor, sessionId, call.credential.id),
  deleteAccount: async (world, actor, { password }, call) => {
    await deleteAccount(world, actor, password, { ...visitorOf(call), credential: call.credential.id });
    clearSessionCookies(call);
  },
  listTokens: async (world, actor, page, call) => {
    const { items, nextCursor } = await listTokens(world, actor, page);
    call.nextCursor(nextCursor);
    return items;
  },
  createToken: (world, actor, fields, call) => createToken(world, actor, fields, call.credential.id),
  revokeToken: (world, actor, { tokenId }, call) => revokeToken(world, actor, tokenId, call.credential.id),
};

const visitorOf = ({ ip, userAgent }: Call): Visitor => ({ ip, userAgent });

const sessionOf = ({ credential }: Call): string | null => (credential.kind === 'session' ? credential.id : null);
