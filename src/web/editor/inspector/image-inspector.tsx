import { useQuery } from '@tanstack/react-query';
import { Image, RectangleHorizontal } from 'lucide-react';
import type { ImageOverlay } from '#contract/timeline.ts';
import { setImages } from '#domain/editing/set-properties.ts';
import { assetsQuery } from '../../queries/assets.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { mediaOfAsset, sourceOfAsset } from '../source-of-asset.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { AlignOverlays } from './align-buttons.tsx';
import { ImageSize } from './image-size.tsx';
import { InspectorHead } from './inspector-head.tsx';
import { OverlayAnimationFields } from './overlay-animation.tsx';
import { OverlayPlace } from './overlay-place.tsx';
import { OverlayTimes } from './overlay-times.tsx';
import { Section } from './section.tsx';
import { step } from './step.ts';
import { useOverlaysOf } from '../stage/use-overlays-of.ts';

/** Everything of a picture over the film; of several, what they have in common. */
export function ImageInspector({ images }: { readonly images: readonly ImageOverlay[] }) {
  const t = useStrings('inspector');
  const ids = images.map(({ id }) => id);
  const overlays = useOverlaysOf(ids);
  const isMissing = useEditor(({ sources }) => images.some(({ media }) => sources[media.sha256]?.isMissing ?? false));
  const [one] = images;
  if (!one) return null;
  const isOne = images.length === 1;
  return (
    <>
      <InspectorHead icon={Image} title={isOne ? t.titles.image : t.severalImages(images.length)} isSelection />
      {isMissing && <Notice tone="error" title={t.image.missing} />}
      {isOne && <ImageFile image={one} />}
      {isOne && <OverlayTimes item={{ kind: 'image', item: one }} />}
      <AlignOverlays overlays={overlays} />
      <Section title={t.place.title}>
        <ImageSize images={images} />
        <OwnRatio image={one} />
        <Switch
          className="col-span-2"
          label={t.image.lockRatio}
          checked={images.every(({ maintainAspectRatio }) => maintainAspectRatio)}
          onCheckedChange={(maintainAspectRatio) =>
            step(
              t.changed(t.image.lockRatio),
              (now) => setImages(now, { ids, changes: { maintainAspectRatio } }),
              'done',
            )
          }
        />
      </Section>
      <OverlayPlace overlays={overlays} />
      <OverlayAnimationFields overlays={images} />
    </>
  );
}

/** Which picture of the project is shown; another takes the same width. */
function ImageFile({ image }: { readonly image: ImageOverlay }) {
  const t = useStrings('inspector');
  const projectId = useEditor(({ place }) => place.projectId);
  const source = useEditor(({ sources }) => sources[image.media.sha256]);
  const { data } = useQuery(assetsQuery(projectId));
  const pictures = (data?.assets ?? []).filter(({ type }) => type === 'image');
  const present = pictures.find(({ sha256 }) => sha256 === image.media.sha256);
  const choose = (id: string) => {
    const asset = pictures.find((one) => one.id === id);
    const media = asset && mediaOfAsset(asset);
    const { timeline } = useEditor.getState();
    const chosen = asset && sourceOfAsset(asset, timeline.fps);
    if (!asset || !media || !chosen) return;
    edit.know({ sources: { [asset.sha256]: chosen } });
    const ratio = asset.width && asset.height ? asset.height / asset.width : image.height / image.width;
    const ids = [image.id];
    const changes = { media, height: Math.round(image.width * ratio) };
    edit.run(t.changed(t.image.asset), (now) => setImages(now, { ids, changes }));
  };
  return (
    <Field label={t.image.asset}>
      <Combobox
        value={present?.id ?? null}
        placeholder={source?.name ?? t.image.replace}
        options={pictures.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={choose}
      />
    </Field>
  );
}

/** Takes a picture that was stretched back to the ratio of its file. */
function OwnRatio({ image }: { readonly image: ImageOverlay }) {
  const t = useStrings('inspector');
  const source = useEditor(({ sources }) => sources[image.media.sha256]);
  if (!source?.width || !source.height) return null;
  const height = Math.round((image.width * source.height) / source.width);
  if (Math.abs(height - image.height) <= 1) return null;
  return (
    <IconButton
      icon={RectangleHorizontal}
      label={t.image.asItIs}
      onClick={() => edit.run(t.image.asItIs, (now) => setImages(now, { ids: [image.id], changes: { height } }))}
    />
  );
}
