import {
  Check,
  CircleDashed,
  CircleHelp,
  Clock,
  Eye,
  LoaderCircle,
  OctagonAlert,
  Stamp,
  type LucideIcon,
} from 'lucide-react';

/** How a scene, or anything that is made step by step, may stand. */
export type ShownState =
  | 'pending'
  | 'waiting'
  | 'making_image'
  | 'making_video'
  | 'review'
  | 'approved'
  | 'done'
  | 'failed'
  | 'uncertain';

interface Looks {
  readonly icon: LucideIcon;
  /** Colour of the words and the glyph. */
  readonly text: string;
  /** Colour and pattern of its piece of the meter: each state has a pattern of its own, so that colour is never alone. */
  readonly bar: string;
  readonly turns?: true;
}

const work: Looks = {
  icon: LoaderCircle,
  text: 'text-work-text',
  bar: 'stripes-work motion-safe:animate-stripes',
  turns: true,
};

/** Colour, glyph and pattern of each state; the words are the catalogue's. */
export const stateLooks: Readonly<Record<ShownState, Looks>> = {
  pending: { icon: CircleDashed, text: 'text-ink3', bar: 'inset-ring inset-ring-line2' },
  waiting: { icon: Clock, text: 'text-work-text', bar: 'inset-ring inset-ring-work' },
  making_image: work,
  making_video: work,
  review: { icon: Eye, text: 'text-tally-text', bar: 'bg-tally' },
  approved: { icon: Stamp, text: 'text-ink2', bar: 'bg-edge' },
  done: { icon: Check, text: 'text-done-text', bar: 'bg-done' },
  failed: { icon: OctagonAlert, text: 'text-err-text', bar: 'dashes-err' },
  uncertain: { icon: CircleHelp, text: 'text-tally-text', bar: 'dashes-tally inset-ring inset-ring-tally' },
};
