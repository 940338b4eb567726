import { useStrings } from '../strings/catalogue.ts';

/** What a transition is called; one of an unknown name is called so. */
export function useTransitionName(): (type: string) => string {
  const { transitions } = useStrings('timeline');
  return (type) => (Object.hasOwn(transitions, type) ? transitions[type as keyof typeof transitions] : type);
}
