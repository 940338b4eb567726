import { createContext, use } from 'react';
import type { SetInScript } from '../../queries/scene-draft.ts';

/** What can be done to the scenes of the script; the same functions for as long as the screen is there. */
export interface ScriptActions {
  readonly set: SetInScript;
  readonly open: (sceneId: string | null) => void;
  readonly move: (sceneId: string, by: number) => void;
  readonly addAfter: (sceneId: string | null) => void;
  readonly duplicate: (sceneId: string) => void;
  readonly remove: (sceneId: string) => void;
  /** Asks what another version should be like; null: of all scenes. */
  readonly askFor: (sceneId: string | null) => void;
  /** Takes the versions that are proposed: of one scene, or of all. */
  readonly useNew: (sceneId: string | null) => void;
  readonly keepOld: (sceneId: string | null) => void;
  /** The same ask once more. */
  readonly another: (sceneId: string | null) => void;
  readonly cancelJob: (jobId: string) => void;
  readonly lookAgain: (jobId: string) => void;
  readonly settle: (field: string, choice: 'mine' | 'theirs') => void;
}

const Context = createContext<ScriptActions | null>(null);

/** Hands the actions to every row below. */
export const ScriptActionsProvider = Context.Provider;

/** The actions of the script that a row is in. */
export function useScriptActions(): ScriptActions {
  const actions = use(Context);
  if (!actions) throw new Error('a row needs its script around it');
  return actions;
}
