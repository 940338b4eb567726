import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { Session, SessionTokens, SignedIn } from '../session.ts';
import { ApiToken, NewApiToken, TokenFields } from '../token.ts';
import { ClaimedPassword, Email, Password, PersonName, User } from '../user.ts';
import { json, page } from './parts.ts';

/** Left out where the cookie carries it. */
const refreshToken = z.string().max(200).optional();

/** Who people are: accounts, sessions, API tokens. */
export const accountsOperations = {
  getRegistration: operation({
    method: 'GET',
    path: '/auth/registration',
    access: 'open',
    summary: 'Say whether an account can be opened here, and whether it would be the first.',
    answer: json(z.object({ isOpen: z.boolean(), isFirst: z.boolean() })),
  }),
  register: operation({
    method: 'POST',
    path: '/auth/register',
    access: 'open',
    summary: 'Open an account and sign in; the first one takes over what was made on this machine without one.',
    body: z.strictObject({ email: Email, password: Password, name: PersonName }),
    answer: json(SignedIn, 201),
    problems: ['email_taken', 'registration_closed', 'rate_limited'],
  }),
  login: operation({
    method: 'POST',
    path: '/auth/login',
    access: 'open',
    summary: 'Sign in.',
    body: z.strictObject({ email: Email, password: ClaimedPassword }),
    answer: json(SignedIn),
    problems: ['invalid_credentials', 'cross_origin', 'rate_limited'],
  }),
  refreshSession: operation({
    method: 'POST',
    path: '/auth/refresh',
    access: 'open',
    summary: 'Exchange a refresh token for a new access and refresh token; one that comes twice ends the session.',
    body: z.strictObject({ refreshToken }),
    answer: json(SessionTokens),
    problems: ['unauthenticated', 'refresh_raced', 'cross_origin'],
  }),
  logout: operation({
    method: 'POST',
    path: '/auth/logout',
    access: 'any',
    summary: 'Sign out: end the session that asks, or the one of the given refresh token.',
    body: z.strictObject({ refreshToken }),
    answer: { kind: 'none' },
  }),
  getMe: operation({
    method: 'GET',
    path: '/auth/me',
    access: 'any',
    summary: 'Get the account that asks.',
    answer: json(User),
  }),
  changePassword: operation({
    method: 'POST',
    path: '/auth/password',
    access: 'user',
    summary: 'Change the password; every other session ends.',
    body: z.strictObject({ currentPassword: ClaimedPassword, newPassword: Password }),
    answer: { kind: 'none' },
    problems: ['wrong_password', 'rate_limited'],
  }),
  listSessions: operation({
    method: 'GET',
    path: '/auth/sessions',
    access: 'user',
    summary: 'List where the account is signed in, the last used first.',
    query: page,
    answer: json(z.array(Session)),
  }),
  revokeSession: operation({
    method: 'DELETE',
    path: '/auth/sessions/{sessionId}',
    access: 'user',
    summary: 'End a session.',
    params: z.object({ sessionId: idSchema('session') }),
    answer: { kind: 'none' },
  }),
  deleteAccount: operation({
    method: 'DELETE',
    path: '/auth/me',
    access: 'user',
    summary: 'Delete the account with everything in it, for good.',
    body: z.strictObject({ password: ClaimedPassword }),
    answer: { kind: 'none' },
    problems: ['wrong_password', 'rate_limited'],
  }),
  listTokens: operation({
    method: 'GET',
    path: '/tokens',
    access: 'user',
    summary: 'List the API tokens, the newest first.',
    query: page,
    answer: json(z.array(ApiToken)),
  }),
  createToken: operation({
    method: 'POST',
    path: '/tokens',
    access: 'user',
    summary: 'Make an API token; it is shown this once.',
    body: TokenFields,
    answer: json(NewApiToken, 201),
  }),
  revokeToken: operation({
    method: 'DELETE',
    path: '/tokens/{tokenId}',
    access: 'user',
    summary: 'Revoke an API token.',
    params: z.object({ tokenId: idSchema('token') }),
    answer: { kind: 'none' },
  }),
} as const;
