/** A frame of a video, to be drawn. Valid until the source it came from is asked for the next but one, or disposed. */
export interface VideoPicture {
  readonly image: CanvasImageSource;
  /** When the frame begins in the file, in seconds; null where the browser does not say. */
  readonly momentS: number | null;
}

/** A video that shows any of its frames when it is asked to. */
export interface StillSource {
  /**
   * The frame that is seen at a moment of the file, in seconds; after the end the last.
   *
   * @throws Error where the file can not be shown
   */
  readonly frameAt: (momentS: number) => Promise<VideoPicture>;
  readonly dispose: () => void;
}

/** A video that also plays. */
export interface PlayingSource extends StillSource {
  /** What it shows now, as new as it is decoded; null until there is something. */
  readonly current: () => VideoPicture | null;
  /** Gets ready to play from a moment on, without playing. */
  readonly cue: (momentS: number) => void;
  /** Plays, and keeps to a clock: `momentS` is where it should be now. */
  readonly follow: (momentS: number, rate: number) => void;
  readonly pause: () => void;
  /** It can not be shown, and will not be. */
  readonly hasFailed: () => boolean;
}

/** What a source is opened from. */
export interface SourceFile {
  readonly url: string;
  /** How long one of its frames is shown, in seconds; null where its rate is not known. */
  readonly frameS: number | null;
}
