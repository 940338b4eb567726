/** The columns of the script where there is room: handle, scene, picture, motion, words, to next, more. */
export const ROW_COLUMNS =
  'md:grid md:grid-cols-[2rem_4.75rem_minmax(0,3fr)_minmax(0,2fr)_minmax(0,7.5rem)_minmax(0,5.5rem)_4rem] lg:grid-cols-[2.5rem_5.5rem_minmax(0,3fr)_minmax(0,2fr)_9.5rem_7.5rem_4.25rem]';
