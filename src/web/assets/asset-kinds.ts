import { AudioLines, Film, Image, Type } from 'lucide-react';
import type { AssetType } from '#contract/asset.ts';
import type { Icon } from '../ui/glyph.tsx';

/** How a kind of file is shown where it has no picture. */
export const assetIcons: Readonly<Record<AssetType, Icon>> = {
  image: Image,
  video: Film,
  audio: AudioLines,
  font: Type,
};

/** What a browser may offer to choose from; what a file really is, the server reads from its bytes. */
export const assetAccept: Readonly<Record<AssetType, string>> = {
  image: 'image/*',
  video: 'video/*',
  audio: 'audio/*',
  font: '.ttf,.otf,.woff,.woff2',
};
