import { create } from 'zustand';

/** The picture the next clip of a scene is to end with, by scene; it holds while the page is open. */
const useLastTakes = create<Readonly<Record<string, string>>>(() => ({}));

/** What the next clip of a scene is to end with; undefined: as it comes. */
export const useLastTake = (sceneId: string | undefined): string | undefined =>
  useLastTakes((all) => (sceneId === undefined ? undefined : all[sceneId]));

/** Has the next clip of a scene end with a picture, or as it comes. */
export function chooseLastTake(sceneId: string, takeId: string | undefined): void {
  const { [sceneId]: _, ...others } = useLastTakes.getState();
  useLastTakes.setState(takeId === undefined ? others : { ...others, [sceneId]: takeId }, true);
}
