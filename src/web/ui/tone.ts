/** What a colour says: amber you are needed, blue works, green finished, red failed, plain nothing of these. */
export type Tone = 'plain' | 'attention' | 'work' | 'done' | 'error';

/** Words in the colour of a state; the glyph and the words say the same. */
export const toneText: Record<Tone, string> = {
  plain: 'text-ink2',
  attention: 'text-tally-text',
  work: 'text-work-text',
  done: 'text-done-text',
  error: 'text-err-text',
};
