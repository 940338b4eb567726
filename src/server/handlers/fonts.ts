import type { fontsOperations } from '#contract/operations/fonts.ts';
import { listFonts } from '#studio/fonts/list-fonts.ts';
import { openFontFile } from '#studio/fonts/open-font-file.ts';
import type { Handlers } from './handler.ts';

/** What texts are set in. */
export const fontsHandlers: Handlers<typeof fontsOperations> = {
  listFonts: (world, _, { projectId }) => listFonts(world, projectId),
  getFontFile: (_world, _actor, { fontId }) => openFontFile(fontId),
};
