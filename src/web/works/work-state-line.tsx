import { StateLine } from '../pieces/state-line.tsx';
import type { ShownState } from '../pieces/state-looks.ts';
import type { WorkState } from './state-of-work.ts';

const looks: Readonly<Record<WorkState['kind'], ShownState>> = {
  doubt: 'uncertain',
  needs: 'review',
  failed: 'failed',
  running: 'making_video',
  done: 'done',
  idle: 'pending',
};

/** How a work or a project stands, in colour, glyph and words. */
export function WorkStateLine({ state: { kind, words } }: { readonly state: WorkState }) {
  return <StateLine state={looks[kind]}>{words}</StateLine>;
}
