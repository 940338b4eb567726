import { memo } from 'react';
import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { useUndrawn } from '../titles/undrawn.ts';
import { ItemFrame, type ItemProps } from './item-frame.tsx';
import { FileMissing, ItemName, NotDrawn } from './item-parts.tsx';
import { imageName, textName } from './item-words.ts';

/** Words over the picture, by what they say. */
export const TextItem = memo(function TextItem(props: ItemProps<TextOverlay>) {
  const t = useStrings('timeline');
  const name = textName(props.thing, t);
  const whyNot = useUndrawn(({ byId }) => byId.get(props.thing.id));
  return (
    <ItemFrame {...props} track="text" name={name} whyNot={whyNot}>
      {whyNot && <NotDrawn why={whyNot} />}
      <ItemName name={name} isCut={props.isCut} room={props.room} />
    </ItemFrame>
  );
});

/** A picture over the picture, by its file. */
export const ImageItem = memo(function ImageItem(props: ItemProps<ImageOverlay>) {
  const t = useStrings('timeline');
  const sources = useEditor((state) => state.sources);
  const name = imageName(props.thing, sources, t);
  const isMissing = sources[props.thing.media.sha256]?.isMissing ?? true;
  const whyNot = useUndrawn(({ byId }) => byId.get(props.thing.id));
  return (
    <ItemFrame {...props} track="image" name={name} isMissing={isMissing} whyNot={whyNot}>
      {isMissing ? <FileMissing /> : whyNot && <NotDrawn why={whyNot} />}
      <ItemName name={name} isCut={props.isCut} room={props.room} />
    </ItemFrame>
  );
});
