import { GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { fontFiles } from './fonts.ts';

test.each(fontFiles.map((file) => ({ ...file })))(
  '$family $weight is there and is called so inside',
  ({ family, path }) => {
    expect(GlobalFonts.registerFromPath(path)).not.toBeNull();
    expect(GlobalFonts.has(family)).toBe(true);
  },
);
