import type { ImageOverlay } from '#contract/timeline.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture that stands for the whole frame, as an overlay: it covers the frame about its middle. */
export function coveringOverlay(picture: Size, frame: Size): ImageOverlay {
  const cover = Math.max(frame.width / picture.width, frame.height / picture.height);
  return {
    id: 'still',
    media: { sha256: '', kind: 'image' },
    startFrame: 0,
    endFrame: 1,
    width: picture.width * cover,
    height: picture.height * cover,
    centerX: 0,
    centerY: 0,
    opacity: 1,
    rotation: 0,
    maintainAspectRatio: false,
  };
}
