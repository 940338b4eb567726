import { keys } from '../queries/keys.ts';

/** A change that was asked for. */
export interface Change {
  readonly method: string;
  /** Below `/api`. */
  readonly path: string;
}

const OF_NOUN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  settings: [keys.settings, keys.providers],
  tokens: [keys.tokens, keys.budgets],
  budgets: [keys.budgets, keys.spend],
  trash: [keys.trash, keys.projects, ['project'], ['work']],
  films: [keys.projects],
  projects: [keys.projects],
};

/** The questions that a change makes stale. */
export function staleAfter({ path }: Change): readonly (readonly unknown[])[] {
  const [noun = '', id, inside, workId, ...deeper] = path.split('?')[0]?.split('/').slice(1) ?? [];
  if (noun === 'auth') return id === 'sessions' || id === 'password' ? [keys.sessions] : [];
  if (noun !== 'projects' || id === undefined) return OF_NOUN[noun] ?? [];
  const isTold =
    inside === 'works' && workId !== undefined && !['trash', 'budget', 'style-guide'].includes(deeper[0] ?? '');
  const isTrial = inside === 'templates' && deeper[0] === 'apply'; // it saves nothing
  if (isTold || isTrial) return [];
  return [keys.project(id), keys.projects, keys.trash, ...(path.endsWith('/budget') ? [keys.budgets] : [])];
}
