import { lazy } from 'react';

/*
 * What the first paint can do without: asked for at once, so that it comes beside the first data and not after them.
 */

const tools = import('./frame-tools.tsx');

/** The end of the bar. */
export const BarTools = lazy(async () => ({ default: (await tools).BarTools }));

/** The line under the bar that tells what stands in the way of everything. */
export const StatusBar = lazy(async () => ({ default: (await tools).StatusBar }));

/** What lies over the screens. */
export const FrameExtras = lazy(async () => ({ default: (await tools).FrameExtras }));
